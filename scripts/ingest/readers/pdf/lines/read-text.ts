/** Runs → the lines of every page, column by column, and the measures of the document. */
import type { PageContent } from '../glyphs/page-content.ts';
import type { Bulkheads } from '../process/bulkheads.ts';
import { assembleLines } from './assemble-lines.ts';
import { learnMeasures } from './learn-measures.ts';
import type { DocumentMeasures } from './learn-measures.ts';
import { findGutters, readLines } from './page-columns.ts';
import { lineRunIds } from './run-ids.ts';
import type { TextLine } from './text-line.ts';

/** Lines, and what is learned from all of them. */
export interface ReadText {
  readonly lines: readonly (readonly TextLine[])[];
  readonly measures: DocumentMeasures;
}

/** The lines of each page, column by column, and what is learned from all of them. */
export function readText(pages: readonly PageContent[], bulkheads: Bulkheads): ReadText {
  const gutters = bulkheads.run(
    'lines',
    null,
    () => findGutters(pages),
    () => pages.map(() => null),
  );
  const lines = pages.map((page, index) =>
    bulkheads.run(
      'lines',
      page.page,
      () => readLines(page.runs, page.links, gutters[index] ?? null),
      () => assembleLines(page.runs),
    ),
  );
  const measures = bulkheads.run(
    'lines',
    null,
    () => learnMeasures(pages, lines, gutters),
    () => learnMeasures(pages, []),
  );
  return { lines, measures };
}

/** Lines without the runs that regions answer for; a line that loses a part is put together anew. */
export function withoutRuns(
  pages: readonly PageContent[],
  lines: readonly (readonly TextLine[])[],
  gone: ReadonlySet<number>,
): TextLine[][] {
  return pages.map(({ runs, links }, index) => {
    const byId = new Map(runs.map((run) => [run.id, run]));
    return (lines[index] ?? []).flatMap((line) => {
      const ids = lineRunIds(line);
      const left = ids.filter((id) => !gone.has(id));
      if (left.length === ids.length) return [line];
      return assembleLines(
        left.flatMap((id) => byId.get(id) ?? []),
        links,
      );
    });
  });
}
