/** What text alone tells of the rows and columns of a table. */
import type { TextLine } from '../text-line.ts';
import { acrossOf, bottomOf, overlapOf } from './geometry.ts';

/** Cells on one baseline, within this many ems: figures and Chinese of one row differ a little. */
const SAME_ROW_EMS = 0.35;

/** Text on one baseline. */
export interface VisualRow {
  readonly baseline: number;
  readonly top: number;
  readonly bottom: number;
  readonly segments: readonly TextLine[];
}

/** The segments of a table by their baselines, from top to bottom. */
export function visualRows(segments: readonly TextLine[]): readonly VisualRow[] {
  const groups: TextLine[][] = [];
  for (const segment of segments.toSorted((a, b) => a.baseline - b.baseline)) {
    const last = groups.at(-1);
    if (last && segment.baseline - last[0]!.baseline <= SAME_ROW_EMS * segment.size) last.push(segment);
    else groups.push([segment]);
  }
  return groups.map((group) => ({
    baseline: group[0]!.baseline,
    top: Math.min(...group.map(({ box }) => box.y)),
    bottom: Math.max(...group.map(({ box }) => bottomOf(box))),
    segments: group.toSorted((a, b) => a.box.x - b.box.x),
  }));
}

/** Number of the column that holds most of the segment; -1 where it lies in none. */
export function columnOf(segment: TextLine, columns: readonly number[]): number {
  const stretch = acrossOf(segment.box);
  let best = -1;
  let most = 0;
  for (let column = 0; column + 1 < columns.length; column++) {
    const shared = overlapOf(stretch, { from: columns[column]!, to: columns[column + 1]! });
    if (shared > most) [best, most] = [column, shared];
  }
  return best;
}

const columnsIn = (row: VisualRow, columns: readonly number[]): ReadonlySet<number> =>
  new Set(row.segments.map((segment) => columnOf(segment, columns)));

/** Share of the columns that a row of a band of several rows fills at least. */
const FULL_ROW_SHARE = 0.6;

/** Whether text fills so many columns on this baseline that it is a row, not the wrapped line of one. */
export function isFullRow(row: VisualRow, columns: readonly number[]): boolean {
  const all = columns.length - 1;
  return columnsIn(row, columns).size >= Math.max(Math.min(2, all), FULL_ROW_SHARE * all);
}

/** Gaps between rows are this much larger than those between the lines of a cell, where padding tells them apart. */
const ROW_GAP_RATIO = 1.35;

/** Ends of rows by white space: where the gap between two baselines' text is clearly larger than the smallest. */
function splitByGaps(rows: readonly VisualRow[]): readonly number[] | null {
  const gaps: { readonly size: number; readonly at: number }[] = [];
  let bottom = rows[0]!.bottom;
  for (const row of rows.slice(1)) {
    gaps.push({ size: row.top - bottom, at: (row.top + bottom) / 2 });
    bottom = Math.max(bottom, row.bottom);
  }
  // Negative gaps (cells that are centred beside taller ones) are all alike.
  const sizes = gaps.map(({ size }) => Math.max(0.5, size)).sort((a, b) => a - b);
  let threshold = 0;
  let largest = ROW_GAP_RATIO;
  for (let index = 1; index < sizes.length; index++) {
    const ratio = sizes[index]! / sizes[index - 1]!;
    if (ratio > largest) [largest, threshold] = [ratio, (sizes[index]! + sizes[index - 1]!) / 2];
  }
  return threshold === 0 ? null : gaps.filter(({ size }) => size > threshold).map(({ at }) => at);
}

/** Ends of rows before each row that begins with all its cells: for cells set from the top without padding. */
function splitByFullRows(rows: readonly VisualRow[], columns: readonly number[]): readonly number[] {
  return rows.flatMap((row, index) =>
    index > 0 && isFullRow(row, columns) ? [(rows[index - 1]!.bottom + row.top) / 2] : [],
  );
}

/** Where a band of a table without rulings between its rows is to be cut, and whether that is certain. */
export interface RowCuts {
  readonly cuts: readonly number[];
  readonly certain: boolean;
}

/** Cuts the text between two rulings into rows. */
export function cutIntoRows(segments: readonly TextLine[], columns: readonly number[]): RowCuts {
  const rows = visualRows(segments);
  if (rows.length < 2) return { cuts: [], certain: true };
  if (rows.every((row) => isFullRow(row, columns))) {
    return { cuts: splitByFullRows(rows, columns), certain: true };
  }
  const byGaps = splitByGaps(rows);
  if (byGaps !== null) return { cuts: byGaps, certain: true };
  return { cuts: splitByFullRows(rows, columns), certain: isFullRow(rows[0]!, columns) };
}

/** Whether every baseline in the band is a row by itself: text in most columns on each. */
export function isBandOfRows(segments: readonly TextLine[], columns: readonly number[]): boolean {
  const rows = visualRows(segments);
  return rows.length > 1 && rows.every((row) => isFullRow(row, columns));
}
