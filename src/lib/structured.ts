import { reportAddress } from './address.ts';

interface DescribedReport {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly released?: string | undefined;
  readonly number?: string | undefined;
  readonly pdfUrl?: string | undefined;
}

/** schema.org `Report` for search engines; `site` makes its address absolute where it is known. */
export function describeReport(report: DescribedReport, site?: URL): Record<string, unknown> {
  const address = reportAddress(report.id);
  return {
    '@context': 'https://schema.org',
    '@type': 'Report',
    name: report.title,
    inLanguage: 'zh-CN',
    ...(report.released ? { datePublished: report.released } : {}),
    publisher: { '@type': 'Organization', name: report.publisher },
    author: { '@type': 'Organization', name: report.publisher },
    url: site ? new URL(address, site).href : address,
    ...(report.number ? { reportNumber: report.number } : {}),
    ...(report.pdfUrl ? { sameAs: report.pdfUrl } : {}),
  };
}

/** schema.org `Chapter` of a report. */
export function describeChapter(
  report: DescribedReport,
  chapter: { title: string; order: number },
  site?: URL,
): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'Chapter',
    name: chapter.title,
    position: chapter.order,
    inLanguage: 'zh-CN',
    isPartOf: describeReport(report, site),
  };
}
