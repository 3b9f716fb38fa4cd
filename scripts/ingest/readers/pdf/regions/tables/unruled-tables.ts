/** A table's caption → the rows of text below it that make a table without a frame. */
import type { Box } from '../../../../model/document.ts';
import type { CaptionLines } from '../captions/caption-lines.ts';
import type { DraftTable } from './draft-table.ts';
import { bottomOf, boxFrom, rightOf, unionOf } from '../../glyphs/geometry.ts';
import { edgesOf } from './lattice.ts';
import type { PageView } from '../page-view.ts';
import { openRows } from './open-rows.ts';
import { draftOf } from './table-candidates.ts';
import { columnGaps } from './column-gaps.ts';

/** Rows and columns that text without any frame needs to be taken as a table. */
const MIN_ROWS = 2;
const MIN_COLUMNS = 2;

/** The table without a frame under a caption, or undefined where the text there has no columns. */
export function draftUnruled(
  view: PageView,
  caption: CaptionLines,
  blocked: readonly Box[],
): DraftTable | undefined {
  const rows = openRows(view, bottomOf(caption.box), blocked);
  const inside = rows.flatMap((row) => row.segments);
  if (rows.length < MIN_ROWS || columnGaps(inside).length + 1 < MIN_COLUMNS) return undefined;
  const text = unionOf(inside.map(({ box }) => box));
  const edges = edgesOf(view.graphics, view.em).filter(({ direction, at, from, to }) =>
    direction === 'horizontal'
      ? at > text.y - view.em && at < bottomOf(text) + view.em && from < rightOf(text) && to > text.x
      : at > text.x && at < rightOf(text) && from < bottomOf(text) && to > text.y,
  );
  const box = boxFrom(text.x - 1, text.y - 1, rightOf(text) + 1, bottomOf(text) + 1);
  return draftOf(view, { box, edges }, box);
}
