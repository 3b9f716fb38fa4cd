/** Pages in two columns are read column by column, never line by line across both. */
import { assembleLines } from './assemble-lines.ts';
import { countInk } from '../../../genre/character-class.ts';
import type { GlyphRun, LinkArea, PageContent } from '../glyphs/page-content.ts';
import type { TextLine } from './text-line.ts';

/** The gutter lies in the middle part of the page… */
const GUTTER_FROM = 0.38;
const GUTTER_TO = 0.62;
/** …is at least this wide, in ems… */
const MIN_GUTTER_EMS = 0.7;
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
/** Baselines within this many points are one row: Latin is set a hair off the Chinese baseline. */
const ROW_POINTS = 2;
/** Steps in which the gutter is looked for, in points. */
const STEP = 2;

/** The empty strip between two columns. */
export interface Gutter {
  readonly left: number;
  readonly right: number;
}

/**
 * The gutter of each page, null on pages of one column. Where most pages are in two columns, short pages with too few
 * rows to show a gutter of their own have the same.
 */
export function findGutters(pages: readonly PageContent[]): (Gutter | null)[] {
  const own = pages.map((page) => {
    const rows = rowsOf(page);
    return { rows, gutter: findGutter(page, rows) };
  });
  const gutters = own.map(({ gutter }) => gutter);
  const found = gutters.filter((gutter) => gutter !== null);
  const usual = found[Math.floor(found.length / 2)];
  if (usual === undefined || found.length < LAYOUT_SHARE * pages.length) return pages.map(() => null);
  if (found.length < USUAL_SHARE * pages.length) return gutters;
  const middle = (usual.left + usual.right) / 2;
  return own.map(({ rows, gutter }) => {
    const crossing = rows.filter((row) => gapAround(row, middle) === 'crosses').length;
    return gutter ?? (crossing <= MAX_CROSSING_SHARE * rows.length ? usual : null);
  });
}

/** The gutter that a page shows by itself. */
function findGutter(page: PageContent, rows: readonly (readonly Stretch[])[]): Gutter | null {
  if (rows.length < MIN_ROWS) return null;
  let best: { gutter: Gutter; crossing: number } | null = null;
  for (let x = GUTTER_FROM * page.width; x <= GUTTER_TO * page.width; x += STEP) {
    const beside = rows.map((row) => gapAround(row, x));
    const twoSided = beside.flatMap((gap) =>
      gap !== 'crosses' && gap.left > -Infinity && gap.right < Infinity ? [gap] : [],
    );
    const crossing = beside.filter((gap) => gap === 'crosses').length;
    if (twoSided.length < MIN_ROWS || crossing > MAX_CROSSING_SHARE * rows.length) continue;
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
    if (gutter.right - gutter.left < MIN_GUTTER_EMS * medianSize(page.runs)) continue;
    if (best === null || crossing < best.crossing) best = { gutter, crossing };
  }
  return best && isFilled(rows, best.gutter) ? best.gutter : null;
}

type Stretch = readonly [from: number, to: number];

/** The ink of every row: runs on one baseline, a point more or less. */
function rowsOf(page: PageContent): Stretch[][] {
  const rows = new Map<number, Stretch[]>();
  for (const run of page.runs) {
    if (run.rotation !== 0 || run.vertical) continue;
    const step = Math.round(run.baseline / ROW_POINTS);
    const key = rows.has(step - 1) ? step - 1 : step;
    const row = rows.get(key) ?? [];
    rows.set(key, row);
    row.push([run.box.x, run.box.x + run.box.width]);
  }
  return [...rows.values()].map((row) => mergeNear(row, MIN_GUTTER_EMS * medianSize(page.runs)));
}

/** Glyphs drawn one by one are one stretch of ink. */
function mergeNear(row: readonly Stretch[], reach: number): Stretch[] {
  const merged: [number, number][] = [];
  for (const [from, to] of row.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from - last[1] < reach) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

function gapAround(row: readonly Stretch[], x: number): Gutter | 'crosses' {
  if (row.some(([from, to]) => from < x && to > x)) return 'crosses';
  const left = Math.max(-Infinity, ...row.filter(([, to]) => to <= x).map(([, to]) => to));
  const right = Math.min(Infinity, ...row.filter(([from]) => from >= x).map(([from]) => from));
  return { left, right };
}

function medianSize(runs: readonly GlyphRun[]): number {
  return quantile(
    runs.map((run) => run.size),
    0.5,
  );
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** Whether the rows of both columns usually reach from edge to edge. */
function isFilled(rows: readonly (readonly Stretch[])[], { left, right }: Gutter): boolean {
  const middle = (left + right) / 2;
  const sides = [(stretch: Stretch) => stretch[1] <= middle, (stretch: Stretch) => stretch[0] >= middle];
  return sides.every((isIn) => {
    const widths = rows.flatMap((row) => {
      const own = row.filter(isIn);
      return own.length === 0
        ? []
        : [Math.max(...own.map(([, to]) => to)) - Math.min(...own.map(([from]) => from))];
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
