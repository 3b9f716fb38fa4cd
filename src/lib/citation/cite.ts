import type { Report } from '../../schema/report.ts';
import type { Language } from '../language.ts';
import type { CslDate, CslItem, CslName } from './csl-item.ts';

/** What a citation needs of a report. */
export interface CitedReport extends Pick<
  Report,
  'title' | 'subtitle' | 'publisher' | 'number' | 'released' | 'guessed' | 'notice'
> {
  readonly id: string;
  /** Of its text; absent where it is Chinese. */
  readonly language?: Language | undefined;
}

/** Something of a report that has a title: a chapter, viewpoint, figure or table. */
export interface CitedPart {
  /** Its permanent id. */
  readonly id: string;
  readonly title: string;
  /** Printed page on which it begins. */
  readonly label?: string | undefined;
}

/** Between the names of several publishers. A comma parts Chinese names only: English ones hold it (“Lamps, Inc.”). */
const BETWEEN_NAMES = /\s*[、；;，|]\s*|\s+\/\s+/u;

/** The publishers that a report names, one by one. */
export function publishersOf(publisher: string): readonly CslName[] {
  const names = publisher.split(BETWEEN_NAMES).filter((name) => name !== '');
  return (names.length > 0 ? names : [publisher]).map((literal) => ({ literal }));
}

function cslDate({ released, guessed }: CitedReport): { issued: CslDate } | undefined {
  if (released === undefined) return undefined;
  const isGuessed = guessed?.includes('released') ?? false;
  return {
    issued: { 'date-parts': [released.split('-').map(Number)], ...(isGuessed && { circa: true as const }) },
  };
}

const withUrl = (address: string | undefined) => (address === undefined ? {} : { URL: address });

/**
 * A report as a whole.
 * @param address open to all; undefined where the site does not know it
 */
export function citeReport(report: CitedReport, address: string | undefined): CslItem {
  const { id, title, subtitle, publisher, number, notice, language = 'zh-CN' } = report;
  return {
    id,
    type: 'report',
    title: subtitle ? `${title}${language === 'en' ? ': ' : '：'}${subtitle}` : title,
    author: publishersOf(publisher),
    publisher,
    ...cslDate(report),
    ...(number && { number }),
    ...withUrl(address),
    language,
    note: notice,
  };
}

/** A part of a report, by the publishers of the whole. */
export function citePart(report: CitedReport, part: CitedPart, address: string | undefined): CslItem {
  const whole = citeReport(report, address);
  return {
    ...whole,
    id: `${report.id}-${part.id}`,
    type: 'chapter',
    title: part.title,
    'container-title': whole.title,
    'container-author': whole.author,
    ...(part.label && { page: part.label }),
  };
}

/**
 * A passage of a report: the report, at that page and address.
 * @param item of the whole report
 */
export function citePassage(
  item: CslItem,
  { id, label, address }: { id: string; label: string | undefined; address: string | undefined },
): CslItem {
  const passage = {
    ...item,
    id: item.id.endsWith(`-${id}`) ? item.id : `${item.id}-${id}`,
    ...(label && { page: label }),
    ...withUrl(address),
  };
  // The address of the whole would lead past the words.
  if (address === undefined) delete passage.URL;
  return passage;
}
