import type { Report } from '../../../src/schema/report.ts';
import type { ReportDocument } from '../model/document.ts';
import { IngestError } from '../model/errors.ts';
import type { Message } from '../model/messages.ts';
import { textOf } from '../model/text-of.ts';
import { similarity } from './text-similarity.ts';

/** Titles of the same report differ by a year in brackets or a subtitle, not by more. */
const SAME_TITLE = 0.5;
const YEAR = /(?:19|20)\d{2}(?=年)/u;
/** The standard's words where no publisher is named. @see GB/T 7714-2025 */
const UNKNOWN_PUBLISHER = '出版者不详';

export interface GivenSources {
  readonly article: { readonly document: ReportDocument; readonly file: string } | null;
  readonly pdf: ReportDocument | null;
}

/**
 * What is known about a report: what `report.yaml` says, completed by what the sources say of themselves.
 * @param known the parsed `report.yaml`, null for a new report
 * @throws IngestError where a source belongs to another report, or title, publisher or date cannot be found
 */
export function describeReport(id: string, known: Report | null, sources: GivenSources): Report {
  if (known) requireSameReport(known, sources);
  const [article, pdf] = [sources.article?.document.metadata, sources.pdf?.metadata];
  const title = known?.title ?? orNothing(pdf?.title) ?? article?.reportTitle ?? (pdf ? id : undefined);
  const publisher =
    known?.publisher ?? pdf?.publisher ?? article?.publisher ?? (pdf ? UNKNOWN_PUBLISHER : undefined);
  const released =
    known?.released ?? article?.released ?? pdf?.date ?? lastResortDate(title, sources.pdf) ?? article?.date;
  const missing = Object.entries({ title, publisher, released }).filter(([, value]) => !value);
  if (!title || !publisher || !released) {
    throw new IngestError(
      'report/is-valid',
      `The sources of ${id} do not tell its ${missing.map(([name]) => name).join(', ')}.`,
      `Write content/reports/${id}/report.yaml with title, publisher, released (a date) and notice, then run ingest again.`,
    );
  }
  const subtitle = known?.subtitle ?? pdf?.subtitle;
  const number = known?.number ?? pdf?.number;
  return {
    title,
    ...(subtitle ? { subtitle } : {}),
    publisher,
    ...(number ? { number } : {}),
    released,
    notice: known?.notice ?? `来源：${publisher === UNKNOWN_PUBLISHER ? `《${title}》` : publisher}`,
    ...describeArticle(known, sources),
    ...describePdf(known, sources),
    chapters: known?.chapters ?? [],
    viewpoints: known?.viewpoints ?? [],
  };
}

/** For a report that does not date itself: the year in its title, the day on which the file was made, the year it names most. */
function lastResortDate(title: string | undefined, pdf: ReportDocument | null): string | undefined {
  const inTitle = YEAR.exec(title ?? '')?.[0];
  if (inTitle !== undefined || pdf === null) return inTitle;
  if (pdf.source.created) return pdf.source.created;
  const years = pdf.body.flatMap((block) => textOf([block]).match(new RegExp(YEAR, 'gu')) ?? []);
  const counts = [...Map.groupBy(years, (year) => year)].map(([year, all]) => ({ year, count: all.length }));
  return counts.toSorted(
    (first, second) => second.count - first.count || second.year.localeCompare(first.year),
  )[0]?.year;
}

/** What no source says and so stands in `report.yaml` as someone wrote or ingest guessed it, as messages. */
export function describeGuesses(report: Report, sources: GivenSources): readonly Message[] {
  const [article, pdf] = [sources.article?.document.metadata, sources.pdf?.metadata];
  const guesses = [
    ...(!pdf?.title && !article?.reportTitle ? [`title: ${report.title}`] : []),
    ...(!pdf?.publisher && !article?.publisher ? [`publisher: ${report.publisher}`] : []),
    ...(!pdf?.date && !article?.released ? [`released: ${report.released}`] : []),
  ];
  return guesses.map((guess) => ({
    ruleId: 'report/is-valid',
    severity: 'info',
    reason: `No source tells it, so “${guess}” in report.yaml is a guess or someone’s knowledge.`,
    hint: 'Make sure that it is right.',
  }));
}

function orNothing(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

function describeArticle(known: Report | null, { article }: GivenSources): Pick<Report, 'article'> {
  if (!article) return known?.article ? { article: known.article } : {};
  const { account, original, url, date } = article.document.metadata;
  const found = {
    file: article.file,
    ...(account ? { account } : {}),
    ...(original ? { original } : {}),
    ...(url && URL.canParse(url) ? { url: articleAddress(url) } : {}),
    ...(date ? { published: date } : {}),
  };
  return { article: { ...found, ...known?.article, file: article.file } };
}

/** Parameters by which WeChat names an article; the others only say how a reader came to it. */
const NAMING_PARAMETERS: readonly string[] = ['__biz', 'mid', 'idx', 'sn'];

/** The address of an article without tracking parameters, where it still names the article. */
export function articleAddress(address: string): string {
  const url = new URL(address);
  if (url.hostname !== 'mp.weixin.qq.com') return address;
  url.hash = '';
  const isNamed = NAMING_PARAMETERS.every((name) => url.searchParams.has(name));
  if (isNamed) {
    const query = NAMING_PARAMETERS.map((name) => `${name}=${url.searchParams.get(name) ?? ''}`).join('&');
    return `${url.origin}${url.pathname}?${query}`;
  }
  return url.pathname.length > '/s/'.length ? `${url.origin}${url.pathname}` : url.href;
}

function describePdf(known: Report | null, { article, pdf }: GivenSources): Pick<Report, 'pdf'> {
  const url = article?.document.metadata.pdfUrl?.replace(/^http:/iu, 'https:');
  const entry = {
    ...(url ? { url } : {}),
    ...known?.pdf,
    ...(pdf ? { sha256: pdf.source.sha256 } : {}),
  };
  return Object.keys(entry).length > 0 ? { pdf: entry } : {};
}

function requireSameReport(known: Report, { article, pdf }: GivenSources): void {
  const about = article?.document.metadata.reportTitle;
  if (about !== undefined && similarity(about, known.title) < SAME_TITLE) {
    throw new IngestError(
      'article/matches-report',
      `The article is about 《${about}》, but report.yaml names 《${known.title}》.`,
      'Give the article of this report, or another report id.',
    );
  }
  if (pdf) requireNamedPdf(known, pdf.source.sha256);
}

/**
 * A sum beside an address names the official file; a sum alone is only that of the file read last.
 * @throws IngestError where `report.yaml` names another PDF by its address and SHA-256
 */
export function requireNamedPdf(known: Report | null, sha256: string): void {
  const { url, sha256: expected } = known?.pdf ?? {};
  if (url === undefined || expected === undefined || expected === sha256) return;
  throw new IngestError(
    'pdf/matches-report',
    `The PDF has the SHA-256 ${sha256}, but report.yaml names ${expected}.`,
    'Give the file that report.yaml names; if the publisher has issued a new one, change pdf.sha256 in report.yaml.',
  );
}
