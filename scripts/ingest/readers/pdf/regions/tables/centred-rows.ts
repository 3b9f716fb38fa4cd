/** Cells of several lines set in the middle of their rows → where the rows end, with neither rules nor white space to tell. */
import { itemAt } from '../../../../model/item-at.ts';
import { neighbours } from '../../../../model/neighbours.ts';
import type { TextLine } from '../../lines/text-line.ts';
import { alongOf, clusterValues, stretchesBetween, unionOf } from '../../glyphs/geometry.ts';
import type { Interval } from '../../glyphs/geometry.ts';
import { columnOf, leastInFullRow } from './text-rows.ts';

/** Lines whose boxes reach into each other by no more than this, in ems, may belong to two rows. */
const OVERLAP_EMS = 0.15;
/** Baselines this near in ems are one line of a cell. */
const SAME_LINE_EMS = 0.4;
/** By this share of the distance of two lines a cell may miss the middle of its row; half of it is a line too many. */
const MIDDLE_TOLERANCE = 0.2;
/** Lines further apart than this many times the usual distance belong to two cells. */
const MAX_PITCH_RATIO = 1.35;
/** A cell that misses the middle of its row counts as so many empty ones. */
const MISFIT_COST = 3;
/** A line that is wrapped takes this share of its column, padding left out. */
const WRAPPED_SHARE = 0.7;
/** Of several readings as good the one with more rows holds. */
const ROW_GAIN = 0.01;
/** Share of its cells that may miss the middle, and share of its rows that fill most columns, where the reading holds. */
const MAX_MISFIT_SHARE = 0.1;
const MIN_FULL_SHARE = 0.9;
/** Labels in the middle of their rows, at least: one may stand there by chance. */
const MIN_LABELS = 2;
/** More pieces than this on one page are a drawing's: each is held against every other. */
const MAX_PIECES = 200;

/** A line of text in a column, from its top to its bottom. */
interface ColumnLine extends Interval {
  /** Share of the column's width. */
  readonly share: number;
}

type ColumnLines = readonly ColumnLine[];

/** One row as it may be read. */
interface Reading {
  readonly cost: number;
  readonly rows: number;
  /** Rows with text in most columns. */
  readonly full: number;
  /** Cells with text. */
  readonly cells: number;
  readonly misfits: number;
  /** Cells that begin at the top of an outer row, and not in its middle. */
  readonly atTop: number;
  /** Cells that begin lower than the row does, and stand in its middle. */
  readonly centred: number;
  /** Rows whose cells of several lines have as many, none of them wrapped: those may be rows, too. And rows whose cells differ. */
  readonly even: number;
  readonly uneven: number;
}

const NOTHING: Reading = {
  cost: 0,
  rows: 0,
  full: 0,
  cells: 0,
  misfits: 0,
  atTop: 0,
  centred: 0,
  even: 0,
  uneven: 0,
};

const plus = (one: Reading, other: Reading): Reading => ({
  cost: one.cost + other.cost,
  rows: one.rows + other.rows,
  full: one.full + other.full,
  cells: one.cells + other.cells,
  misfits: one.misfits + other.misfits,
  atTop: one.atTop + other.atTop,
  centred: one.centred + other.centred,
  even: one.even + other.even,
  uneven: one.uneven + other.uneven,
});

const middleOfStretch = ({ from, to }: Interval): number => (from + to) / 2;

/** The text of each column by lines, from top to bottom. */
function linesByColumn(segments: readonly TextLine[], columns: readonly number[]): readonly ColumnLines[] {
  const byColumn = Map.groupBy(segments, (segment) => columnOf(segment, columns));
  return stretchesBetween(columns).map((stretch, column) => {
    const own = byColumn.get(column) ?? [];
    const size = Math.max(0, ...own.map((segment) => segment.size));
    const baselines = clusterValues(
      own.map(({ baseline }) => baseline),
      SAME_LINE_EMS * size,
    );
    const lines = baselines.map((at) =>
      unionOf(
        own.filter(({ baseline }) => Math.abs(baseline - at) <= SAME_LINE_EMS * size).map(({ box }) => box),
      ),
    );
    const room = stretch.to - stretch.from;
    return lines.map((box) => ({ ...alongOf(box), share: box.width / room }));
  });
}

/** The stretches of text between which a row may end. */
function piecesOf(columns: readonly ColumnLines[], size: number): readonly Interval[] {
  const pieces: { from: number; to: number }[] = [];
  for (const line of columns.flat().toSorted((a, b) => a.from - b.from)) {
    const last = pieces.at(-1);
    if (last !== undefined && line.from < last.to - OVERLAP_EMS * size) last.to = Math.max(last.to, line.to);
    else pieces.push({ ...line });
  }
  return pieces;
}

/** Usual distance of two lines of a cell. */
function usualPitch(columns: readonly ColumnLines[]): number | undefined {
  const pitches = columns
    .flatMap((lines) => neighbours(lines).map(([above, below]) => below.from - above.from))
    .sort((a, b) => a - b);
  return pitches[Math.floor(pitches.length / 2)];
}

/** How cells stand in their rows: all in the middle, or the label in the middle and all else from the top. */
type Setting = 'middle' | 'label';

