/** Where the rows of a table end that no rulings part: from the white space, and from labels set in the middle. */
import type { TextLine } from '../../lines/text-line.ts';
import { groupsAround } from './centred-labels.ts';
import type { MergedArea } from './merged-area.ts';
import { centreOf, unionOf } from '../../glyphs/geometry.ts';
import { columnOf, isFullRow, visualRows, type VisualRow } from './text-rows.ts';

/** Where a band of text is to be cut, and whether that is certain. */
export interface RowCuts {
  readonly cuts: readonly number[];
  readonly merged: readonly MergedArea[];
  readonly certain: boolean;
}

/** Gaps between rows are this much larger than those between the lines of a cell, where padding tells them apart. */
const ROW_GAP_RATIO = 1.35;

/** Gaps below this share of the text's size are alike: lines set tight may have none. */
const LEAST_GAP_SHARE = 0.1;

/** Share of the rows that hold text in most columns where the rows are read rightly. */
const MIN_FULL_SHARE = 0.9;

/** Lines nearer than this share of their size stand beside each other, each in the middle of cells of its own. */
const CLOSE_GAP_SHARE = 0.17;

/** Ems by which a heading over several columns may miss their middle. */
const CENTRED_EMS = 1;

const columnsOf = (row: VisualRow, columns: readonly number[]): ReadonlySet<number> =>
  new Set(row.segments.map((segment) => columnOf(segment, columns)));

const sizeOf = (row: VisualRow): number => Math.max(...row.segments.map(({ size }) => size));
const middleBetween = (above: VisualRow, below: VisualRow): number => (above.bottom + below.top) / 2;
const centreOfRow = (row: VisualRow): number => (row.top + row.bottom) / 2;

interface Settled {
  /** Rows of text, or lines of them. */
  readonly core: readonly VisualRow[];
  /** Labels that stand between two of those because they are set in the middle of a higher cell. */
  readonly floating: readonly VisualRow[];
}

function settle(rows: readonly VisualRow[], columns: readonly number[]): Settled {
  const isFree = rows.map((row, index) => {
    const [above, below] = [rows[index - 1], rows[index + 1]];
    if (above === undefined || below === undefined) return false;
    const near = CLOSE_GAP_SHARE * sizeOf(row);
    if (row.top - above.bottom > near || below.top - row.bottom > near) return false;
    const beside = new Set([...columnsOf(above, columns), ...columnsOf(below, columns)]);
    return [...columnsOf(row, columns)].every((column) => !beside.has(column));
  });
  // Of two such rows the one with more cells is the row, the other a wrapped cell of it.
  const size = (index: number): number => columnsOf(rows[index]!, columns).size;
  const floating = rows.filter(
    (_, index) =>
      isFree[index] && [index - 1, index + 1].every((other) => !isFree[other] || size(index) < size(other)),
  );
  return { core: rows.filter((row) => !floating.includes(row)), floating };
}

interface Gap {
  readonly size: number;
  readonly at: number;
}

