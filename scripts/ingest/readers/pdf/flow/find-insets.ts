/** Blocks set in from both sides (quotations): lines are measured by the block's own edges, not by the page's. */
import { endsClause } from '../../../genre/sentences.ts';
import type { Column } from '../lines/learn-measures.ts';
import { readListMarker } from './list-markers.ts';
import type { TextLine } from '../lines/text-line.ts';

/** A block is set in by at least this on either side, in ems. */
const MIN_INSET_EMS = 0.8;
/** Lines that end this near to the block's right edge are full. */
const FULL_EMS = 1.6;
/** The block takes at least this share of the column: a heap of short lines (a signature) is no block. */
const MIN_WIDTH_SHARE = 0.5;
/** Lines of one block follow each other within this many ems. */
const MAX_LEADING_EMS = 2.6;
/** A stop at the end of a line may hang into the margin by this. */
const HANGING_EMS = 1;
/** A line that comes this near to the page's edge reaches it, hanging stop or not. */
const REACHED_EMS = 0.3;

/** The columns of lines that stand in inset blocks, by line id. */
export function findInsets(
  lines: readonly TextLine[],
  columnOf: (line: TextLine) => Column,
): Map<number, Column> {
  const insets = new Map<number, Column>();
  for (let from = 0; from < lines.length; from++) {
    let to = from;
    while (
      to < lines.length &&
      isInset(lines[to]!, columnOf) &&
      (to === from || follows(lines[to - 1]!, lines[to]!))
    )
      to++;
    const block = withoutRemainder(lines, from, to, columnOf);
    const column = block.length >= 2 ? columnOfBlock(block, columnOf(block[0]!)) : null;
    if (column) for (const line of block) insets.set(line.id, column);
    from = Math.max(from, to - 1);
  }
  return insets;
}

/** The end of an ordinary paragraph may be short enough to look set in: it does not belong to the block below. */
function withoutRemainder(
  lines: readonly TextLine[],
  from: number,
  to: number,
  columnOf: (line: TextLine) => Column,
): readonly TextLine[] {
  const [before, first] = [lines[from - 1], lines[from]];
  if (!before || !first || before.page !== first.page) return lines.slice(from, to);
  const runsOn = columnOf(before).right - endOf(before) <= FULL_EMS * before.size && !endsClause(before.text);
  return lines.slice(runsOn ? from + 1 : from, to);
}

/** Where a line ends, a hanging stop left out. */
function endOf(line: TextLine): number {
  const hang = /[，。、；：！？]$/u.test(line.text) ? HANGING_EMS * line.size : 0;
  return line.box.x + line.box.width - hang;
}

function isInset(line: TextLine, columnOf: (line: TextLine) => Column): boolean {
  const { left, right } = columnOf(line);
  const room = MIN_INSET_EMS * line.size;
  const end = line.box.x + line.box.width;
  return (
    line.box.x >= left + room &&
    end <= right - REACHED_EMS * line.size &&
    endOf(line) <= right - room &&
    readListMarker(line.text) === null
  );
}

function follows(before: TextLine, line: TextLine): boolean {
  const gap = line.baseline - before.baseline;
  const alike = Math.abs(line.size - before.size) <= 0.05 * line.size;
  return alike && line.page === before.page && gap > 0 && gap <= MAX_LEADING_EMS * line.size;
}

/** The edges of a block in which every line is full or ends its sentence, and some line runs on to the next. */
function columnOfBlock(block: readonly TextLine[], around: Column): Column | null {
  const left = Math.min(...block.map((line) => line.box.x));
  const right = Math.max(...block.map((line) => line.box.x + line.box.width));
  if (right - left < MIN_WIDTH_SHARE * (around.right - around.left)) return null;
  const isFull = (line: TextLine): boolean => right - line.box.x - line.box.width <= FULL_EMS * line.size;
  const inner = block.slice(0, -1);
  const sound = inner.every((line) => isFull(line) || endsClause(line.text));
  return sound && inner.some((line) => isFull(line) && !endsClause(line.text)) ? { left, right } : null;
}
