/** Rulings and the sides of painted boxes → the skeletons of tables and frames. */
import type { Box } from '../../../../model/document.ts';
import { isWhite } from '../../glyphs/colors.ts';
import type { PaintedBox } from '../../glyphs/page-content.ts';
import type { PageGraphics } from '../page-graphics.ts';
import {
  bottomOf,
  boxOfLine,
  clusterValues,
  connectedGroups,
  rightOf,
  unionOf,
} from '../../glyphs/geometry.ts';
import type { AxialLine } from '../../glyphs/geometry.ts';

/** A side of cells: a drawn ruling, or (`soft`) the side of a painted box or the joint of two rulings. */
export interface Edge extends AxialLine {
  readonly soft: boolean;
}

/** Edges that hang together, or stand above each other with the same sides. */
export interface Lattice {
  readonly box: Box;
  readonly edges: readonly Edge[];
}

/** Edges this near in ems touch: cells are drawn with small gaps, and rulings have a thickness. */
const TOUCH_EMS = 0.2;

/** Painted boxes that are lower or narrower than this, in ems, are bars and marks, not cells. */
const MIN_CELL_HEIGHT_EMS = 0.8;
const MIN_CELL_WIDTH_EMS = 1.2;

/** Edges beyond this number on one page are those of a drawing: each is held against every other. */
export const MAX_EDGES = 3000;
/** A lattice of more cells is a drawing: the cells of a page of text in small print are fewer than a thousand. */
export const MAX_CELLS = 4000;

function sidesOf(box: Box): readonly Edge[] {
  const [right, bottom] = [rightOf(box), bottomOf(box)];
  return [
    { direction: 'horizontal', at: box.y, from: box.x, to: right, soft: true },
    { direction: 'horizontal', at: bottom, from: box.x, to: right, soft: true },
    { direction: 'vertical', at: box.x, from: box.y, to: bottom, soft: true },
    { direction: 'vertical', at: right, from: box.y, to: bottom, soft: true },
  ];
}

/** Where two rulings on one line meet end to end a cell ends: browsers draw the border of each cell by itself. */
function jointsOf(edges: readonly Edge[]): readonly Edge[] {
  const horizontal = edges.filter(({ direction, soft }) => direction === 'horizontal' && !soft);
  const byPlace = Map.groupBy(horizontal, ({ at }) => Math.round(at));
  return [...byPlace.values()].flatMap((group) =>
    group
      .filter((edge) => group.some((other) => Math.abs(other.from - edge.to) < 0.5 && other.to > edge.to + 1))
      .map(({ at, to }): Edge => ({ direction: 'vertical', at: to, from: at, to: at, soft: true })),
  );
}

/** Boxes of one colour without a gap between them (points) are one area: some producers fill a cell line by line. */
const SEAMLESS = 0.7;

/**
 * Whether another box of the colour goes on below or above: the side between them is then none, unless the cells beside
 * end there.
 */
function isSeam(side: Edge, own: PaintedBox, others: readonly PaintedBox[]): boolean {
  if (side.direction === 'vertical') return false;
  return others.some(({ box, fill }) => {
    if (box === own.box || fill !== own.fill) return false;
    const isAbove = Math.abs(bottomOf(box) - side.at) <= SEAMLESS && box.y < side.at - SEAMLESS;
    const isBelow = Math.abs(box.y - side.at) <= SEAMLESS && bottomOf(box) > side.at + SEAMLESS;
    const isOther = side.at === own.box.y ? isAbove : isBelow;
    return isOther && box.x <= own.box.x + SEAMLESS && rightOf(box) >= rightOf(own.box) - SEAMLESS;
  });
}

/** All edges of a page that may part cells; none where there are so many that they draw something. */
export function edgesOf(graphics: PageGraphics, em: number): readonly Edge[] {
  const hard = graphics.rulings.map(({ direction, at, from, to }): Edge => ({
    direction,
    at,
    from,
    to,
    soft: false,
  }));
  const cells = graphics.boxes.filter(
    ({ box, fill }) =>
      fill !== '' &&
      !isWhite(fill) &&
      box.height >= MIN_CELL_HEIGHT_EMS * em &&
      box.width >= MIN_CELL_WIDTH_EMS * em,
  );
  if (hard.length + cells.length > MAX_EDGES) return [];
  const all = cells.flatMap((cell) =>
    sidesOf(cell.box).map((side) => ({ side, seam: isSeam(side, cell, cells) })),
  );
  const certain = all.filter(({ seam, side }) => !seam && side.direction === 'horizontal');
  const sides = all
    .filter(
      ({ seam, side }) => !seam || certain.some((other) => Math.abs(other.side.at - side.at) <= SEAMLESS),
    )
    .map(({ side }) => side);
  return [...hard, ...jointsOf(hard), ...sides];
}

/** The edges in groups that hang together, from top to bottom. */
export function findLattices(edges: readonly Edge[], em: number): readonly Lattice[] {
  return connectedGroups(edges, boxOfLine, TOUCH_EMS * em)
    .map((group) => ({ box: unionOf(group.map(boxOfLine)), edges: group }))
    .sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
}

/** Whether a lattice has so many columns and rows that reading it as a table would cost more than any table is worth. */
export function isTooFine({ edges }: Lattice, em: number): boolean {
  const places = (direction: Edge['direction']): number =>
    clusterValues(
      edges.filter((edge) => edge.direction === direction).map(({ at }) => at),
      TOUCH_EMS * em,
    ).length;
  return places('horizontal') * places('vertical') > MAX_CELLS;
}

/** Lattices as one. */
export function joinLattices(lattices: readonly Lattice[]): Lattice {
  return { box: unionOf(lattices.map(({ box }) => box)), edges: lattices.flatMap(({ edges }) => edges) };
}
