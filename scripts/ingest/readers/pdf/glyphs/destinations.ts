/** Places that links and bookmarks lead to → physical pages. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Gives the physical page (from 1) of a destination, or null where it leads nowhere. Never throws. */
export type PageOfDestination = (destination: unknown) => Promise<number | null>;

/** An explicit destination begins with the page: a reference to it, or its index from 0. */
function isReference(value: unknown): value is { num: number; gen: number } {
  return typeof value === 'object' && value !== null && 'num' in value && 'gen' in value;
}

/** Each named destination and page is asked for once: contents link to the same pages again and again. */
export function destinationReader(pdf: PDFDocumentProxy): PageOfDestination {
  const known = new Map<string, Promise<number | null>>();
  const find = async (destination: unknown): Promise<number | null> => {
    const explicit: unknown =
      typeof destination === 'string' ? await pdf.getDestination(destination) : destination;
    const first: unknown = Array.isArray(explicit) ? explicit[0] : null;
    const index = isReference(first) ? await pdf.getPageIndex(first) : first;
    return typeof index === 'number' && index >= 0 && index < pdf.numPages ? index + 1 : null;
  };
  return async (destination) => {
    const key = JSON.stringify(destination) ?? '';
    // A link that leads to a missing object is worth nothing, but is no reason to give the file up.
    const page = known.get(key) ?? find(destination).catch(() => null);
    known.set(key, page);
    return await page;
  };
}
