/** Rows and columns → cells: merged where the edge between two places is missing. */
import type { Box } from '../../../../model/document.ts';
import { assembleLines } from '../../lines/assemble-lines.ts';
import type { GlyphRun, PaintedBox } from '../../glyphs/page-content.ts';
import type { TextLine } from '../../lines/text-line.ts';
import {
  acrossOf,
  bottomOf,
  boxFrom,
  centreOf,
  coveredLength,
  rightOf,
  unionOf,
} from '../../glyphs/geometry.ts';
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

type Place = number;

/** Joins places into areas; each area is then grown to a rectangle. */
class Areas {
  readonly #parent: Place[];
  readonly #width: number;

  constructor(height: number, width: number) {
    this.#width = width;
    this.#parent = Array.from({ length: height * width }, (_, index) => index);
  }

  root(row: number, column: number): Place {
    let place = row * this.#width + column;
    while (this.#parent[place] !== place) place = this.#parent[place]!;
    return place;
  }

  join(row: number, column: number, otherRow: number, otherColumn: number): void {
    const [one, other] = [this.root(row, column), this.root(otherRow, otherColumn)];
    this.#parent[Math.max(one, other)] = Math.min(one, other);
  }
}

function isParted(
  edges: readonly Edge[],
  direction: Edge['direction'],
  at: number,
  from: number,
  to: number,
  em: number,
): boolean {
  const here = edges.filter(
    (edge) => edge.direction === direction && Math.abs(edge.at - at) <= AT_PLACE_EMS * em,
  );
  return coveredLength(here, { from, to }) >= PARTING_SHARE * (to - from);
}

function joinAcross(areas: Areas, { columns, rows, edges, runs, em }: CellInput): void {
  const pieces = assembleLines(runs, [], TOUCHING_EMS);
  const [xs, ys] = [columns.ends, rows.ends];
  for (let row = 0; row + 1 < ys.length; row++) {
    const [top, bottom] = [ys[row]!, ys[row + 1]!];
    const inRow = pieces.filter(
      ({ baseline, size }) => baseline - size / 3 > top && baseline - size / 3 < bottom,
    );
    for (let column = 1; column + 1 < xs.length; column++) {
      const at = xs[column]!;
      if (isParted(edges, 'vertical', at, top, bottom, em)) continue;
      const crossed = inRow.some(
        ({ box }) => box.x < at - CROSSING_EMS * em && rightOf(box) > at + CROSSING_EMS * em,
      );
      if (columns.ruled.has(at) || crossed) areas.join(row, column - 1, row, column);
    }
  }
}

function joinAlong(areas: Areas, { columns, rows, edges, em }: CellInput): void {
  const [xs, ys] = [columns.ends, rows.ends];
  for (let row = 1; row + 1 < ys.length; row++) {
    if (!rows.ruled.has(ys[row]!)) continue;
    for (let column = 0; column + 1 < xs.length; column++) {
      if (isParted(edges, 'horizontal', ys[row]!, xs[column]!, xs[column + 1]!, em)) continue;
      areas.join(row - 1, column, row, column);
    }
  }
}

/** A heading in the middle over empty neighbours, with a rule below that is as long as all of them. */
function joinOverPartRules(areas: Areas, { columns, rows, edges, segments, em }: CellInput): void {
  const [xs, ys] = [columns.ends, rows.ends];
  const columnAt = (x: number): number => xs.findIndex((end) => Math.abs(end - x) <= 1.5 * em);
  const isThrough = ({ from, to }: Edge): boolean => to - from > 0.9 * (xs.at(-1)! - xs[0]!);
  for (const edge of edges) {
    if (edge.direction !== 'horizontal' || edge.soft || isThrough(edge)) continue;
    const row = ys.findIndex((end) => Math.abs(end - edge.at) <= AT_PLACE_EMS * em) - 1;
    const [first, after] = [columnAt(edge.from), columnAt(edge.to)];
    if (row < 0 || first < 0 || after - first < 2) continue;
    const over = segments.filter(
      ({ box, baseline }) =>
        baseline > ys[row]! && baseline < ys[row + 1]! && rightOf(box) > edge.from && box.x < edge.to,
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
  const [xs, ys] = [columns.ends, rows.ends];
  const cells = boxes.filter(({ box, fill }) => fill !== '' && box.height < 0.9 * (ys.at(-1)! - ys[0]!));
  for (let row = 1; row + 1 < ys.length; row++) {
    const over = cells.filter(({ box }) => box.y < ys[row]! - em / 4 && bottomOf(box) > ys[row]! + em / 4);
    for (let column = 0; column + 1 < xs.length; column++) {
      const stretch = { from: xs[column]!, to: xs[column + 1]! };
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
  const [xs, ys] = [columns.ends, rows.ends];
  for (const { top, bottom, firstColumn, lastColumn } of merged) {
    const own = ys.slice(1).flatMap((end, row) => {
      const middle = (ys[row]! + end) / 2;
      return middle > top && middle < bottom ? [row] : [];
    });
    for (const row of own) {
      for (let column = firstColumn; column <= Math.min(lastColumn, xs.length - 2); column++) {
        areas.join(own[0]!, firstColumn, row, column);
      }
    }
  }
}

type Extent = readonly [top: number, left: number, bottom: number, right: number];

function extentsOf(areas: Areas, height: number, width: number): ReadonlyMap<Place, Extent> {
  const extents = new Map<Place, Extent>();
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const root = areas.root(row, column);
      const [top, left, bottom, right] = extents.get(root) ?? [row, column, row, column];
      extents.set(root, [
        Math.min(top, row),
        Math.min(left, column),
        Math.max(bottom, row),
        Math.max(right, column),
      ]);
    }
  }
  return extents;
}

/**
 * Grows areas that are no rectangles until they are: a drawing fault must not lose a place. It ends because every round but
 * the last makes two areas one: a place in an area's extent is joined with the area itself, whoever has its corner.
 */
function closeRectangles(areas: Areas, height: number, width: number): ReadonlyMap<Place, Extent> {
  for (;;) {
    const extents = extentsOf(areas, height, width);
    let changed = false;
    for (const [place, [top, left, bottom, right]] of extents) {
      const [ownRow, ownColumn] = [Math.floor(place / width), place % width];
      for (let row = top; row <= bottom; row++) {
        for (let column = left; column <= right; column++) {
          if (areas.root(row, column) === areas.root(ownRow, ownColumn)) continue;
          areas.join(row, column, ownRow, ownColumn);
          changed = true;
        }
      }
    }
    if (!changed) return extents;
  }
}

/** The cells of a table, by rows, from left to right; a place that a span covers has none of its own. */
export function findCells(input: CellInput): readonly (readonly CellArea[])[] {
  const [xs, ys] = [input.columns.ends, input.rows.ends];
  const [height, width] = [ys.length - 1, xs.length - 1];
  const areas = new Areas(height, width);
  joinAcross(areas, input);
  joinAlong(areas, input);
  joinOverPartRules(areas, input);
  joinPaintedCells(areas, input);
  joinMerged(areas, input);
  const cells: CellArea[][] = Array.from({ length: height }, () => []);
  for (const [top, left, bottom, right] of closeRectangles(areas, height, width).values()) {
    cells[top]!.push({
      row: top,
      column: left,
      rowSpan: bottom - top + 1,
      columnSpan: right - left + 1,
      box: boxFrom(xs[left]!, ys[top]!, xs[right + 1]!, ys[bottom + 1]!),
    });
  }
  return cells.map((row) => row.toSorted((a, b) => a.column - b.column));
}
