/** A table as drawn → its box with the rows outside: beside stripes, and below a head that the page end left open. */
import type { Box } from '../../../../model/document.ts';
import { itemAt } from '../../../../model/item-at.ts';
import { isSameRow } from '../../lines/line-facts.ts';
import type { TextLine } from '../../lines/text-line.ts';
import type { DraftTable } from './draft-table.ts';
import { bottomOf, boxFrom, holdsMiddle, middleOf, rightOf } from '../../glyphs/geometry.ts';
import { openRows } from './open-rows.ts';
import type { PageView } from '../page-view.ts';

/**
 * Text just below or above that goes on with the rows: a last row without stripe or rule.
 * @param others Areas that are something else.
 */
export function withOuterRows(view: PageView, draft: DraftTable, others: readonly Box[]): Box {
  if (draft.isRuled || draft.columnEnds.length < 3) return draft.box;
  let { box } = draft;
  const hasRule = (at: number): boolean => draft.rules.some((rule) => Math.abs(rule - at) < 0.3 * view.em);
  const isRow = (line: TextLine): boolean => {
    const beside = view.lines.filter((other) => isSameRow(line, other));
    return (
      beside.length >= 2 &&
      !others.some((other) => holdsMiddle(other, line.box)) &&
      beside.every((each) => each.box.x >= box.x - 1 && rightOf(each.box) <= rightOf(box) + 1)
    );
  };
  const rowHeight = box.height / Math.max(1, draft.rows.length);
  for (const side of ['below', 'above'] as const) {
    if (hasRule(side === 'below' ? bottomOf(box) : box.y)) continue;
    const lines = side === 'below' ? view.lines : view.lines.toReversed();
    for (const line of lines) {
      const middle = middleOf(line.box);
      const gap = side === 'below' ? middle - bottomOf(box) : box.y - middle;
      if (gap < 0 || gap > rowHeight || !isRow(line)) continue;
      box =
        side === 'below'
          ? boxFrom(box.x, box.y, rightOf(box), Math.max(bottomOf(box), bottomOf(line.box) + 1))
          : boxFrom(box.x, Math.min(box.y, line.box.y - 1), rightOf(box), bottomOf(box));
    }
  }
  return box;
}

/** Rules above and below the head: with no third one, the table goes on below without. */
const HEAD_RULES = 2;

/** Rows of the head at most: more are a whole table. */
const MAX_HEAD_ROWS = 2;

/** Text below a head between two rules that has its columns: the table has no last rule because its page ends. */
export function withOpenRows(view: PageView, box: Box, draft: DraftTable, others: readonly Box[]): Box {
  const isHead = draft.rules.length === HEAD_RULES && draft.rows.length <= MAX_HEAD_ROWS;
  if (draft.isRuled || !isHead || draft.columnEnds.length < 3) return box;
  const rows = openRows(view, bottomOf(box), others);
  const end = rows.findIndex((row) =>
    row.segments.some((segment) => segment.box.x < box.x - 1 || rightOf(segment.box) > rightOf(box) + 1),
  );
  const own = end < 0 ? rows : rows.slice(0, end);
  const isTabular = own.some((row) => row.segments.length > 1);
  return isTabular ? boxFrom(box.x, box.y, rightOf(box), itemAt(own, -1).bottom + 1) : box;
}
