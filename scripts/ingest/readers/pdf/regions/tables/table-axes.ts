/** Edges and text of a table → where its columns and rows end: by its edges where it has them, by its text elsewhere. */
import type { Box } from '../../../../model/document.ts';
import type { TextLine } from '../../lines/text-line.ts';
import {
  acrossOf,
  alongOf,
  bottomOf,
  clusterValues,
  coveredLength,
  middleOf,
  rightOf,
  stretchesBetween,
} from '../../glyphs/geometry.ts';
import type { Interval } from '../../glyphs/geometry.ts';
import type { Edge } from './lattice.ts';
import { columnGaps } from './column-gaps.ts';
import type { MergedArea } from './merged-area.ts';
import type { RowCuts } from './head-cuts.ts';
import { cutIntoRows } from './row-cuts.ts';
import { columnOf, isBandOfRows, visualRows } from './text-rows.ts';

/** Edges this near in ems are one: double rules, and the two sides of neighbouring boxes. */
const SAME_EDGE_EMS = 0.35;

/** Share of the table's height that rulings at one place cover where the table is ruled there. */
const RULED_SHARE = 0.5;

/** Share of the text rows that may cross an edge that is no ruling through the whole table. */
const MAX_CROSSING_SHARE = 0.25;

/** Share of the text rows with text on both sides that text columns need inside a ruled column. */
const SPLIT_COLUMN_SUPPORT = 0.8;
const MIN_SPLIT_ROWS = 4;

/** Tables with at most this many bands between rulings are read row by row from their text. */
const MAX_TEXT_BANDS = 2;

/** Baselines with text in all columns that ruled columns need to be read as rows without rules. */
const MIN_UNRULED_ROWS = 3;

/** Where a table stands, and whether painted boxes cover all of it: each is then a cell. */
export interface TableArea {
  readonly box: Box;
  readonly isTiled: boolean;
}

/** Ends of the columns (left to right) or rows (top to bottom), both outer ones included. */
export interface Axis {
  readonly ends: readonly number[];
  /** The places at which rulings part the table: a missing piece there means merged cells. */
  readonly ruled: ReadonlySet<number>;
  /** Cells over several rows or columns that the text alone tells. */
  readonly merged: readonly MergedArea[];
  /** False where another reading is as likely. */
  readonly certain: boolean;
}

const isInside = (at: number, from: number, to: number, em: number): boolean =>
  at > from + SAME_EDGE_EMS * em && at < to - SAME_EDGE_EMS * em;

function near(edges: readonly Edge[], at: number, em: number): readonly Edge[] {
  return edges.filter((edge) => Math.abs(edge.at - at) <= SAME_EDGE_EMS * em);
}

/** What columns and rows are found from. */
export interface AxisInput {
  readonly area: TableArea;
  readonly edges: readonly Edge[];
  /** The text of the table, divided at gaps of about half an em. */
  readonly segments: readonly TextLine[];
  readonly em: number;
}

/** Ends of the columns of a table. */
export function findColumns({ area: { box, isTiled }, edges, segments, em }: AxisInput): Axis {
  const vertical = edges.filter(({ direction }) => direction === 'vertical');
  const [left, right] = [box.x, rightOf(box)];
  const rows = visualRows(segments);
  const crossingShare = (at: number): number =>
    rows.filter((row) => row.segments.some((each) => each.box.x < at - 1 && rightOf(each.box) > at + 1))
      .length / Math.max(1, rows.length);
  const share = (at: number, hardOnly: boolean): number =>
    coveredLength(
      near(vertical, at, em).filter(({ soft }) => !(hardOnly && soft)),
      alongOf(box),
    ) / box.height;
  const places = clusterValues(
    vertical.map(({ at }) => at),
    SAME_EDGE_EMS * em,
  ).filter((at) => isInside(at, left, right, em));
  const ruled = new Set(places.filter((at) => isTiled || share(at, true) >= RULED_SHARE));
  const drawn = places.filter(
    (at) =>
      ruled.has(at) || (share(at, true) > 0 && ruled.size > 0) || crossingShare(at) <= MAX_CROSSING_SHARE,
  );
  const gaps = columnGaps(segments).filter(
    ({ from, to }) => !drawn.some((at) => at >= from - em && at <= to + em),
  );
  const byText = gaps
    .map(({ from, to }) => (from + to) / 2)
    .filter((at) => isInside(at, left, right, em) && crossingShare(at) <= MAX_CROSSING_SHARE);
  const kept =
    ruled.size === 0 ? byText : byText.filter((at) => isSupported(at, [left, ...drawn, right], segments));
  const ends = [left, ...[...drawn, ...kept].sort((a, b) => a - b), right];
  return { ends, ruled, certain: true, merged: [] };
}