function gapsBetween(rows: readonly VisualRow[]): readonly Gap[] {
  let bottom = rows[0]!.bottom;
  return rows.slice(1).map((row) => {
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
  return sizes.slice(1).flatMap((size, index) => {
    const below = sizes[index]!;
    return size / below > ROW_GAP_RATIO ? [(size + below) / 2] : [];
  });
}

/** Share of the pieces that hold text in most columns: a wrapped line cut off from its row does not. */
function fullShare(rows: readonly VisualRow[], cuts: readonly number[], columns: readonly number[]): number {
  const pieces = Map.groupBy(rows, (row) => cuts.filter((at) => at < centreOfRow(row)).length);
  const full = [...pieces.values()].filter((piece) =>
    isFullRow({ ...piece[0]!, segments: piece.flatMap((row) => row.segments) }, columns),
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

/** Ends of rows before each row that begins with all its cells: for cells set from the top without padding. */
function cutAtFullRows(rows: readonly VisualRow[], columns: readonly number[]): readonly number[] {
  return rows
    .slice(1)
    .flatMap((row, index) => (isFullRow(row, columns) ? [middleBetween(rows[index]!, row)] : []));
}

/** Ends of rows around labels that are set in the middle of rows of several lines. */
function cutAroundLabels({ core, floating }: Settled): readonly number[] | null {
  if (floating.length < 2) return null;
  const between = core.slice(1).map((row, index) => middleBetween(core[index]!, row));
  const ends = [core[0]!.top, ...between, core.at(-1)!.bottom];
  const groups = groupsAround(ends, floating.map(centreOfRow));
  return groups === null ? null : groups.slice(0, -1).map((last) => ends[last]!);
}

function cutBody(settled: Settled, columns: readonly number[]): Omit<RowCuts, 'merged'> {
  const { core } = settled;
  if (core.length < 2) return { cuts: [], certain: true };
  if (core.every((row) => isFullRow(row, columns)))
    return { cuts: cutAtFullRows(core, columns), certain: true };
  const certain = cutAtGaps([...core, ...settled.floating], settled, columns) ?? cutAroundLabels(settled);
  if (certain !== null) return { cuts: certain, certain: true };
  return { cuts: cutAtFullRows(core, columns), certain: isFullRow(core[0]!, columns) };
}

interface Span {
  readonly first: number;
  readonly last: number;
}

/** Each text of the lower row belongs to the heading that it is nearest to. */
function spansByNearness(above: VisualRow, below: VisualRow, columns: readonly number[]): readonly Span[] {
  const distance = (one: TextLine, other: TextLine): number =>
    Math.abs(centreOf(one.box) - centreOf(other.box));
  const under = Map.groupBy(below.segments, (segment) =>
    above.segments.reduce((best, each) => (distance(each, segment) < distance(best, segment) ? each : best)),
  );
  const spans = [...under.values()].map((own) => {
    const places = own.map((segment) => columnOf(segment, columns));
    return { first: Math.min(...places), last: Math.max(...places) };
  });
  return spans.filter(({ first, last }) => last > first);
}

/** Columns over whose middle a text of the upper row stands, where the lower row has two texts there at least. */
function headingSpans(
  above: VisualRow,
  below: VisualRow,
  columns: readonly number[],
  isCertain: boolean,
): readonly Span[] {
  const taken = columnsOf(above, columns);
  if (isCertain) return spansByNearness(above, below, columns);
  return above.segments.flatMap((heading): readonly Span[] => {
    const own = columnOf(heading, columns);
    const free = below.segments.filter((segment) => {
      const column = columnOf(segment, columns);
      return column === own || !taken.has(column);
    });
    for (let count = free.length; count >= 2; count--) {
      for (let from = 0; from + count <= free.length; from++) {
        const under = free.slice(from, from + count);
        const [first, last] = [columnOf(under[0]!, columns), columnOf(under.at(-1)!, columns)];
        const middles = [
          centreOf(unionOf(under.map(({ box }) => box))),
          (columns[first]! + columns[last + 1]!) / 2,
        ];
        const isCentred = middles.some(
          (x) => Math.abs(x - centreOf(heading.box)) <= CENTRED_EMS * heading.size,
        );
        if (isCentred && own >= first && own <= last) return [{ first, last }];
      }
    }
    return [];
  });
}

/** The two rows of a head in which a text stands over several columns, or null where the first rows are none. */
function cutHeadRows({ core, floating }: Settled, columns: readonly number[]): RowCuts | null {
  const [first, second, third] = core;
  if (first === undefined || second === undefined) return null;
  // Labels in the middle of both rows leave no other reading.
  const isCertain = floating.some((row) => row.top > first.top && row.bottom < second.bottom);
  const spans = headingSpans(first, second, columns, isCertain);
  const beside = new Set(
    floating.flatMap((row) => (row.top < second.bottom ? [...columnsOf(row, columns)] : [])),
  );
  const isWhole = ({ first: from, last: to }: Span): boolean =>
    ![...beside].some((at) => at >= from && at <= to);
  if (spans.length === 0 || !spans.every(isWhole)) return null;
  const middle = middleBetween(first, second);
  const [top, bottom] = [first.top, third === undefined ? second.bottom : middleBetween(second, third)];
  const single = columns
    .slice(1)
    .map((_, column) => column)
    .filter((column) => !spans.some((span) => column >= span.first && column <= span.last));
  return {
    cuts: third === undefined ? [middle] : [middle, bottom],
    merged: [
      ...spans.map((span) => ({ top, bottom: middle, firstColumn: span.first, lastColumn: span.last })),
      ...single.map((column) => ({ top, bottom, firstColumn: column, lastColumn: column })),
    ],
    certain: true,
  };
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
  const end = head.cuts.at(-1)!;
  const rest = {
    core: settled.core.slice(2),
    floating: settled.floating.filter((row) => centreOfRow(row) > end),
  };
  const body = cutBody(rest, columns);
  return { ...head, cuts: [...head.cuts, ...body.cuts], certain: body.certain };
}
