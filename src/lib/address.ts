/**
 * Every address of the site, relative to the base path. `base` is Vite's `BASE_URL` (`/` or `/reports/`); it is passed
 * in where the code also runs outside Vite.
 */
const siteBase: string = import.meta.env?.BASE_URL ?? '/';

/** `path` below the site's base: `at('search/')` → `/reports/search/`. */
export function at(path: string, base: string = siteBase): string {
  return `${base.replace(/\/+$/u, '')}/${path.replace(/^\/+/u, '')}`;
}

export const reportAddress = (report: string): string => at(`${report}/`);

/** A chapter, or a place in it where `id` is given. */
export function chapterAddress(report: string, slug: string, id?: string): string {
  return at(`${report}/${slug}/`) + (id ? `#${id}` : '');
}

/** All viewpoints of a report on one page. */
export const viewpointsAddress = (report: string): string => at(`${report}/v/`);

export const viewpointAddress = (report: string, number: number): string => at(`${report}/v/${number}/`);

/** A picture of a page: `name` as src/lib/card/card-names.ts has it. */
export const cardAddress = (report: string, name: string): string => at(`${report}/cards/${name}.png`);

export const assetAddress = (report: string, path: string): string =>
  at(`${report}/assets/${path.replace(/^figures\//u, '')}`);

/** A physical page of a PDF, from 1, as PDF viewers understand it (RFC 8118, `page=`). */
export const pdfPageAddress = (pdfUrl: string, page: number): string => `${pdfUrl}#page=${page}`;

/** The page of references of a report, or a file beside it: `report.bib`. */
export const referencesAddress = (report: string, file = ''): string => at(`${report}/cite/${file}`);

/** The data of a table as a file. */
export const tableFileAddress = (report: string, id: string): string => at(`${report}/tables/${id}.csv`);

/** The picture of a figure with its caption and source inside the file. */
export const figureFileAddress = (report: string, id: string): string => at(`${report}/figures/${id}.png`);

/** The whole report as one page for paper. */
export const printAddress = (report: string): string => at(`${report}/print/`);

/** What a report can be taken away as, each one file. */
export const TAKE_AWAY_KINDS = ['pdf', 'epub', 'md'] as const;
export type TakeAwayKind = (typeof TAKE_AWAY_KINDS)[number];

/** The whole report as one file: `caict-ai-2024.epub`. */
export const wholeReportAddress = (report: string, kind: TakeAwayKind): string => at(`${report}.${kind}`);

/** A chapter as Markdown. */
export const chapterMarkdownAddress = (report: string, slug: string): string => at(`${report}/${slug}.md`);

/** The document for machines, and one line a passage. */
export const reportDataAddress = (report: string): string => at(`${report}/report.json`);
export const corpusAddress = (report: string): string => at(`${report}/corpus.jsonl`);

/** An address of this site as the world knows it: absolute where the site knows its origin, else as it is. */
export function publicAddress(address: string, site: URL | undefined): string {
  return site === undefined ? address : new URL(address, site).href;
}
