import { PASSAGE_KINDS, type PassageKind, type SearchFilters } from './model.ts';

/** What the address of the results page says. */
export interface SearchState {
  readonly text: string;
  readonly filters: SearchFilters;
}

/** Parameter of a page's address that carries a phrase to mark; taken out of the address once the page is open. */
export const MARK_PARAMETER = 'hl';
const REPORT = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const CHAPTER = /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9-]*$/u;

/** Reads `?q=…&report=…&chapter=…&kind=…`; values that cannot be are left out. */
export function readSearchState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const report = parameters.get('report') ?? '';
  const chapter = parameters.get('chapter') ?? '';
  const kind = PASSAGE_KINDS.find((known) => known === parameters.get('kind'));
  return {
    text: parameters.get('q') ?? '',
    filters: {
      ...(REPORT.test(report) ? { report } : {}),
      ...(CHAPTER.test(chapter) ? { chapter } : {}),
      ...(kind === undefined ? {} : { kind }),
    },
  };
}

/** Writes it: `?q=…`, or '' where there is nothing to say. */
export function writeSearchState({ text, filters }: SearchState): string {
  const parameters = new URLSearchParams();
  if (text.trim() !== '') parameters.set('q', text.trim());
  for (const name of ['report', 'chapter', 'kind'] as const) {
    const value: PassageKind | string | undefined = filters[name];
    if (value !== undefined) parameters.set(name, value);
  }
  const written = parameters.toString();
  return written === '' ? '' : `?${written}`;
}

/** Address of a passage that marks the phrases there; `base` ends in a slash. */
export function resultAddress(base: string, url: string, id: string, phrases: readonly string[]): string {
  const parameters = new URLSearchParams(phrases.map((phrase) => [MARK_PARAMETER, phrase]));
  const query = parameters.toString();
  return `${base}${url}${query === '' ? '' : `?${query}`}#${id}`;
}

/** The phrases to mark, and the same address without them. */
export function takeMarks(address: string): { readonly phrases: readonly string[]; readonly clean: string } {
  const url = new URL(address);
  const phrases = url.searchParams.getAll(MARK_PARAMETER).filter((phrase) => phrase.trim() !== '');
  url.searchParams.delete(MARK_PARAMETER);
  return { phrases, clean: url.href };
}
