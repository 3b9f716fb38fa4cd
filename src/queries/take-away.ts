import { reportDataAddress, wholeReportAddress } from '../lib/address.ts';
import { reportFileText } from '../lib/data/report-file.ts';
import { reportMarkdown } from '../lib/markdown/write-markdown.ts';
import { loadBook } from './book.ts';
import { loadEpub } from './epub.ts';
import type { LoadedReport } from './reports.ts';

/** Something that a reader can take away of a report. */
export interface TakeAwayLine {
  readonly name: string;
  /** What it is good for. */
  readonly about: string;
  readonly address: string;
  /** Of a file; absent for a page, and for the PDF, which is printed once all pages are there. */
  readonly bytes?: number;
}

/** Whether the build prints the report as a PDF afterwards: `npm run build -- --pdf` says so to the pages. */
const printsPdf = process.env['PRINTS_PDF'] === '1';

/** What there is to take away of a report. */
export async function takeAwayLines(
  report: LoadedReport,
  site: URL | undefined,
): Promise<readonly TakeAwayLine[]> {
  const { id } = report;
  const book = await loadBook(report);
  const epub = await loadEpub(report, site);
  const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
  return [
    ...(printsPdf
      ? [{ name: 'PDF', about: 'A4，带书签与页码', address: wholeReportAddress(id, 'pdf') }]
      : []),
    {
      name: 'EPUB',
      about: '电子书，供阅读器与手机',
      address: wholeReportAddress(id, 'epub'),
      bytes: epub.length,
    },
    {
      name: 'Markdown',
      about: '纯文本，供笔记与大模型',
      address: wholeReportAddress(id, 'md'),
      bytes: bytesOf(reportMarkdown(book, site)),
    },
    {
      name: '数据（JSON）',
      about: '段落、图表、页码与永久地址',
      address: reportDataAddress(id),
      bytes: bytesOf(reportFileText(book, site)),
    },
  ];
}
