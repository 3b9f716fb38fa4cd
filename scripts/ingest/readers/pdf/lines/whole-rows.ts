import type { PageContent } from '../glyphs/page-content.ts';
import { assembleLines } from './assemble-lines.ts';
import { runIdsOf } from './run-ids.ts';
import type { TextLine } from './text-line.ts';

/** The rows that lines of a page stand on, each as one line whatever gaps it has: title, leader and number of an entry. */
export function wholeRows(page: PageContent, lines: readonly TextLine[]): TextLine[] {
  const ids = new Set(runIdsOf(lines));
  return assembleLines(
    page.runs.filter((run) => ids.has(run.id)),
    [],
    Infinity,
  );
}
