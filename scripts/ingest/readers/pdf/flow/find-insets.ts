/** Lines → the columns of blocks set in from both sides (quotations): measured by their own edges, not by the page's. */
import { itemAt } from '../../../model/item-at.ts';
import { rightOf } from '../glyphs/geometry.ts';
import type { Column } from '../lines/text-line.ts';
import { factsByColumn, isFullBefore, isSameSize } from '../lines/line-facts.ts';
import type { FactsOf } from '../lines/line-facts.ts';
import { listMarkerOf } from '../lines/list-markers.ts';
import type { TextLine } from '../lines/text-line.ts';

/** The block takes at least this share of the column: a heap of short lines (a signature) is no block. */
const MIN_WIDTH_SHARE = 0.5;
/** Lines of one block follow each other within this many ems. */
const MAX_LEADING_EMS = 2.6;

/** Lines of one block that is not indented begin within this of each other, in ems. */
const SAME_START_EMS = 0.3;
const OPENS_QUOTE = /[：:]$/u;

/** The columns of lines that stand in inset blocks, by line id. */
export function findInsets(lines: readonly TextLine[], factsOf: FactsOf): Map<number, Column> {
  const insets = new Map<number, Column>();
  for (let from = 0; from < lines.length; from++) {
    const to = endOfInset(lines, from, factsOf);
    const block = withoutRemainder(lines, from, to, factsOf);
    const column = block.length >= 2 ? columnOfBlock(block, factsOf(itemAt(block, 0)).column) : null;
    if (column) for (const line of block) insets.set(line.id, column);
    from = Math.max(from, to - 1);
  }
  return insets;
}

/** Index behind the last of the lines from `from` on that are set in and follow each other. */
function endOfInset(lines: readonly TextLine[], from: number, factsOf: FactsOf): number {
  let before: TextLine | null = null;
  for (let index = from; index < lines.length; index++) {
    const line = itemAt(lines, index);
    if (!isInset(line, factsOf) || (before !== null && !follows(before, line))) return index;
    before = line;
  }
  return lines.length;
}

/**
 * The end of an ordinary paragraph may be short enough to look set in: it does not belong to the block below. Nor is
 * the rest of a list item a block.
 */
function withoutRemainder(
  lines: readonly TextLine[],
  from: number,
  to: number,
  factsOf: FactsOf,
): readonly TextLine[] {
  const [before, first] = [lines[from - 1], lines[from]];
  if (!before || !first || before.page !== first.page) return lines.slice(from, to);
  const facts = factsOf(before);
  const runsOn = !facts.ended && isFullBefore(before, first, facts);
  const hangs = runsOn && listMarkerOf(before) !== null && first.box.x > before.box.x;
  const goesOn =
    facts.full && follows(before, first) && startsAt(before, first) && !OPENS_QUOTE.test(before.text);
  // What hangs from an open item is the item's, and what begins where a full line above does is that one's block.
  if (!hangs && !goesOn) return lines.slice(runsOn ? from + 1 : from, to);
  const rest = lines.slice(from, to);
  const next = rest.findIndex((line) => !startsAt(line, first));
  return next < 0 ? [] : rest.slice(next);
}

function startsAt(line: TextLine, other: TextLine): boolean {
  return Math.abs(line.box.x - other.box.x) <= SAME_START_EMS * other.size;
}

function isInset(line: TextLine, factsOf: FactsOf): boolean {
  return factsOf(line).inset && listMarkerOf(line) === null;
}

function follows(before: TextLine, line: TextLine): boolean {
  const gap = line.baseline - before.baseline;
  return (
    isSameSize(line.size, before.size) &&
    line.page === before.page &&
    gap > 0 &&
    gap <= MAX_LEADING_EMS * line.size
  );
}

/** The edges of a block in which every line is full or ends its sentence, and some line runs on to the next. */
function columnOfBlock(block: readonly TextLine[], around: Column): Column | null {
  const left = Math.min(...block.map((line) => line.box.x));
  const right = Math.max(...block.map((line) => rightOf(line.box)));
  if (right - left < MIN_WIDTH_SHARE * (around.right - around.left)) return null;
  const factsOf = factsByColumn(() => ({ left, right }));
  const inner = block.slice(0, -1);
  const sound = inner.every((line) => factsOf(line).full || factsOf(line).ended);
  return sound && inner.some((line) => factsOf(line).full && !factsOf(line).ended) ? { left, right } : null;
}
