/** The area of a table on one page → its rows and cells there, before captions, joining and words. */
import type { Box } from '../../../../model/document.ts';
import { neighbours } from '../../../../model/neighbours.ts';
import { assembleLines } from '../../lines/assemble-lines.ts';
import { isWhite } from '../../glyphs/colors.ts';
import type { GlyphRun, LinkArea, PaintedBox } from '../../glyphs/page-content.ts';
import type { TextLine } from '../../lines/text-line.ts';
import {
  acrossOf,
  alongOf,
  bottomOf,
  centreOf,
  coveredLength,
  holdsMiddle,
  middleOf,
  rightOf,
} from '../../glyphs/geometry.ts';
import type { Edge } from './lattice.ts';
import { splitRunAt } from './split-runs.ts';
import { mergedLabels } from './centred-labels.ts';
import type { MergedArea } from './merged-area.ts';
import { findColumns, findRows, type Axis } from './table-axes.ts';
import { findCells, type CellArea } from './table-cells.ts';

export interface DraftCell extends CellArea {
  readonly lines: readonly TextLine[];
  /** `#rrggbb` of the painted box behind it, '' where there is none. */
  readonly fill: string;
}

export interface DraftTable {
  readonly page: number;
  readonly box: Box;
  /** Ends of its columns, from left to right. */
  readonly columnEnds: readonly number[];
  readonly rowEnds: readonly number[];
  /** y of every rule that runs through the whole width, the outer ones included. */
  readonly rules: readonly number[];
  /** Whether rulings part its columns. */
  readonly isRuled: boolean;
  readonly rows: readonly (readonly DraftCell[])[];
  readonly runs: readonly GlyphRun[];
  /** False where another reading of rows and columns is as likely. */
  readonly certain: boolean;
}

/** Gap in ems that divides the cells of a row: more than a wide space, less than the padding of two cells. */
const SEGMENT_GAP_EMS = 0.5;

/** A rule is as long as the table within this share. */
const THROUGH_SHARE = 0.9;

/** Share of the table's height over which rulings part two columns where the table is ruled. */
const RULED_SHARE = 0.5;

/** Two boxes this near (points) end and begin at one height. */
const SAME_HEIGHT = 1.5;

/** So many painted boxes that cover a table within this share, without overlapping, are its cells. */
const MIN_TILES = 4;
const TILED_TOLERANCE = 0.05;

/** What one page's part of a table is read from. */
export interface DraftInput {
  readonly page: number;
  readonly box: Box;
  readonly edges: readonly Edge[];
  readonly boxes: readonly PaintedBox[];
  readonly runs: readonly GlyphRun[];
  readonly links: readonly LinkArea[];
  readonly em: number;
}

/** The text of a table, divided where cells may end. */
export function tableSegments(runs: readonly GlyphRun[]): readonly TextLine[] {
  return assembleLines(runs, [], SEGMENT_GAP_EMS).filter(({ text }) => text.trim() !== '');
}

function fillBehind(box: Box, boxes: readonly PaintedBox[]): string {
  // The last painted is the one that is seen; a box of white takes the colour away.
  const behind = boxes.findLast((painted) => painted.fill !== '' && holdsMiddle(painted.box, box));
  return behind === undefined || isWhite(behind.fill) ? '' : behind.fill;
}

function rulesThrough(edges: readonly Edge[], box: Box): readonly number[] {
  const hard = edges.filter(({ direction, soft }) => direction === 'horizontal' && !soft);
  const byPlace = Map.groupBy(hard, ({ at }) => Math.round(at));
  return [...byPlace.values()]
    .filter((group) => group.reduce((sum, { from, to }) => sum + to - from, 0) >= THROUGH_SHARE * box.width)
    .flatMap((group) => group.slice(0, 1))
    .map(({ at }) => at)
    .sort((a, b) => a - b);
}

/** Whether rulings alone part the columns and rows: sides of painted boxes then only decorate. */
function isFullyRuled(edges: readonly Edge[], box: Box, em: number): boolean {
  const isInner = ({ direction, at }: Edge): boolean =>
    direction === 'vertical' && at > box.x + em && at < rightOf(box) - em;
  const inner = Map.groupBy(
    edges.filter((edge) => !edge.soft && isInner(edge)),
    ({ at }) => Math.round(at / em),
  );
  return [...inner.values()].some((group) => coveredLength(group, alongOf(box)) >= RULED_SHARE * box.height);
}

