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
