/** Lines → the columns of blocks set to a width of their own (back pages, address pages, text boxes). */
import { itemAt } from '../../../model/item-at.ts';
import { rightOf } from '../glyphs/geometry.ts';
import { FULL_SLACK_EMS, isSameSize } from '../lines/line-facts.ts';
import type { FactsOf } from '../lines/line-facts.ts';
import type { Column, TextLine } from '../lines/text-line.ts';

/** Three lines may end at one place by chance. */
const MIN_LINES = 4;
/** Lines this narrow (in ems) are names, labels and cells: those of one length look justified. */
const MIN_WIDTH_EMS = 15;
/** Lines of one block follow each other within this many ems. */
const MAX_LEADING_EMS = 2.6;
/** Justified lines end within this of each other, in ems; a stop hangs out by no more than an em. */
const SAME_END_EMS = 0.5;
const HANGING_EMS = 1.2;
/** Lines over this share of the page's column show where it ends on this page: where most of so many end within reach. */
const LONG_SHARE = 0.75;
const MIN_LONG_LINES = 3;
const RAGGED_EMS = 1;
/** Share of the lines that end at the edge, first and last ones of paragraphs being the others. */
const MIN_AT_EDGE = 0.5;
/** Running text has a stop or comma in at least this share of its lines; titles and names have none. */
const MIN_STOPPED = 0.5;
const STOP_OR_COMMA = /[，。；：、,;:.]/u;

/** The columns of lines whose block ends clear of its page's right edge, by line id. */
export function findBlockColumns(lines: readonly TextLine[], factsOf: FactsOf): Map<number, Column> {
  const columns = new Map<number, Column>();
  for (const block of blocksOf(lines)) {
    const column = columnOfBlock(block);
    if (column === null) continue;
    const off = (factsOf(itemAt(block, 0)).column.right - column.right) / itemAt(block, 0).size;
    if (off > FULL_SLACK_EMS || off < -HANGING_EMS) for (const { id } of block) columns.set(id, column);
  }
  for (const set of Map.groupBy(lines, settingOf).values()) {
    const right = rightOfPage(set.filter((line) => factsOf(line).share >= LONG_SHARE));
    if (right === null) continue;
    for (const line of set) {
      const { left, right: learned } = factsOf(line).column;
      if ((learned - right) / line.size > FULL_SLACK_EMS && !columns.has(line.id))
        columns.set(line.id, { left, right });
    }
  }
  return columns;
}

function settingOf({ page, size }: TextLine): string {
  return `${String(page)}|${size.toFixed(0)}`;
}

/** Where the long lines of one page and size end, most of them near the furthest; null where they end anywhere. */
function rightOfPage(long: readonly TextLine[]): number | null {
  const right = Math.max(...long.map(({ box }) => rightOf(box)));
  const atEdge = long.filter(({ box, size }) => right - rightOf(box) <= RAGGED_EMS * size).length;
  return atEdge >= MIN_LONG_LINES && atEdge >= MIN_AT_EDGE * long.length ? right : null;
}

/** Lines of one size that follow each other on a page. */
function blocksOf(lines: readonly TextLine[]): TextLine[][] {
  const blocks: TextLine[][] = [];
  for (const line of lines) {
    const open = blocks.at(-1);
    if (open && follows(itemAt(open, -1), line)) open.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

function follows(before: TextLine, line: TextLine): boolean {
  const gap = line.baseline - before.baseline;
  return (
    line.page === before.page &&
    isSameSize(line.size, before.size) &&
    gap > 0 &&
    gap <= MAX_LEADING_EMS * line.size
  );
}

/** The edges of a block of running text whose lines end at one place, or null. */
function columnOfBlock(block: readonly TextLine[]): Column | null {
  if (block.length < MIN_LINES) return null;
  const { size } = itemAt(block, 0);
  const ends = block.map(({ box }) => rightOf(box)).sort((a, b) => a - b);
  const right = itemAt(ends, Math.floor(ends.length / 2));
  const left = Math.min(...block.map(({ box }) => box.x));
  const share = (test: (line: TextLine) => boolean): number => block.filter(test).length / block.length;
  const justified = share(({ box }) => Math.abs(rightOf(box) - right) <= SAME_END_EMS * size) >= MIN_AT_EDGE;
  const within = itemAt(ends, -1) - right <= HANGING_EMS * size;
  const wide = right - left >= MIN_WIDTH_EMS * size;
  const reads = share(({ text }) => STOP_OR_COMMA.test(text)) >= MIN_STOPPED;
  return justified && within && wide && reads ? { left, right } : null;
}