/** Whether one colour ends and another begins at a height, over the whole width: there a head ends, with or without a rule. */
function isColourChange(at: number, box: Box, boxes: readonly PaintedBox[]): boolean {
  const painted = boxes.filter(({ fill }) => fill !== '' && !isWhite(fill));
  const above = painted.filter((each) => Math.abs(bottomOf(each.box) - at) <= SAME_HEIGHT);
  const below = painted.filter((each) => Math.abs(each.box.y - at) <= SAME_HEIGHT);
  const isWhole = (side: readonly PaintedBox[]): boolean =>
    coveredLength(
      side.map((each) => acrossOf(each.box)),
      acrossOf(box),
    ) >=
    THROUGH_SHARE * box.width;
  const colours = new Set(above.map(({ fill }) => fill));
  return isWhole(above) && isWhole(below) && !below.some(({ fill }) => colours.has(fill));
}

/** The edges that part cells: sides of painted boxes decorate where rulings part all of them. */
function partingEdges(all: readonly Edge[], { box, boxes, em }: DraftInput): readonly Edge[] {
  if (!isFullyRuled(all, box, em)) return all;
  return all.filter(
    ({ soft, direction, at }) => !soft || (direction === 'horizontal' && isColourChange(at, box, boxes)),
  );
}

/** Whether painted boxes, none of them large, cover the whole table: each is then a cell or a row. */
function isTiled(box: Box, boxes: readonly PaintedBox[]): boolean {
  const places = new Map(
    boxes
      .filter((painted) => painted.fill !== '' && holdsMiddle(box, painted.box))
      .map((painted) => [
        Object.values(painted.box).map(Math.round).join(),
        painted.box.width * painted.box.height,
      ]),
  );
  const areas = [...places.values()];
  const whole = box.width * box.height;
  const covered = areas.reduce((sum, area) => sum + area, 0) / whole;
  return (
    areas.length >= MIN_TILES && Math.max(...areas) < whole / 2 && Math.abs(covered - 1) <= TILED_TOLERANCE
  );
}

/** Merged labels of the first columns, between each two rulings. */
function labelsBetweenRules(columns: Axis, rows: Axis, segments: readonly TextLine[]): readonly MergedArea[] {
  const last = rows.ends.length - 1;
  const stops = rows.ends.flatMap((end, index) =>
    index === 0 || index === last || rows.ruled.has(end) ? [index] : [],
  );
  return neighbours(stops).flatMap(([from, to]) =>
    mergedLabels(rows.ends.slice(from, to + 1), columns.ends, segments),
  );
}

/** Cells without text that reach neither up nor down: what the page end leaves of a row, or a double rule. */
function isEmptyRow(row: readonly DraftCell[], columnCount: number): boolean {
  const covered = row.reduce((sum, { columnSpan }) => sum + columnSpan, 0);
  return covered === columnCount && row.every(({ rowSpan, lines }) => rowSpan === 1 && lines.length === 0);
}

/** The cell in which the text stands, or the nearest to it: no text of a table is left out. */
function nearestArea(areas: readonly CellArea[], text: Box): CellArea {
  const distance = ({ box }: CellArea): number => {
    const x = Math.max(box.x - centreOf(text), 0, centreOf(text) - rightOf(box));
    const y = Math.max(box.y - middleOf(text), 0, middleOf(text) - bottomOf(box));
    return x + y;
  };
  return areas.reduce((best, area) => (distance(area) < distance(best) ? area : best));
}

/** Reads the rows and cells of one page's part of a table. */
export function draftTable(input: DraftInput): DraftTable {
  const { page, box, edges: all, boxes, runs, links, em } = input;
  const segments = tableSegments(runs);
  const edges = partingEdges(all, input);
  const area = { box, isTiled: edges === all && isTiled(box, boxes) };
  const known = { area, edges, segments, em };
  const columns = findColumns(known);
  const rows = findRows(known, columns);
  const merged = [...rows.merged, ...labelsBetweenRules(columns, rows, segments)];
  const areas = findCells({ columns, rows, edges, boxes, runs, segments, merged, em });
  const inColumns = runs.flatMap((run) => splitRunAt(run, columns.ends.slice(1, -1)));
  const owners = Map.groupBy(inColumns, (run) => nearestArea(areas.flat(), run.box));
  const cells = areas.map((row) =>
    row.map((area): DraftCell => {
      const own = owners.get(area) ?? [];
      return { ...area, lines: assembleLines(own, links, Infinity), fill: fillBehind(area.box, boxes) };
    }),
  );
  const kept = cells.map((row) => !isEmptyRow(row, columns.ends.length - 1));
  return {
    page,
    box,
    columnEnds: columns.ends,
    rowEnds: rows.ends.filter((_, index) => index === 0 || kept[index - 1]),
    rules: rulesThrough(edges, box),
    isRuled: columns.ruled.size > 0,
    rows: cells.filter((_, index) => kept[index]),
    runs,
    certain: columns.certain && rows.certain,
  };
}