/** Whether nearly every row of a ruled column has text on both sides of a gap in it. */
function isSupported(at: number, ends: readonly number[], segments: readonly TextLine[]): boolean {
  const from = Math.max(...ends.filter((end) => end < at));
  const to = Math.min(...ends.filter((end) => end > at));
  const inside = segments.filter(({ box }) => box.x >= from - 1 && rightOf(box) <= to + 1);
  const rows = visualRows(inside);
  const both = rows.filter(
    (row) =>
      row.segments.some(({ box }) => rightOf(box) <= at) && row.segments.some(({ box }) => box.x >= at),
  );
  return rows.length >= MIN_SPLIT_ROWS && both.length >= SPLIT_COLUMN_SUPPORT * rows.length;
}

/** Ends of the rows of a table whose columns are known. */
export function findRows({ area: { box, isTiled }, edges, segments, em }: AxisInput, columns: Axis): Axis {
  const horizontal = edges.filter(({ direction }) => direction === 'horizontal');
  const [top, bottom] = [box.y, bottomOf(box)];
  const places = clusterValues(
    horizontal.map(({ at }) => at),
    SAME_EDGE_EMS * em,
  ).filter((at) => isInside(at, top, bottom, em));
  const hard = horizontal.filter(({ soft }) => !soft);
  const ruled = places.filter((at) => isTiled || near(hard, at, em).length > 0);
  const through = places.filter(
    (at) => coveredLength(near(horizontal, at, em), acrossOf(box)) >= RULED_SHARE * box.width,
  );
  const bands = bandsOf([top, ...through, bottom], segments);
  // A part rule inside a band (below a group of columns) parts rows as well.
  const cuts = isTiled ? [] : bands.flatMap((band) => cutBand(band, bands, places, columns));
  const ends = [top, ...[...places, ...cuts.flatMap((cut) => cut.cuts)].sort((a, b) => a - b), bottom];
  return {
    ends,
    ruled: new Set(ruled),
    certain: cuts.every(({ certain }) => certain),
    merged: cuts.flatMap(({ merged }) => merged),
  };
}

interface Band extends Interval {
  readonly segments: readonly TextLine[];
}

function bandsOf(ends: readonly number[], segments: readonly TextLine[]): readonly Band[] {
  return stretchesBetween(ends).map(({ from, to }) => {
    const inside = segments.filter(({ box }) => middleOf(box) >= from && middleOf(box) < to);
    return { from, to, segments: inside };
  });
}

/** Whether the text of a band is to be cut into rows, or is one row with wrapped cells. */
function isCut(band: Band, bands: readonly Band[], columns: Axis): boolean {
  const body = bands.slice(1).filter(({ segments }) => segments.length > 0);
  if (columns.ruled.size > 0) {
    // Cells with rulings around them hold wrapped text; only many even rows are rows without rules between them.
    const isOnlyBand = body.length <= 1;
    return (
      isOnlyBand &&
      visualRows(band.segments).length >= MIN_UNRULED_ROWS &&
      isBandOfRows(band.segments, columns.ends)
    );
  }
  if (body.length <= MAX_TEXT_BANDS) return true;
  const several = body.filter(({ segments }) => isBandOfRows(segments, columns.ends));
  return several.length > body.length / 2 && several.includes(band);
}

function cutBand(
  band: Band,
  bands: readonly Band[],
  places: readonly number[],
  columns: Axis,
): readonly RowCuts[] {
  const isHead = band === bands[0] && bands.length > 1;
  const inner = places.filter((at) => at > band.from && at < band.to);
  if (isHead && (inner.length > 0 || columns.ruled.size > 0)) return [];
  if (!isHead && !isCut(band, bands, columns)) return [];
  const parts = bandsOf([band.from, ...inner, band.to], band.segments);
  return parts.map(({ segments }, index) => {
    const part = isHead ? 'head' : band === bands[0] && index === 0 ? 'first' : 'inner';
    return cutIntoRows(
      segments.filter((segment) => columnOf(segment, columns.ends) >= 0),
      columns.ends,
      part,
    );
  });
}
