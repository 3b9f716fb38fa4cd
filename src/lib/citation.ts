import { formatDate, UNKNOWN_DATE } from './reading.ts';

interface CitedReport {
  readonly title: string;
  readonly publisher: string;
  readonly released?: string | undefined;
  readonly number?: string | undefined;
}

/** Stands for the day on which the reader quotes; the page fills it in where scripts run. */
export const ACCESS_DATE = '引用日期';

/** Stands for an address that is open to all, where the site does not know its own; the page fills it in where it is. */
export const MISSING_ADDRESS = '（本站没有公开的地址）';

/**
 * A reference to an online report after GB/T 7714-2025, in Chinese full form: author, title [R/OL], date of
 * publication (left out where it is not known), date of access, address.
 */
export function formatReference(report: CitedReport, address: string = MISSING_ADDRESS): string {
  const released = report.released === undefined ? '' : `(${report.released})`;
  return `${report.publisher}. ${report.title}[R/OL]. ${released}[${ACCESS_DATE}]. ${address}.`;
}

/** When a report came out, in words: `2024年11月29日发布`. */
export function describeRelease({ released }: Pick<CitedReport, 'released'>): string {
  return released === undefined ? UNKNOWN_DATE : `${formatDate(released)}发布`;
}

/** One sentence for a text that is not a paper. */
export function formatAttribution(report: CitedReport): string {
  return `${report.publisher}《${report.title}》，${describeRelease(report)}`;
}
