/** Rows and the labels set in the middle of several of them → the cells that those labels fill. */
import { itemAt } from '../../../../model/item-at.ts';
import type { TextLine } from '../../lines/text-line.ts';
import { middleOf, rightOf, stretchesBetween, unionOf } from '../../glyphs/geometry.ts';
import type { MergedArea } from './merged-area.ts';
import { columnOf } from './text-rows.ts';

/** By this share of a row the middle of a label may miss the middle of its rows. */
const MIDDLE_TOLERANCE = 0.3;

/** Merged labels stand in the first columns only: elsewhere an empty cell is one. */
const LABEL_COLUMNS = 2;

/**
 * Groups of neighbouring rows, each with one label in its middle: the first group begins at the first end, so its
 * label tells where it stops, and so on. Returns the index of each group's last end, or null where that does not come
 * out at the end of the last row.
 *
 * @param ends Ends of the rows, ascending.
 * @param middles Middles of the labels, ascending.
 */
export function groupsAround(ends: readonly number[], middles: readonly number[]): readonly number[] | null {
  const groups: number[] = [];
  let from = 0;
  for (const middle of middles) {
    if (from + 1 >= ends.length) return null;
    const start = itemAt(ends, from);
    const wanted = 2 * middle - start;
    const distance = (index: number): number => Math.abs(itemAt(ends, index) - wanted);
    let best = from + 1;
    for (let index = from + 2; index < ends.length; index++) {
      if (distance(index) < distance(best)) best = index;
    }
    const rowHeight = (itemAt(ends, best) - start) / (best - from);
    if (distance(best) > 2 * MIDDLE_TOLERANCE * rowHeight) return null;
    groups.push(best);
    from = best;
  }
  return from === ends.length - 1 ? groups : null;
}

/** The middles of a column's labels: lines that stand in one row are one label. */
function labelMiddles(texts: readonly TextLine[], rowEnds: readonly number[]): readonly number[] {
  const rows = Map.groupBy(texts, ({ box }) => rowEnds.findLastIndex((end) => end <= middleOf(box)));
  return [...rows.values()].map((own) => middleOf(unionOf(own.map(({ box }) => box)))).sort((a, b) => a - b);
}

/**
 * The merged cells of the first columns, where rulings do not tell them.
 *
 * @param rowEnds Ends of neighbouring rows with nothing drawn between them in these columns.
 */
export function mergedLabels(
  rowEnds: readonly number[],
  columnEnds: readonly number[],
  segments: readonly TextLine[],
): readonly MergedArea[] {
  const merged: MergedArea[] = [];
  const [top, bottom] = [itemAt(rowEnds, 0), itemAt(rowEnds, -1)];
  const labelColumns = stretchesBetween(columnEnds).slice(0, -1).slice(0, LABEL_COLUMNS);
  for (const [column, { to: right }] of labelColumns.entries()) {
    const texts = segments.filter(
      (segment) =>
        columnOf(segment, columnEnds) === column &&
        rightOf(segment.box) <= right + 1 &&
        middleOf(segment.box) > top &&
        middleOf(segment.box) < bottom,
    );
    const groups = texts.length < 2 ? null : groupsAround(rowEnds, labelMiddles(texts, rowEnds));
    if (groups === null) break;
    let from = 0;
    for (const to of groups) {
      if (to - from > 1) {
        const rows = { top: itemAt(rowEnds, from), bottom: itemAt(rowEnds, to) };
        merged.push({ ...rows, firstColumn: column, lastColumn: column });
      }
      from = to;
    }
  }
  return merged;
}
