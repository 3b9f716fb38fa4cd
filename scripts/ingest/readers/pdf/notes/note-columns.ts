/** The lines of a page → those of each column, in which notes have a foot of their own. */
import { rightOf } from '../glyphs/geometry.ts';
import type { PageContent } from '../glyphs/page-content.ts';
import type { Gutter } from '../lines/page-columns.ts';
import type { TextLine } from '../lines/text-line.ts';

/** What stands in one column. */
export interface NoteColumn {
  /** The page with the rules of the column alone. */
  readonly page: PageContent;
  readonly lines: readonly TextLine[];
}

/**
 * The columns from left to right. What stands over both belongs to the right one, behind which it is read. A side column has
 * no notes of its own: such a page is one.
 */
export function noteColumns(
  page: PageContent,
  lines: readonly TextLine[],
  gutter: Gutter | null,
): readonly NoteColumn[] {
  if (gutter === null || gutter.sideColumn) return [{ page, lines }];
  const isLeft = (end: number): boolean => end <= gutter.right;
  return [true, false].map((left) => ({
    page: {
      ...page,
      rulings: page.rulings.filter(({ direction, to }) => direction === 'vertical' || isLeft(to) === left),
    },
    lines: lines.filter(({ box }) => isLeft(rightOf(box)) === left),
  }));
}
