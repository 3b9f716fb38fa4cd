/** An open PDF → what it says of itself beside its pages (bookmarks, title, page labels): good witnesses, bad judges. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { asList, asRecord } from './operator-arguments.ts';
import { repairCharacters } from './repair-characters.ts';
import type { PageOfDestination } from './destinations.ts';

/** An entry of the file's outline, as viewers show it beside the pages. */
export interface Bookmark {
  readonly title: string;
  /** From 1. Often one too deep: some producers put the file's name above all. */
  readonly depth: number;
  /** Physical page, from 1; null where it leads nowhere. */
  readonly page: number | null;
}

export interface FileFacts {
  readonly bookmarks: readonly Bookmark[];
  /** Title in the metadata, '' where there is none. Often that of another file, or a file's name. */
  readonly title: string;
  /** Labels that viewers show for pages, by physical page from index 0; empty where the file has none. */
  readonly pageLabels: readonly string[];
}

export const NO_FACTS: FileFacts = { bookmarks: [], title: '', pageLabels: [] };

/** Outlines of reports have up to some hundred entries; what has more is a book or was made to exhaust a reader. */
const MAX_BOOKMARKS = 2000;
const MAX_DEPTH = 8;

/** Reads what the file says of itself. A part that cannot be read is left out: pages are read without it. */
export async function readFileFacts(pdf: PDFDocumentProxy, pageOf: PageOfDestination): Promise<FileFacts> {
  const outline: unknown = await pdf.getOutline().catch(() => null);
  const labels = await pdf.getPageLabels().catch(() => null);
  const metadata = await pdf.getMetadata().catch(() => null);
  const title = asRecord(metadata?.info)['Title'];
  return {
    bookmarks: await listBookmarks(outline, pageOf),
    title: typeof title === 'string' ? readable(title) : '',
    pageLabels: labels ?? [],
  };
}

async function listBookmarks(outline: unknown, pageOf: PageOfDestination): Promise<readonly Bookmark[]> {
  const found: { title: string; depth: number; destination: unknown }[] = [];
  const collect = (level: unknown, depth: number): void => {
    for (const { title, dest, items } of asList(level).map(asRecord)) {
      if (found.length >= MAX_BOOKMARKS) return;
      found.push({ title: typeof title === 'string' ? readable(title) : '', depth, destination: dest });
      if (depth < MAX_DEPTH) collect(items, depth + 1);
    }
  };
  collect(outline, 1);
  return await Promise.all(
    found.map(async ({ title, depth, destination }) => ({ title, depth, page: await pageOf(destination) })),
  );
}

function readable(text: string): string {
  return repairCharacters(text).replace(/\s+/gu, ' ').trim();
}
