/** Rows and columns of a table → its cells: merged where the edge between two places is missing. */
import type { Box } from '../../../../model/document.ts';
import { itemAt } from '../../../../model/item-at.ts';
import { assembleLines } from '../../lines/assemble-lines.ts';
import { isWhite } from '../../glyphs/colors.ts';
import type { GlyphRun, PaintedBox } from '../../glyphs/page-content.ts';
import type { TextLine } from '../../lines/text-line.ts';
import {
  acrossOf,
  bottomOf,
  boxFrom,
  centreOf,
  coveredLength,
  rightOf,
  stretchesBetween,
  unionOf,
} from '../../glyphs/geometry.ts';
import type { AxialLine } from '../../glyphs/geometry.ts';
import { Areas, closeRectangles } from './cell-areas.ts';
import type { Edge } from './lattice.ts';
import type { MergedArea } from './merged-area.ts';
import type { Axis } from './table-axes.ts';

/** A cell by the places that it covers; `row` and `column` count from 0. */
export interface CellArea {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly box: Box;
}

/** An edge parts two cells when it runs along this share of their common side. */
const PARTING_SHARE = 0.5;

/** Edges this near in ems belong to the place of a row's or column's end. */
const AT_PLACE_EMS = 0.4;

/** Glyphs nearer than this in ems are one text; the texts of two cells may stand closer than those of a row usually do. */
const TOUCHING_EMS = 0.2;

/** Ems by which text reaches over the end of a column before it counts as standing in both. */
const CROSSING_EMS = 0.4;

/** What reaches over more than this share of a table belongs to all of it, not to single cells. */
const THROUGH_SHARE = 0.9;

/** Ems by which the middle of a heading over several columns may miss their middle. */
const CENTRED_EMS = 0.7;

/** What the cells of one table are found from. */
export interface CellInput {
  readonly columns: Axis;
  readonly rows: Axis;
  readonly edges: readonly Edge[];
  readonly boxes: readonly PaintedBox[];
  readonly runs: readonly GlyphRun[];
  readonly segments: readonly TextLine[];
  /** Areas that are known to be one cell. */
  readonly merged: readonly MergedArea[];
  readonly em: number;
}

/** From the first end to the last. */
function wholeOf({ ends }: Axis): number {
  return itemAt(ends, -1) - itemAt(ends, 0);
}

/** Whether an edge runs along the side that two places have in common. */
function isParted({ direction, at, from, to }: AxialLine, edges: readonly Edge[], em: number): boolean {
  const here = edges.filter(
    (edge) => edge.direction === direction && Math.abs(edge.at - at) <= AT_PLACE_EMS * em,
  );
  return coveredLength(here, { from, to }) >= PARTING_SHARE * (to - from);
}

function joinAcross(areas: Areas, { columns, rows, edges, runs, em }: CellInput): void {
  const pieces = assembleLines(runs, [], TOUCHING_EMS);
  for (const [row, { from: top, to: bottom }] of stretchesBetween(rows.ends).entries()) {
    const inRow = pieces.filter(
      ({ baseline, size }) => baseline - size / 3 > top && baseline - size / 3 < bottom,
    );
    for (const [column, { from: at }] of stretchesBetween(columns.ends).entries()) {
      if (column === 0 || isParted({ direction: 'vertical', at, from: top, to: bottom }, edges, em)) continue;
      const crossed = inRow.some(
        ({ box }) => box.x < at - CROSSING_EMS * em && rightOf(box) > at + CROSSING_EMS * em,
      );
      if (columns.ruled.has(at) || crossed) areas.join(row, column - 1, row, column);
    }
  }
}

function joinAlong(areas: Areas, { columns, rows, edges, em }: CellInput): void {
  for (const [row, { from: at }] of stretchesBetween(rows.ends).entries()) {
    if (row === 0 || !rows.ruled.has(at)) continue;
    for (const [column, stretch] of stretchesBetween(columns.ends).entries()) {
      if (isParted({ direction: 'horizontal', at, ...stretch }, edges, em)) continue;
      areas.join(row - 1, column, row, column);
    }
  }
}

