import type { CslItem, CslName } from './citation/csl-item.ts';

const organizations = (names: readonly CslName[]): readonly Record<string, unknown>[] =>
  names.map(({ literal }) => ({ '@type': 'Organization', name: literal }));

/** As precise as it is known; undefined where it is not, or was inferred. */
function dateOf({ issued }: CslItem): string | undefined {
  if (!issued || issued.circa) return undefined;
  return issued['date-parts'][0].map((part) => String(part).padStart(2, '0')).join('-');
}

function describe(item: CslItem): Record<string, unknown> {
  const date = dateOf(item);
  return {
    inLanguage: item.language,
    author: organizations(item.author),
    publisher: organizations(item.author),
    creditText: item.note,
    ...(date && { datePublished: date }),
    ...(item.URL && { url: item.URL }),
    ...(item.page && { pageStart: item.page }),
  };
}

/** schema.org `Report` for search engines and reference managers. @param pdf official address of its PDF */
export function describeReport(item: CslItem, pdf: string | undefined): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'Report',
    name: item.title,
    ...describe(item),
    ...(item.number && { reportNumber: item.number }),
    ...(pdf && { sameAs: pdf }),
  };
}

/** schema.org `Chapter` of a report. @param position from 1, among its like */
export function describePart(
  item: CslItem,
  position: number,
  report: Record<string, unknown>,
): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'Chapter',
    name: item.title,
    position,
    ...describe(item),
    isPartOf: report,
  };
}
