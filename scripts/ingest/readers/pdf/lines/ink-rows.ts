/** A page → the ink of its rows, by which columns are told apart before there are lines. */
import { median } from '../../../model/quantile.ts';
import type { Interval } from '../glyphs/geometry.ts';
import type { GlyphRun, PageContent } from '../glyphs/page-content.ts';

/** Stretches of ink with a gap smaller than this (ems of the usual size) between them are one. */
export const MIN_GUTTER_EMS = 0.7;
/** Baselines within this many points are one row: Latin is set a hair off the Chinese baseline. */
const ROW_POINTS = 2;

/** From edge to edge, in points. */
export type Stretch = readonly [from: number, to: number];

/** What stands on one baseline. */
export interface InkRow {
  /** Baseline of its first run. */
  readonly baseline: number;
  /** From left to right. */
  readonly stretches: readonly Stretch[];
}

/** The empty strip between two columns. */
export interface Gutter {
  readonly left: number;
  readonly right: number;
  /** Where it parts a narrow side column from the body; absent where it parts two columns of the whole page. */
  readonly sideColumn?: SideColumn;
}

/** A column beside the body, on one page or a part of it. */
export interface SideColumn {
  /** Which side of the gutter it stands on. */
  readonly side: 'left' | 'right';
  /** Nearly as wide as the text beside it, and as full: the two are read from left to right. */
  readonly isHalf: boolean;
  /** From its first to its last baseline. */
  readonly height: Interval;
  /** The baselines between which no row crosses the gutter. */
  readonly clear: Interval;
}

/** The ink of every row of upright text: runs on one baseline, a point more or less. In the order of drawing. */
export function inkRows(page: PageContent): InkRow[] {
  const rows = new Map<number, { baseline: number; ink: Stretch[] }>();
  for (const run of page.runs) {
    if (run.rotation !== 0 || run.vertical) continue;
    const step = Math.round(run.baseline / ROW_POINTS);
    const key = rows.has(step - 1) ? step - 1 : step;
    const row = rows.get(key) ?? { baseline: run.baseline, ink: [] };
    rows.set(key, row);
    row.ink.push([run.box.x, run.box.x + run.box.width]);
  }
  const reach = MIN_GUTTER_EMS * medianSize(page.runs);
  return [...rows.values()].map(({ baseline, ink }) => ({ baseline, stretches: mergeNear(ink, reach) }));
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

/** The ends of the ink on both sides of `x`, infinite where there is none; `crosses` where ink stands at it. */
export function gapAround(row: readonly Stretch[], x: number): Gutter | 'crosses' {
  // Asked of every row for every place where a gutter may be: no lists are made.
  let left = -Infinity;
  let right = Infinity;
  for (const [from, to] of row) {
    if (from < x && to > x) return 'crosses';
    if (to <= x) left = Math.max(left, to);
    if (from >= x) right = Math.min(right, from);
  }
  return { left, right };
}

/** Whether ink stands at `x`. */
export function crosses(row: readonly Stretch[], x: number): boolean {
  for (const [from, to] of row) if (from < x && to > x) return true;
  return false;
}

/** The usual size of the runs, in points. */
export function medianSize(runs: readonly GlyphRun[]): number {
  return median(runs.map((run) => run.size));
}

/** From the first to the last ink among stretches; null of none. */
export function extentOf(stretches: readonly Stretch[]): Stretch | null {
  if (stretches.length === 0) return null;
  return [Math.min(...stretches.map(([from]) => from)), Math.max(...stretches.map(([, to]) => to))];
}
