/** A page and a height on it → the rows of text that follow there without any frame. */
import type { Box } from '../../../../model/document.ts';
import type { TextLine } from '../../lines/text-line.ts';
import { isNoteLine, isSourceLine, isUnitLine } from '../../../../genre/captions.ts';
import { tableSegments } from './draft-table.ts';
import { bottomOf, holdsMiddle, unionOf } from '../../glyphs/geometry.ts';
import type { PageView } from '../page-view.ts';
import { isProse } from '../prose.ts';
import { visualRows, type VisualRow } from './text-rows.ts';

/** A gap this many times the usual one between two rows ends the table. */
const END_GAP_RATIO = 2.2;

/** Ems between the caption and the first row at most, and the least that any gap may be. */
const MAX_FIRST_GAP_EMS = 3;
const MIN_END_GAP_EMS = 1.2;

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

/** Lines from a height down to the first that is not the table's. */
function linesUntilEnd(view: PageView, from: number, blocked: readonly Box[]): readonly TextLine[] {
  const captions = new Set(view.captions.flatMap(({ lines }) => lines));
  const top = from - 1;
  const stop = Math.min(
    ...blocked.filter((box) => box.y >= top).map((box) => box.y),
    ...view.graphics.images.filter(({ box }) => box.y >= top).map(({ box }) => box.y),
    ...view.lines
      .filter((line) => line.box.y >= top)
      .filter((line) => captions.has(line) || endsTable(line.text) || isProse(line, view))
      .map((line) => line.box.y),
  );
  return view.lines.filter(({ box, text }) => box.y >= top && bottomOf(box) <= stop + 1 && !isUnitLine(text));
}

/**
 * The rows of text below a height that stand close together, down to running text, a source line or another table.
 *
 * @param blocked Boxes at which the rows end at the latest.
 */
export function openRows(view: PageView, from: number, blocked: readonly Box[]): readonly VisualRow[] {
  const lines = linesUntilEnd(view, from, blocked);
  if (lines.length === 0) return [];
  const area = unionOf(lines.map(({ box }) => box));
  const segments = tableSegments(view.runs.filter((run) => holdsMiddle(area, run.box)));
  return closeRows(visualRows(segments), from, view.em);
}
