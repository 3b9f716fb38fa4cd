/** An open PDF → the links of its pages that lead somewhere. */
import { AnnotationType } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageOfDestination } from './destinations.ts';
import { asCorners, asNumber, asRecord } from './operator-arguments.ts';
import type { LinkArea } from './page-content.ts';

/** A link before its area is turned upright. */
export interface FoundLink extends Omit<LinkArea, 'box'> {
  readonly rect: readonly [number, number, number, number];
}

/** The links of each physical page, from 1. */
export type LinksByPage = ReadonlyMap<number, readonly FoundLink[]>;

/** NoView, the flag of links that viewers do not offer (ISO 32000-2, table 167). */
const NO_VIEW = 0x20;

/**
 * Reads the links of all pages at once. Asked for them page by page, pdf.js would go through the text of each page that has
 * a link once more, to tell what the link says.
 */
export async function readLinks(pdf: PDFDocumentProxy, pageOf: PageOfDestination): Promise<LinksByPage> {
  const onlyLinks = new Set([AnnotationType.LINK]);
  const annotations: readonly unknown[] = (await pdf.getAnnotationsByType(onlyLinks, new Set())) ?? [];
  const links = annotations.map(async (annotation): Promise<readonly [number, FoundLink] | null> => {
    const {
      annotationType,
      annotationFlags,
      pageIndex,
      url: address,
      dest,
      rect: sides,
    } = asRecord(annotation);
    const [rect, index, flags] = [asCorners(sides), asNumber(pageIndex), asNumber(annotationFlags) ?? 0];
    if (annotationType !== AnnotationType.LINK || rect === null || index === null) return null;
    if ((flags & NO_VIEW) !== 0) return null;
    const url = typeof address === 'string' ? address : '';
    const target = url === '' && dest ? await pageOf(dest) : null;
    return url !== '' || target !== null ? [index + 1, { url, target, rect }] : null;
  });
  const found = (await Promise.all(links)).filter((link) => link !== null);
  return new Map(
    [...Map.groupBy(found, ([page]) => page)].map(([page, list]) => [page, list.map(([, link]) => link)]),
  );
}