/** A heading in the middle over empty neighbours, with a rule below that is as long as all of them. */
function joinOverPartRules(areas: Areas, { columns, rows, edges, segments, em }: CellInput): void {
  const [xs, ys] = [columns.ends, rows.ends];
  const whole = wholeOf(columns);
  const columnAt = (x: number): number => xs.findIndex((end) => Math.abs(end - x) <= 1.5 * em);
  const isThrough = ({ from, to }: Edge): boolean => to - from > THROUGH_SHARE * whole;
  for (const edge of edges) {
    if (edge.direction !== 'horizontal' || edge.soft || isThrough(edge)) continue;
    const row = ys.findIndex((end) => Math.abs(end - edge.at) <= AT_PLACE_EMS * em) - 1;
    const [first, after] = [columnAt(edge.from), columnAt(edge.to)];
    if (row < 0 || first < 0 || after - first < 2) continue;
    const { from: top, to: bottom } = itemAt(stretchesBetween(ys), row);
    const over = segments.filter(
      ({ box, baseline }) =>
        baseline > top && baseline < bottom && rightOf(box) > edge.from && box.x < edge.to,
    );
    if (over.length === 0) continue;
    const text = unionOf(over.map(({ box }) => box));
    const isCentred = Math.abs(centreOf(text) - (edge.from + edge.to) / 2) <= CENTRED_EMS * em;
    const filled = new Set(over.map(({ box }) => xs.findLastIndex((end) => end <= centreOf(box))));
    if (!isCentred || filled.size > 1) continue;
    for (let column = first + 1; column < after; column++) areas.join(row, column - 1, row, column);
  }
}

/** A painted box over the end of a row fills a cell that reaches over it. */
function joinPaintedCells(areas: Areas, { columns, rows, boxes, em }: CellInput): void {
  const most = THROUGH_SHARE * wholeOf(rows);
  // White ones lie behind paragraphs, wherever these stand in their cells.
  const cells = boxes.filter(({ box, fill }) => fill !== '' && !isWhite(fill) && box.height < most);
  for (const [row, { from: at }] of stretchesBetween(rows.ends).entries()) {
    if (row === 0) continue;
    const over = cells.filter(({ box }) => box.y < at - em / 4 && bottomOf(box) > at + em / 4);
    for (const [column, stretch] of stretchesBetween(columns.ends).entries()) {
      const isFilled = over.some(
        ({ box }) =>
          coveredLength([acrossOf(box)], stretch) >= 0.8 * (stretch.to - stretch.from) &&
          box.width < 2 * (stretch.to - stretch.from),
      );
      if (isFilled) areas.join(row - 1, column, row, column);
    }
  }
}

/** Joins the places whose middles lie in an area that is one cell. */
function joinMerged(areas: Areas, { columns, rows, merged }: CellInput): void {
  const lastOfAll = columns.ends.length - 2;
  for (const { top, bottom, firstColumn, lastColumn } of merged) {
    const own = stretchesBetween(rows.ends).flatMap(({ from, to }, row) => {
      const middle = (from + to) / 2;
      return middle > top && middle < bottom ? [row] : [];
    });
    const [first] = own;
    if (first === undefined) continue;
    for (const row of own) {
      for (let column = firstColumn; column <= Math.min(lastColumn, lastOfAll); column++) {
        areas.join(first, firstColumn, row, column);
      }
    }
  }
}

/** The cells of a table, by rows, from left to right; a place that a span covers has none of its own. */
export function findCells(input: CellInput): readonly (readonly CellArea[])[] {
  const [columns, rows] = [stretchesBetween(input.columns.ends), stretchesBetween(input.rows.ends)];
  const [height, width] = [rows.length, columns.length];
  const areas = new Areas(height, width);
  joinAcross(areas, input);
  joinAlong(areas, input);
  joinOverPartRules(areas, input);
  joinPaintedCells(areas, input);
  joinMerged(areas, input);
  const extents = [...closeRectangles(areas, height, width).values()];
  const cells = extents.map(([top, left, bottom, right]): CellArea => {
    const [first, last] = [itemAt(columns, left), itemAt(columns, right)];
    return {
      row: top,
      column: left,
      rowSpan: bottom - top + 1,
      columnSpan: right - left + 1,
      box: boxFrom(first.from, itemAt(rows, top).from, last.to, itemAt(rows, bottom).to),
    };
  });
  const byRow = Map.groupBy(cells, ({ row }) => row);
  return rows.map((_, row) => (byRow.get(row) ?? []).toSorted((a, b) => a.column - b.column));
}
