import { chapterAddress, publicAddress, reportAddress } from '../address.ts';
import { formatAttribution } from '../citation/attribution.ts';
import type { Book } from './model.ts';

/** Said of a chapter of which only headings and viewpoints are there. */
export const WITHOUT_TEXT = '未收录本章全文，只有公布的核心观点与目录。';

interface SourceOptions {
  /** Origin of the site, where it knows it: only then is there an address that others can open. */
  readonly site: URL | undefined;
  /** A chapter, where the lines are about one. */
  readonly slug?: string;
}

/** A line of words, or of a name and an address. */
export interface SourceLine {
  readonly text: string;
  readonly address?: string;
}

/**
 * What leads back from anything that is taken away: how the publisher asks to be named, whose it is and when it came out, where it stands
 * on the site, where the original is.
 */
export function sourceLines({ id, report }: Book, { site, slug }: SourceOptions): readonly SourceLine[] {
  const address = slug === undefined ? reportAddress(id) : chapterAddress(id, slug);
  return [
    { text: report.notice },
    { text: `${formatAttribution(report)}。` },
    ...(site === undefined ? [] : [{ text: '网页：', address: publicAddress(address, site) }]),
    ...(report.pdf?.url === undefined ? [] : [{ text: '报告原文：', address: report.pdf.url }]),
    ...(report.sample ? [{ text: '这是一份虚构的示例报告。' }] : []),
  ];
}
