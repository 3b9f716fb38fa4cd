/** Paths and pictures as they are painted → rulings, boxes, paths, images. */
import { applyMatrix, boundingEdges, boxOfEdges, intersectEdges, multiply, round } from './graphics-state.ts';
import type { Box } from '../../../model/document.ts';
import type { GraphicsState, Matrix } from './graphics-state.ts';
import type { PaintedBox, PaintedPath, PlacedImage, Ruling } from './page-content.ts';

type Edges = readonly [number, number, number, number];
type Point = readonly [number, number];
interface Outline {
  readonly points: Point[];
  curved: boolean;
  closed: boolean;
}

/** How pdf.js packs a path: an opcode, then its coordinates. */
const PATH_CODES = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const;
/** A filled rectangle up to this thickness is a line; Word's thickest table border is 2.25 points. */
const MAX_RULING_THICKNESS = 2.6;
/** … and it is at least this many times as long as thick: a small square is a bullet. */
const MIN_RULING_RATIO = 3;
/** Points that differ by less than this are on one axis. */
const AXIS_TOLERANCE = 0.35;

/** How a path is painted. */
export interface PaintMode {
  readonly fill: boolean;
  readonly stroke: boolean;
}

/** Gathers the shapes of one page. */
export class ShapeCollector {
  readonly rulings: Ruling[] = [];
  readonly boxes: PaintedBox[] = [];
  readonly paths: PaintedPath[] = [];
  readonly images: PlacedImage[] = [];
  readonly #clips = new Map<string, Box>();

  /** Clips in force while something was painted, each once: a placed drawing is clipped to its own area. */
  get clips(): readonly Box[] {
    return [...this.#clips.values()];
  }

  /** Adds one painted path. `packed` holds pdf.js path codes and coordinates in user space. */
  addPath(state: GraphicsState, packed: ArrayLike<number>, mode: PaintMode, artifact: boolean): void {
    const fill = mode.fill && state.fillAlpha > 0 ? state.fill : '';
    const stroke = mode.stroke && state.strokeAlpha > 0 ? state.stroke : '';
    if (fill === '' && stroke === '') return;
    this.#clips.set(state.clip.map(round).join(), boxOfEdges(state.clip));
    const thickness =
      state.lineWidth * Math.sqrt(Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2]));
    let rest: Edges | null = null;
    let segments = 0;
    for (const outline of readOutlines(packed, state.ctm)) {
      const edges = intersectEdges(edgesOf(outline.points), grow(state.clip, AXIS_TOLERANCE));
      if (edges[2] < edges[0] || edges[3] < edges[1]) continue;
      if (this.#addStraight(outline, edges, fill, stroke, thickness, artifact)) continue;
      rest = rest === null ? edges : union(rest, edges);
      segments += outline.points.length;
    }
    if (rest !== null) this.paths.push({ box: boxOfEdges(rest), fill, stroke, segments, artifact });
  }

