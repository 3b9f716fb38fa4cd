/** Labels that are set in the middle of the rows which they stand for. */
import type { TextLine } from '../../lines/text-line.ts';
import { middleOf, rightOf } from '../../glyphs/geometry.ts';
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
 * @param ends Ends of the rows, ascending. @param middles Middles of the labels, ascending.
 */
export function groupsAround(ends: readonly number[], middles: readonly number[]): readonly number[] | null {
  const groups: number[] = [];
  let from = 0;
  for (const middle of middles) {
    const wanted = 2 * middle - ends[from]!;
    let best = from + 1;
    for (let index = from + 1; index < ends.length; index++) {
      if (Math.abs(ends[index]! - wanted) < Math.abs(ends[best]! - wanted)) best = index;
    }
    if (best >= ends.length) return null;
    const rowHeight = (ends[best]! - ends[from]!) / (best - from);
    if (Math.abs(ends[best]! - wanted) > 2 * MIDDLE_TOLERANCE * rowHeight) return null;
    groups.push(best);
    from = best;
  }
  return from === ends.length - 1 ? groups : null;
}

/** Labels of a column as one text each: lines that stand in one row are one label. */
function labelMiddles(texts: readonly TextLine[]): readonly number[] {
  return texts.map(({ box }) => middleOf(box)).sort((a, b) => a - b);
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
  for (let column = 0; column < Math.min(LABEL_COLUMNS, columnEnds.length - 2); column++) {
    const texts = segments.filter(
      (segment) =>
        columnOf(segment, columnEnds) === column &&
        rightOf(segment.box) <= columnEnds[column + 1]! + 1 &&
        middleOf(segment.box) > rowEnds[0]! &&
        middleOf(segment.box) < rowEnds.at(-1)!,
    );
    const groups = texts.length < 2 ? null : groupsAround(rowEnds, labelMiddles(texts));
    if (groups === null) break;
    let from = 0;
    for (const to of groups) {
      if (to - from > 1) {
        merged.push({ top: rowEnds[from]!, bottom: rowEnds[to]!, firstColumn: column, lastColumn: column });
      }
      from = to;
    }
  }
  return merged;
}
