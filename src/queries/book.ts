import { INTERFACE_LANGUAGE } from '../lib/language.ts';
import type { Body, Book, Place } from '../lib/book/model.ts';
import { parseBody } from '../lib/book/parse-body.ts';
import { loadIntroduction, loadReports, type LoadedReport } from './reports.ts';

interface Entry {
  readonly id: string;
  readonly collection: string;
  /** The file without its front matter. */
  readonly body?: string;
}

interface Parsed {
  readonly source: string;
  readonly body: Body;
}

/** Many pages ask for the same chapter; under `npm run dev` its text may have changed since. */
const parsed = new Map<string, Parsed>();

function parseEntry({ id, collection, body = '' }: Entry, start: Place = {}): Body {
  const key = `${collection}/${id}`;
  const known = parsed.get(key);
  if (known?.source === body) return known.body;
  try {
    const fresh = { source: body, body: parseBody(body, start) };
    parsed.set(key, fresh);
    return fresh.body;
  } catch (error) {
    throw new Error(`${key}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** The whole text of a report. @throws Error where one of its files holds what ingest does not write. */
export async function loadBook({ id, data, chapters, viewpoints }: LoadedReport): Promise<Book> {
  const introduction = await loadIntroduction(id);
  return {
    id,
    report: data,
    language: chapters[0]?.data.language ?? INTERFACE_LANGUAGE,
    introduction: introduction === undefined ? { blocks: [], notes: [] } : parseEntry(introduction),
    chapters: chapters.map((entry) => ({ ...parseEntry(entry, startOf(entry.data)), data: entry.data })),
    viewpoints: viewpoints.map((entry) => ({ ...parseEntry(entry), data: entry.data })),
  };
}

/** All reports that are not invented, newest first. */
export async function loadBooks(): Promise<readonly Book[]> {
  const reports = await loadReports();
  return Promise.all(reports.filter(({ data }) => !data.sample).map(loadBook));
}

function startOf({ page, label }: { page?: number | undefined; label?: string | undefined }): Place {
  return page === undefined ? {} : { page, ...(label ? { label } : {}) };
}