  #addStraight(
    outline: Outline,
    edges: Edges,
    fill: string,
    stroke: string,
    thickness: number,
    artifact: boolean,
  ): boolean {
    const { points } = outline;
    if (outline.curved) return false;
    if (isRectangle(points)) {
      const [left, top, right, bottom] = edges;
      if (fill !== '' && stroke === '' && this.#addThin(edges, fill, artifact)) return true;
      if (right - left < AXIS_TOLERANCE && bottom - top < AXIS_TOLERANCE) return true;
      if (stroke !== '') {
        for (const y of [top, bottom])
          this.#addRuling('horizontal', y, left, right, thickness, stroke, artifact);
        for (const x of [left, right])
          this.#addRuling('vertical', x, top, bottom, thickness, stroke, artifact);
      }
      this.boxes.push({ box: boxOfEdges(edges), fill, stroke, artifact });
      return true;
    }
    if (stroke === '' || fill !== '' || points.length > 8) return false;
    const closed = outline.closed ? [...points, points[0]!] : points;
    const pairs = closed.slice(1).map((point, index) => [closed[index]!, point] as const);
    if (!pairs.every(([a, b]) => isAxial(a, b))) return false;
    for (const [a, b] of pairs) {
      const across = Math.abs(a[1] - b[1]) <= Math.abs(a[0] - b[0]);
      if (across)
        this.#addRuling(
          'horizontal',
          (a[1] + b[1]) / 2,
          Math.min(a[0], b[0]),
          Math.max(a[0], b[0]),
          thickness,
          stroke,
          artifact,
        );
      else
        this.#addRuling(
          'vertical',
          (a[0] + b[0]) / 2,
          Math.min(a[1], b[1]),
          Math.max(a[1], b[1]),
          thickness,
          stroke,
          artifact,
        );
    }
    return true;
  }

  #addThin([left, top, right, bottom]: Edges, color: string, artifact: boolean): boolean {
    const [width, height] = [right - left, bottom - top];
    const thickness = Math.min(width, height);
    if (thickness > MAX_RULING_THICKNESS || Math.max(width, height) < MIN_RULING_RATIO * thickness)
      return false;
    if (height <= width)
      this.#addRuling('horizontal', (top + bottom) / 2, left, right, thickness, color, artifact);
    else this.#addRuling('vertical', (left + right) / 2, top, bottom, thickness, color, artifact);
    return true;
  }

  #addRuling(
    direction: Ruling['direction'],
    at: number,
    from: number,
    to: number,
    thickness: number,
    color: string,
    artifact: boolean,
  ): void {
    if (to - from < AXIS_TOLERANCE) return;
    const ruling = {
      direction,
      at: round(at),
      from: round(from),
      to: round(to),
      thickness: round(thickness),
      color,
      artifact,
    };
    this.rulings.push(ruling);
  }

  /** Adds a picture that fills the unit square of `matrix`. A mask of one pixel is a filled rectangle. */
  addImage(state: GraphicsState, matrix: Matrix, pixels: readonly [number, number], artifact: boolean): void {
    const edges = intersectEdges(boundingEdges(multiply(state.ctm, matrix), [0, 0, 1, 1]), state.clip);
    if (edges[2] <= edges[0] || edges[3] <= edges[1]) return;
    this.images.push({ box: boxOfEdges(edges), pixelWidth: pixels[0], pixelHeight: pixels[1], artifact });
  }

  /** Adds the unit square painted in the fill colour (an image mask of one pixel). */
  addSolid(state: GraphicsState, artifact: boolean): void {
    const edges = intersectEdges(boundingEdges(state.ctm, [0, 0, 1, 1]), state.clip);
    if (edges[2] <= edges[0] || edges[3] <= edges[1] || this.#addThin(edges, state.fill, artifact)) return;
    this.boxes.push({ box: boxOfEdges(edges), fill: state.fill, stroke: '', artifact });
  }

  /** Adds a shading, which fills the clip in force. */
  addShading(state: GraphicsState, artifact: boolean): void {
    const { clip } = state;
    if (clip[2] > clip[0] && clip[3] > clip[1])
      this.boxes.push({ box: boxOfEdges(clip), fill: 'pattern', stroke: '', artifact });
  }
}

/** The box around a packed path in page coordinates, as edges; null for an empty one. */
export function pathEdges(packed: ArrayLike<number>, ctm: Matrix): Edges | null {
  const outlines = readOutlines(packed, ctm).filter((outline) => outline.points.length > 0);
  return outlines.length === 0 ? null : outlines.map((outline) => edgesOf(outline.points)).reduce(union);
}

function readOutlines(packed: ArrayLike<number>, ctm: Matrix): Outline[] {
  const outlines: Outline[] = [];
  let current: Outline | null = null;
  for (let index = 0; index < packed.length;) {
    const code = packed[index++];
    if (code === PATH_CODES.closePath) {
      if (current) current.closed = true;
      continue;
    }
    const pairs = code === PATH_CODES.curveTo ? 3 : code === PATH_CODES.quadraticCurveTo ? 2 : 1;
    if (code === PATH_CODES.moveTo || current === null || current.closed) {
      const start: Point[] = code !== PATH_CODES.moveTo && current ? [current.points[0]!] : [];
      current = { points: start, curved: false, closed: false };
      outlines.push(current);
    }
    if (pairs > 1) current.curved = true;
    for (let pair = 0; pair < pairs; pair++, index += 2)
      current.points.push(applyMatrix(ctm, packed[index]!, packed[index + 1]!));
  }
  return outlines;
}

function isAxial(a: Point, b: Point): boolean {
  return Math.abs(a[0] - b[0]) <= AXIS_TOLERANCE || Math.abs(a[1] - b[1]) <= AXIS_TOLERANCE;
}

/** Four corners, or five with the first repeated, each side on an axis. */
function isRectangle(points: readonly Point[]): boolean {
  const ring = points.length === 5 && isAxial(points[0]!, points[4]!) ? points.slice(0, 4) : points;
  if (ring.length !== 4) return false;
  return (
    (ring.every((point, index) => isAxial(point, ring[(index + 1) % 4]!)) && !isAxial(ring[0]!, ring[2]!)) ||
    isFlat(ring)
  );
}

/** A rectangle so thin that its diagonal counts as axial. */
function isFlat(ring: readonly Point[]): boolean {
  const [left, top, right, bottom] = edgesOf(ring);
  return Math.min(right - left, bottom - top) <= AXIS_TOLERANCE;
}

function edgesOf(points: readonly Point[]): Edges {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return [left, top, right, bottom];
}

function union(a: Edges, b: Edges): Edges {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

function grow([left, top, right, bottom]: Edges, by: number): Edges {
  return [left - by, top - by, right + by, bottom + by];
}
