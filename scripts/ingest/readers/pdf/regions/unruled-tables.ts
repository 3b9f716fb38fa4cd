/** Tables without a frame: rows of text under (or over) a table's caption. */
import type { Box } from '../../../model/document.ts';
import type { TextLine } from '../text-line.ts';
import type { CaptionLines } from './caption-lines.ts';
import { isNoteLine, isSourceLine, isUnitLine } from './captions.ts';
import { tableSegments, type DraftTable } from './draft-table.ts';
import { bottomOf, boxFrom, holdsMiddle, rightOf, unionOf } from './geometry.ts';
import { edgesOf } from './lattice.ts';
import type { PageView } from './page-view.ts';
import { isProse } from './prose.ts';
import { draftOf } from './table-candidates.ts';
import { columnGaps } from './column-gaps.ts';
import { visualRows, type VisualRow } from './text-rows.ts';

/** A gap this many times the usual one between two rows ends the table. */
const END_GAP_RATIO = 2.2;

/** Ems between the caption and the first row at most, and the least that any gap may be. */
const MAX_FIRST_GAP_EMS = 3;
const MIN_END_GAP_EMS = 1.2;

/** Rows and columns that text without any frame needs to be taken as a table. */
const MIN_ROWS = 2;
const MIN_COLUMNS = 2;

const endsTable = (text: string): boolean => isSourceLine(text) || isNoteLine(text);

/** The rows that follow each other closely, from the caption away. */
function closeRows(rows: readonly VisualRow[], start: number, em: number): readonly VisualRow[] {
  const kept: VisualRow[] = [];
  const gaps: number[] = [];
  let bottom = start;
  for (const row of rows) {
    const gap = row.top - bottom;
    const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)];
    const most =
      kept.length === 0
        ? MAX_FIRST_GAP_EMS * em
        : Math.max(MIN_END_GAP_EMS * em, usual === undefined ? Infinity : END_GAP_RATIO * usual);
    if (gap > Math.min(most, MAX_FIRST_GAP_EMS * em)) break;
    if (kept.length > 0) gaps.push(Math.max(0, gap));
    kept.push(row);
    bottom = Math.max(bottom, row.bottom);
  }
  return kept;
}

/** Lines from the caption down to the first that is not the table's. */
function linesUntilEnd(view: PageView, caption: CaptionLines, blocked: readonly Box[]): readonly TextLine[] {
  const captions = new Set(view.captions.flatMap(({ lines }) => lines));
  const top = bottomOf(caption.box) - 1;
  const stop = Math.min(
    ...blocked.filter((box) => box.y >= top).map((box) => box.y),
    ...view.graphics.images.filter(({ box }) => box.y >= top).map(({ box }) => box.y),
    ...view.lines
      .filter((line) => line.box.y >= top)
      .filter(
        (line) => captions.has(line) || endsTable(line.text) || isProse(line, view.lines, view.measures),
      )
      .map((line) => line.box.y),
  );
  return view.lines.filter(({ box, text }) => box.y >= top && bottomOf(box) <= stop + 1 && !isUnitLine(text));
}

/** The table without a frame under a caption, or undefined where the text there has no columns. */
export function draftUnruled(
  view: PageView,
  caption: CaptionLines,
  blocked: readonly Box[],
): DraftTable | undefined {
  const lines = linesUntilEnd(view, caption, blocked);
  if (lines.length < MIN_ROWS) return undefined;
  const area = unionOf(lines.map(({ box }) => box));
  const segments = tableSegments(view.runs.filter((run) => holdsMiddle(area, run.box)));
  const rows = closeRows(visualRows(segments), bottomOf(caption.box), view.em);
  const inside = rows.flatMap((row) => row.segments);
  if (rows.length < MIN_ROWS || columnGaps(inside, view.em).length + 1 < MIN_COLUMNS) return undefined;
  const text = unionOf(inside.map(({ box }) => box));
  const edges = edgesOf(view.graphics, view.em).filter(({ direction, at, from, to }) =>
    direction === 'horizontal'
      ? at > text.y - view.em && at < bottomOf(text) + view.em && from < rightOf(text) && to > text.x
      : at > text.x && at < rightOf(text) && from < bottomOf(text) && to > text.y,
  );
  const box = boxFrom(text.x - 1, text.y - 1, rightOf(text) + 1, bottomOf(text) + 1);
  return draftOf(view, { box, edges }, box);
}
