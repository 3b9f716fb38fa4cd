/** Pages in two columns are read column by column, never line by line across both. */
import { quantile } from '../../../model/quantile.ts';
import { assembleLines } from './assemble-lines.ts';
import { countInk } from '../../../genre/character-class.ts';
import type { GlyphRun, LinkArea, PageContent } from '../glyphs/page-content.ts';
import { crosses, extentOf, gapAround, inkRows, medianSize, MIN_GUTTER_EMS } from './ink-rows.ts';
import type { Gutter, InkRow, Stretch } from './ink-rows.ts';
import { readBesideColumn } from './read-beside-column.ts';
import { findSideColumn } from './side-column.ts';
import type { TextLine } from './text-line.ts';

export type { Gutter } from './ink-rows.ts';

/** The gutter lies in the middle part of the page… */
const GUTTER_FROM = 0.38;
const GUTTER_TO = 0.62;
/** Opening quotation marks hang into it: its sides lie where this share of the lines keeps clear. */
const CLEAR_SHARE = 0.85;
/** …and has so many rows on both sides of it; the cells of a table are fewer. */
const MIN_ROWS = 12;
/** Share of the rows that may cross it: headings, figures and tables over both columns. */
const MAX_CROSSING_SHARE = 0.25;
/** Text in columns fills them: share of a column's width that its usual row takes. Cells fill less. */
const MIN_FILL = 0.75;
/** On fewer of the pages than this it is no layout: the columns of a long table. */
const LAYOUT_SHARE = 0.2;
/** Two columns on this share of the pages are the layout of the whole document. */
const USUAL_SHARE = 0.5;
/** Steps in which the gutter is looked for, in points. */
const STEP = 2;

/**
 * The gutter of each page, null on pages of one column. Where most pages are in two columns, short pages with too few
 * rows to show a gutter of their own have the same. Any other page may have a side column.
 */
export function findGutters(pages: readonly PageContent[]): (Gutter | null)[] {
  const rows = pages.map(inkRows);
  return halves(pages, rows).map((gutter, index) => {
    const page = pages[index];
    return gutter ?? (page ? findSideColumn(page, rows[index] ?? []) : null);
  });
}

/** Where pages part into two columns of about one width. */
function halves(pages: readonly PageContent[], inkOf: readonly (readonly InkRow[])[]): (Gutter | null)[] {
  const own = pages.map((page, index) => {
    const rows = (inkOf[index] ?? []).map(({ stretches }) => stretches);
    return { rows, gutter: findGutter(page, rows) };
  });
  const gutters = own.map(({ gutter }) => gutter);
  const found = gutters.filter((gutter) => gutter !== null);
  const usual = found[Math.floor(found.length / 2)];
  if (usual === undefined || found.length < LAYOUT_SHARE * pages.length) return pages.map(() => null);
  if (found.length < USUAL_SHARE * pages.length) return gutters;
  const middle = (usual.left + usual.right) / 2;
  return own.map(({ rows, gutter }) => {
    const crossing = countCrossing(rows, middle);
    return gutter ?? (crossing <= MAX_CROSSING_SHARE * rows.length ? usual : null);
  });
}

/** The gutter that a page shows by itself. */
function findGutter(page: PageContent, rows: readonly (readonly Stretch[])[]): Gutter | null {
  if (rows.length < MIN_ROWS) return null;
  const em = medianSize(page.runs);
  let best: { gutter: Gutter; crossing: number } | null = null;
  for (let x = GUTTER_FROM * page.width; x <= GUTTER_TO * page.width; x += STEP) {
    const crossing = countCrossing(rows, x);
    if (crossing > MAX_CROSSING_SHARE * rows.length) continue;
    const beside = rows.map((row) => gapAround(row, x));
    const twoSided = beside.flatMap((gap) =>
      gap !== 'crosses' && gap.left > -Infinity && gap.right < Infinity ? [gap] : [],
    );
    if (twoSided.length < MIN_ROWS) continue;
    const gutter = {
      left: quantile(
        twoSided.map((gap) => gap.left),
        CLEAR_SHARE,
      ),
      right: quantile(
        twoSided.map((gap) => gap.right),
        1 - CLEAR_SHARE,
      ),
    };
    if (gutter.right - gutter.left < MIN_GUTTER_EMS * em) continue;
    if (best === null || crossing < best.crossing) best = { gutter, crossing };
  }
  return best && isFilled(rows, best.gutter) ? best.gutter : null;
}

function countCrossing(rows: readonly (readonly Stretch[])[], x: number): number {
  let count = 0;
  for (const row of rows) if (crosses(row, x)) count++;
  return count;
}

/** Whether the rows of both columns usually reach from edge to edge. */
function isFilled(rows: readonly (readonly Stretch[])[], { left, right }: Gutter): boolean {
  const middle = (left + right) / 2;
  const sides = [(stretch: Stretch) => stretch[1] <= middle, (stretch: Stretch) => stretch[0] >= middle];
  return sides.every((isIn) => {
    const widths = rows.flatMap((row) => {
      const extent = extentOf(row.filter(isIn));
      return extent === null ? [] : [extent[1] - extent[0]];
    });
    return quantile(widths, 0.5) >= MIN_FILL * quantile(widths, 0.9);
  });
}

/** Whether a run stands in the gutter, hanging punctuation at the edge of a column aside. */
function fillsGutter(run: GlyphRun, gutter: Gutter): boolean {
  const [from, to] = [run.box.x, run.box.x + run.box.width];
  if (from < gutter.left && to > gutter.right) return true;
  const hangs = from > gutter.left ? to > gutter.right : from < gutter.left;
  return !hangs && from < gutter.right - 1 && to > gutter.left + 1;
}

/** The lines of a page in reading order: between lines that cross the gutter, first the left column, then the right. */
export function readLines(
  runs: readonly GlyphRun[],
  links: readonly LinkArea[],
  gutter: Gutter | null,
): TextLine[] {
  if (gutter === null) return assembleLines(runs, links);
  if (gutter.sideColumn) return readBesideColumn(runs, links, gutter, gutter.sideColumn);
  const middle = (gutter.left + gutter.right) / 2;
  const crosses = new Set<number>();
  for (const row of assembleLines(runs, [], Infinity)) {
    const ids = new Set(row.spans.flatMap((span) => span.runIds));
    const own = runs.filter((run) => ids.has(run.id));
    if (own.some((run) => fillsGutter(run, gutter))) ids.forEach((id) => crosses.add(id));
  }
  const part = (keep: (run: GlyphRun) => boolean): TextLine[] => assembleLines(runs.filter(keep), links);
  const across = part((run) => crosses.has(run.id));
  const left = part((run) => !crosses.has(run.id) && run.box.x < middle);
  const right = part((run) => !crosses.has(run.id) && run.box.x >= middle);
  const order: TextLine[] = [];
  let from = -Infinity;
  for (const to of [...across.map((line) => line.baseline), Infinity]) {
    const within = (line: TextLine): boolean => line.baseline > from && line.baseline <= to;
    order.push(...left.filter(within), ...right.filter(within), ...across.filter(within));
    from = to;
  }
  return order.filter((line) => countInk(line.text) > 0);
}