/** How well a column's lines in a row read as one of its cells. */
function readCell(lines: ColumnLines, { from, to }: Interval, pitch: number, mayBeAtTop: boolean): Reading {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return { ...NOTHING, cost: 1 };
  const tolerance = MIDDLE_TOLERANCE * pitch;
  const isCentred = Math.abs((first.from + last.to) / 2 - (from + to) / 2) <= tolerance;
  const isOnTop = first.from - from <= tolerance;
  const isOne = neighbours(lines).every(
    ([above, below]) => below.from - above.from <= MAX_PITCH_RATIO * pitch,
  );
  if (!isOne || !(isCentred || (mayBeAtTop && isOnTop)))
    return { ...NOTHING, cost: MISFIT_COST, cells: 1, misfits: 1 };
  return { ...NOTHING, cells: 1, atTop: isCentred ? 0 : 1, centred: isCentred && !isOnTop ? 1 : 0 };
}

/** Whether the lines of a cell fill their column until the last one. */
function isWrapped(lines: ColumnLines): boolean {
  return lines.slice(0, -1).every(({ share }) => share >= WRAPPED_SHARE);
}

/** The text that is read, and how it is taken to be set. */
interface Body {
  readonly columns: readonly ColumnLines[];
  readonly pitch: number;
  readonly setting: Setting;
}

/** How well a stretch reads as one row. The page end may cut the outer ones: what is left begins at the top. */
function readRow(row: Interval, { columns, pitch, setting }: Body, isOuter: boolean): Reading {
  const isIn = (line: Interval): boolean =>
    middleOfStretch(line) > row.from && middleOfStretch(line) < row.to;
  const inRow = columns.map((lines) => lines.filter(isIn));
  const all = inRow
    .map((lines, column) => readCell(lines, row, pitch, isOuter || (setting === 'label' && column > 0)))
    .reduce(plus, NOTHING);
  const isFull = all.cells >= leastInFullRow(columns.length);
  const several = inRow.filter(({ length }) => length > 1);
  const kinds = new Set(several.map(({ length }) => length)).size;
  return {
    ...all,
    cost: all.cost - ROW_GAIN,
    rows: 1,
    full: isFull ? 1 : 0,
    even: several.length > 1 && kinds === 1 && !several.some(isWrapped) ? 1 : 0,
    uneven: kinds > 1 ? 1 : 0,
  };
}

interface Path {
  readonly reading: Reading;
  readonly cuts: readonly number[];
}

/** The best division of the pieces into rows. */
function bestPath(pieces: readonly Interval[], body: Body): Path {
  const best: Path[] = [{ reading: NOTHING, cuts: [] }];
  for (let end = 1; end <= pieces.length; end++) {
    let chosen: Path | undefined;
    for (let start = end - 1; start >= 0; start--) {
      const before = itemAt(best, start);
      const stretch = { from: itemAt(pieces, start).from, to: itemAt(pieces, end - 1).to };
      const isOuter = start === 0 || end === pieces.length;
      const reading = plus(before.reading, readRow(stretch, body, isOuter));
      if (chosen !== undefined && reading.cost >= chosen.reading.cost) continue;
      const cut = start === 0 ? [] : [(itemAt(pieces, start - 1).to + itemAt(pieces, start).from) / 2];
      chosen = { reading, cuts: [...before.cuts, ...cut] };
    }
    if (chosen !== undefined) best.push(chosen);
  }
  return itemAt(best, -1);
}

/** The best division of a body into rows; null where nothing is to be divided. */
function readBody(segments: readonly TextLine[], ends: readonly number[], setting: Setting): Path | null {
  const columns = linesByColumn(segments, ends);
  const pitch = usualPitch(columns);
  const pieces = piecesOf(columns, Math.max(0, ...segments.map(({ size }) => size)));
  if (pitch === undefined || pitch <= 0 || pieces.length > MAX_PIECES) return null;
  return bestPath(pieces, { columns, pitch, setting });
}

const holds = ({ rows, full, cells, misfits }: Reading): boolean =>
  misfits <= MAX_MISFIT_SHARE * cells && full >= MIN_FULL_SHARE * rows;

/**
 * Ends of rows whose cells stand in the middle of them: the middle of every cell of a row is at one height.
 *
 * @param segments The text between two rulings, divided where cells may end.
 * @returns Null where the text does not show this setting.
 */
export function cutAroundMiddles(
  segments: readonly TextLine[],
  ends: readonly number[],
): readonly number[] | null {
  const path = readBody(segments, ends, 'middle');
  if (path === null || !holds(path.reading)) return null;
  const { misfits, atTop, centred, even, uneven } = path.reading;
  return centred > misfits + atTop && uneven >= even ? path.cuts : null;
}

/**
 * Ends of rows with a label in the first column that stands in the middle, while the other cells begin at the top.
 *
 * @returns Null where the text does not show this setting.
 */
export function cutAroundMiddleLabels(
  segments: readonly TextLine[],
  ends: readonly number[],
): readonly number[] | null {
  const path = readBody(segments, ends, 'label');
  if (path === null || !holds(path.reading)) return null;
  const { centred, rows } = path.reading;
  return centred >= MIN_LABELS && 2 * centred >= rows ? path.cuts : null;
}
