/** The text of a table → its rows by baselines, and the columns that each fills. */
import { itemAt } from '../../../../model/item-at.ts';
import { isSameRow } from '../../lines/line-facts.ts';
import type { TextLine } from '../../lines/text-line.ts';
import { acrossOf, bottomOf, overlapOf, stretchesBetween } from '../../glyphs/geometry.ts';

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
    if (last && isSameRow(segment, itemAt(last, 0))) last.push(segment);
    else groups.push([segment]);
  }
  return groups.map((group) => ({
    baseline: itemAt(group, 0).baseline,
    // Not the box around them: its bottom would be rounded twice.
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
  for (const [column, own] of stretchesBetween(columns).entries()) {
    const shared = overlapOf(stretch, own);
    if (shared > most) [best, most] = [column, shared];
  }
  return best;
}

/** Numbers of the columns in which the row has text. */
export function columnsIn(row: VisualRow, columns: readonly number[]): ReadonlySet<number> {
  return new Set(row.segments.map((segment) => columnOf(segment, columns)));
}

/** Share of the columns that a row of a band of several rows fills at least. */
const FULL_ROW_SHARE = 0.6;

/** Whether text fills so many columns on this baseline that it is a row, not the wrapped line of one. */
export function isFullRow(row: VisualRow, columns: readonly number[]): boolean {
  return columnsIn(row, columns).size >= leastInFullRow(columns.length - 1);
}

/** Of so many columns, the number that a row fills at least. */
export function leastInFullRow(columnCount: number): number {
  return Math.max(Math.min(2, columnCount), FULL_ROW_SHARE * columnCount);
}

/** Whether every baseline in the band is a row by itself: text in most columns on each. */
export function isBandOfRows(segments: readonly TextLine[], columns: readonly number[]): boolean {
  const rows = visualRows(segments);
  return rows.length > 1 && rows.every((row) => isFullRow(row, columns));
}
