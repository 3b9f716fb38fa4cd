/** The text between two rulings → where its rows end: by the white space, and by labels set in the middle. */
import { itemAt } from '../../../../model/item-at.ts';
import { neighbours } from '../../../../model/neighbours.ts';
import type { TextLine } from '../../lines/text-line.ts';
import { groupsAround } from './centred-labels.ts';
import { cutAroundMiddleLabels, cutAroundMiddles } from './centred-rows.ts';
import { cutHeadRows, middleBetween } from './head-cuts.ts';
import type { RowCuts, Settled } from './head-cuts.ts';
import { columnsIn, isFullRow, visualRows, type VisualRow } from './text-rows.ts';

/** Gaps between rows are this much larger than those between the lines of a cell, where padding tells them apart. */
const ROW_GAP_RATIO = 1.35;

/** Gaps below this share of the text's size are alike: lines set tight may have none. */
const LEAST_GAP_SHARE = 0.1;

/** Share of the rows that hold text in most columns where the rows are read rightly. */
const MIN_FULL_SHARE = 0.9;

/** White space of so many ems parts rows, whatever else a table shows: no lines of one cell stand so far apart. */
const MIN_ROW_GAP_EMS = 1.75;

/** Lines nearer than this share of their size stand beside each other, each in the middle of cells of its own. */
const CLOSE_GAP_SHARE = 0.17;

const sizeOf = (row: VisualRow): number => Math.max(...row.segments.map(({ size }) => size));
const centreOfRow = (row: VisualRow): number => (row.top + row.bottom) / 2;

function settle(rows: readonly VisualRow[], columns: readonly number[]): Settled {
  const candidates = rows.map((row, index) => {
    const own = columnsIn(row, columns);
    const [above, below] = [rows[index - 1], rows[index + 1]];
    const isClose = above !== undefined && below !== undefined && standsBetween(row, above, below);
    const beside = new Set(isClose ? [above, below].flatMap((each) => [...columnsIn(each, columns)]) : []);
    return { row, cells: own.size, isFree: isClose && [...own].every((column) => !beside.has(column)) };
  });
  // Of two such rows the one with more cells is the row, the other a wrapped cell of it.
  const floating = candidates.flatMap(({ row, cells, isFree }, index) => {
    const beside = [candidates[index - 1], candidates[index + 1]];
    const hasFewest = beside.every((other) => !other?.isFree || cells < other.cells);
    return isFree && hasFewest ? [row] : [];
  });
  return { core: rows.filter((row) => !floating.includes(row)), floating };
}

/** Whether no more white space stands above and below the row than lines set beside each other have. */
function standsBetween(row: VisualRow, above: VisualRow, below: VisualRow): boolean {
  const near = CLOSE_GAP_SHARE * sizeOf(row);
  return row.top - above.bottom <= near && below.top - row.bottom <= near;
}

interface Gap {
  readonly size: number;
  readonly at: number;
}

function gapsBetween(rows: readonly VisualRow[]): readonly Gap[] {
  const [first, ...rest] = rows;
  let bottom = first?.bottom ?? 0;
  return rest.map((row) => {
    const gap = { size: row.top - bottom, at: (row.top + bottom) / 2 };
    bottom = Math.max(bottom, row.bottom);
    return gap;
  });
}

/** Sizes between which a clear jump lies, ascending: what is above may part rows. */
function jumpsIn(gaps: readonly Gap[], textSize: number): readonly number[] {
  const sizes = gaps
    .filter(({ size }) => size > 0)
    .map(({ size }) => Math.max(size, LEAST_GAP_SHARE * textSize));
  sizes.sort((a, b) => a - b);
  return neighbours(sizes).flatMap(([below, size]) =>
    size / below > ROW_GAP_RATIO ? [(size + below) / 2] : [],
  );
}

