import { formatDate, UNKNOWN_DATE } from '../reading.ts';

/** One sentence for a text that is not a paper. */
export function formatAttribution(report: {
  readonly title: string;
  readonly publisher: string;
  readonly released?: string | undefined;
}): string {
  const released = report.released === undefined ? UNKNOWN_DATE : `${formatDate(report.released)}发布`;
  return `${report.publisher}《${report.title}》，${released}`;
}
