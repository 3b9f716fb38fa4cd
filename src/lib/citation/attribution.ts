import { formatDate, UNKNOWN_DATE } from '../reading.ts';

interface Released {
  readonly released?: string | undefined;
}

/** When a report came out, in words: `2024年11月29日发布`. */
export function describeRelease({ released }: Released): string {
  return released === undefined ? UNKNOWN_DATE : `${formatDate(released)}发布`;
}

/** One sentence for a text that is not a paper. */
export function formatAttribution(
  report: Released & { readonly title: string; readonly publisher: string },
): string {
  return `${report.publisher}《${report.title}》，${describeRelease(report)}`;
}
