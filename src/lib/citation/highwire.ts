import type { CslItem } from './csl-item.ts';

/** Name and content of a `meta` element. */
export type MetaTag = readonly [name: string, content: string];

/**
 * The tags by which Zotero, search engines for scholars and browser extensions know what a page holds: a report, or a part of
 * one. @see https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
 * @param pdf official address of the report's PDF
 */
export function highwireTags(item: CslItem, pdf: string | undefined): readonly MetaTag[] {
  const container = item['container-title'];
  const tags: readonly (readonly [string, string | undefined])[] = [
    ['citation_title', item.title],
    ...item.author.map(({ literal }) => ['citation_author', literal] as const),
    ['citation_publication_date', item.issued?.['date-parts'][0].map(twoDigits).join('/')],
    ['citation_inbook_title', container],
    [container ? 'citation_publisher' : 'citation_technical_report_institution', item.publisher],
    ['citation_technical_report_number', container ? undefined : item.number],
    ['citation_firstpage', item.page],
    ['citation_language', item.language],
    ['citation_public_url', item.URL],
    ['citation_pdf_url', container ? undefined : pdf],
  ];
  return tags.flatMap(([name, content]) => (content ? [[name, content] as const] : []));
}

const twoDigits = (part: number): string => String(part).padStart(2, '0');