/** Share of the pieces that hold text in most columns: a wrapped line cut off from its row does not. */
function fullShare(rows: readonly VisualRow[], cuts: readonly number[], columns: readonly number[]): number {
  const pieces = Map.groupBy(rows, (row) => cuts.filter((at) => at < centreOfRow(row)).length);
  const full = [...pieces.values()].filter((piece) =>
    isFullRow({ ...itemAt(piece, 0), segments: piece.flatMap((row) => row.segments) }, columns),
  );
  return full.length / pieces.size;
}

/**
 * Ends of rows by white space: where the gap between two baselines' text is clearly larger than others. Of several
 * readings the one with the most rows holds in which the rows are full.
 */
function cutAtGaps(
  rows: readonly VisualRow[],
  { core }: Settled,
  columns: readonly number[],
): readonly number[] | null {
  const gaps = gapsBetween(core);
  for (const threshold of jumpsIn(gaps, Math.min(...core.map(sizeOf)))) {
    const cuts = gaps.filter(({ size }) => size > threshold).map(({ at }) => at);
    if (fullShare(rows, cuts, columns) >= MIN_FULL_SHARE) return cuts;
  }
  return null;
}

/** Ends of rows before each row that begins with all its cells, or far below: for cells set from the top without padding. */
function cutAtFullRows(rows: readonly VisualRow[], columns: readonly number[]): readonly number[] {
  return neighbours(rows).flatMap(([above, row]) =>
    isFullRow(row, columns) || row.top - above.bottom > MIN_ROW_GAP_EMS * sizeOf(row)
      ? [middleBetween(above, row)]
      : [],
  );
}

/** Ends of rows around labels that are set in the middle of rows of several lines. */
function cutAroundLabels({ core, floating }: Settled): readonly number[] | null {
  const [first, last] = [core[0], core.at(-1)];
  if (floating.length < 2 || first === undefined || last === undefined) return null;
  const between = neighbours(core).map(([above, below]) => middleBetween(above, below));
  const ends = [first.top, ...between, last.bottom];
  const groups = groupsAround(ends, floating.map(centreOfRow));
  return groups === null ? null : groups.slice(0, -1).map((end) => itemAt(ends, end));
}

function cutBody(settled: Settled, columns: readonly number[]): Omit<RowCuts, 'merged'> {
  const { core } = settled;
  if (core.length < 2) return { cuts: [], certain: true };
  const segments = [...core, ...settled.floating].flatMap((row) => row.segments);
  const centred = cutAroundMiddles(segments, columns);
  if (centred !== null) return { cuts: centred, certain: true };
  if (core.every((row) => isFullRow(row, columns)))
    return { cuts: cutAtFullRows(core, columns), certain: true };
  const certain =
    cutAtGaps([...core, ...settled.floating], settled, columns) ??
    cutAroundLabels(settled) ??
    cutAroundMiddleLabels(segments, columns);
  if (certain !== null) return { cuts: certain, certain: true };
  return { cuts: cutAtFullRows(core, columns), certain: isFullRow(itemAt(core, 0), columns) };
}

/**
 * Cuts the text between two rulings into rows.
 *
 * @param part `head` where a rule below tells that the text is the table's head: it is one row, or two where a text
 *   stands over several columns; `first` for the text at the top of the table, which may begin with such a head.
 */
export function cutIntoRows(
  segments: readonly TextLine[],
  columns: readonly number[],
  part: 'head' | 'first' | 'inner',
): RowCuts {
  const settled = settle(visualRows(segments), columns);
  const head = part === 'inner' ? null : cutHeadRows(settled, columns);
  if (part === 'head') return head ?? { cuts: [], merged: [], certain: true };
  if (head === null) return { ...cutBody(settled, columns), merged: [] };
  const end = itemAt(head.cuts, -1);
  const rest = {
    core: settled.core.slice(2),
    floating: settled.floating.filter((row) => centreOfRow(row) > end),
  };
  const body = cutBody(rest, columns);
  return { ...head, cuts: [...head.cuts, ...body.cuts], certain: body.certain };
}
