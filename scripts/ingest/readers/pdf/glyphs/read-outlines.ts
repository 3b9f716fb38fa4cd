/** Packed paths of pdf.js → the outlines that they draw, in page coordinates. */
import { itemAt } from '../../../model/item-at.ts';
import type { Edges } from './geometry.ts';
import { uniteEdges } from './geometry.ts';
import { applyMatrix } from './graphics-state.ts';
import type { Matrix } from './graphics-state.ts';
import type { NumberList } from './operator-arguments.ts';

export type Point = readonly [x: number, y: number];

/** A stretch of a path that is drawn without lifting the pen. */
export interface Outline {
  /** Its corners and the control points of its curves. */
  readonly points: readonly Point[];
  readonly curved: boolean;
  readonly closed: boolean;
}

/** How pdf.js packs a path: an opcode, then its coordinates. */
const PATH_CODES = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const;
/** Points that differ by less than this are on one axis. */
export const AXIS_TOLERANCE = 0.35;

interface OpenOutline {
  readonly points: Point[];
  curved: boolean;
  closed: boolean;
}

/** The outlines of a packed path; a coordinate that is missing at its end ends the reading. */
export function readOutlines(packed: NumberList, ctm: Matrix): readonly Outline[] {
  const outlines: OpenOutline[] = [];
  let current: OpenOutline | null = null;
  for (let index = 0; index < packed.length;) {
    const code = packed[index++];
    if (code === PATH_CODES.closePath) {
      if (current) current.closed = true;
      continue;
    }
    const pairs = pairsOf(code);
    if (index + 2 * pairs > packed.length) break;
    if (code === PATH_CODES.moveTo || current === null || current.closed) {
      const start: Point[] = code !== PATH_CODES.moveTo && current ? current.points.slice(0, 1) : [];
      current = { points: start, curved: false, closed: false };
      outlines.push(current);
    }
    if (pairs > 1) current.curved = true;
    for (let pair = 0; pair < pairs; pair++, index += 2)
      current.points.push(applyMatrix(ctm, itemAt(packed, index), itemAt(packed, index + 1)));
  }
  return outlines;
}

/** Pairs of coordinates behind an opcode. */
function pairsOf(code: number | undefined): number {
  if (code === PATH_CODES.curveTo) return 3;
  return code === PATH_CODES.quadraticCurveTo ? 2 : 1;
}

/** The box around a packed path in page coordinates, as edges; null for an empty one. */
export function pathEdges(packed: NumberList, ctm: Matrix): Edges | null {
  const outlines = readOutlines(packed, ctm);
  return outlines.length === 0 ? null : outlines.map(({ points }) => edgesOf(points)).reduce(uniteEdges);
}

/** Whether a packed path is one rectangle with sides along the axes, and nothing else. */
export function isOneRectangle(packed: NumberList, ctm: Matrix): boolean {
  const [only, ...others] = readOutlines(packed, ctm);
  return only !== undefined && others.length === 0 && !only.curved && isRectangle(only.points);
}

/** Whether the line between two points runs along an axis. */
export function isAxial(a: Point, b: Point): boolean {
  return Math.abs(a[0] - b[0]) <= AXIS_TOLERANCE || Math.abs(a[1] - b[1]) <= AXIS_TOLERANCE;
}

/** Whether the points are four corners, or five with the first repeated, each side on an axis. */
export function isRectangle(points: readonly Point[]): boolean {
  const [a, b, c, d, again] = points;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return false;
  if (points.length > 5 || (again !== undefined && !isAxial(a, again))) return false;
  const hasAxialSides = isAxial(a, b) && isAxial(b, c) && isAxial(c, d) && isAxial(d, a);
  return (hasAxialSides && !isAxial(a, c)) || isFlat([a, b, c, d]);
}

/** A rectangle so thin that its diagonal counts as axial. */
function isFlat(corners: readonly Point[]): boolean {
  const [left, top, right, bottom] = edgesOf(corners);
  return Math.min(right - left, bottom - top) <= AXIS_TOLERANCE;
}

/** The edges around some points; turned inside out where there is none. */
export function edgesOf(points: readonly Point[]): Edges {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return [left, top, right, bottom];
}
