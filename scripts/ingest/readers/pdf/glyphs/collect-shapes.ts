/** Paths and pictures as they are painted → rulings, boxes, paths, images of one page. */
import type { Box } from '../../../model/document.ts';
import { neighbours } from '../../../model/neighbours.ts';
import { boxOfEdges, intersectEdges, round, uniteEdges } from './geometry.ts';
import type { Edges } from './geometry.ts';
import { boundingEdges, hidesBelow, multiply } from './graphics-state.ts';
import type { GraphicsState, Matrix } from './graphics-state.ts';
import type { NumberList } from './operator-arguments.ts';
import type { PaintedBox, PaintedPath, PlacedImage, Ruling } from './page-content.ts';
import type { PaintedArea } from './painted-areas.ts';
import { AXIS_TOLERANCE, edgesOf, isAxial, isRectangle, readOutlines } from './read-outlines.ts';
import type { Outline } from './read-outlines.ts';

/** A filled rectangle up to this thickness is a line; Word's thickest table border is 2.25 points. */
const MAX_RULING_THICKNESS = 2.6;
/** … and it is at least this many times as long as thick: a small square is a bullet. */
const MIN_RULING_RATIO = 3;
/** More corners than this are a drawing, even where all its sides run along the axes. */
const MAX_AXIAL_POINTS = 8;

/** A picture as it is stored. */
export interface StoredPicture {
  /** Pixels, 0 where unknown. */
  readonly width: number;
  readonly height: number;
  /** Whether it has a pixel in every place: one with a mask may not, of one that was left out nobody knows. */
  readonly opacity: PaintedArea['opacity'];
}

/** A matrix turns or skews by less than this where its picture still fills its box. */
const SKEW_SHARE = 0.01;

/** How a path is painted. */
export interface PaintMode {
  readonly fill: boolean;
  readonly stroke: boolean;
}

/** How the path at hand is drawn, in the page's measure; '' where it is not filled or not stroked. */
interface PaintStyle {
  readonly fill: string;
  readonly stroke: string;
  /** Of its stroke, in points. */
  readonly thickness: number;
  readonly artifact: boolean;
}

/** Gathers the shapes of one page. */
export class ShapeCollector {
  readonly rulings: Ruling[] = [];
  readonly boxes: PaintedBox[] = [];
  readonly paths: PaintedPath[] = [];
  readonly images: PlacedImage[] = [];
  /** Where anything was painted but thin lines, in the order of painting. */
  readonly areas: PaintedArea[] = [];
  readonly #clips = new Map<string, Box>();

  /** Clips in force while something was painted, each once: a placed drawing is clipped to its own area. */
  get clips(): readonly Box[] {
    return [...this.#clips.values()];
  }

  /** Adds one painted path. `packed` holds pdf.js path codes and coordinates in user space. */
  addPath(state: GraphicsState, packed: NumberList, mode: PaintMode, artifact: boolean): void {
    const fill = mode.fill && state.fillAlpha > 0 ? state.fill : '';
    const stroke = mode.stroke && state.strokeAlpha > 0 ? state.stroke : '';
    if (fill === '' && stroke === '') return;
    this.#clips.set(state.clip.map(round).join(), boxOfEdges(state.clip));
    const scale = Math.sqrt(Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2]));
    const style = { fill, stroke, thickness: state.lineWidth * scale, artifact };
    const clip = grow(state.clip, AXIS_TOLERANCE);
    const outlines = readOutlines(packed, state.ctm);
    this.#addPathArea(state, outlines, style);
    let rest: Edges | null = null;
    let segments = 0;
    for (const outline of outlines) {
      const edges = intersectEdges(edgesOf(outline.points), clip);
      // Written so that coordinates that are no numbers are left out, too.
      if (!(edges[2] >= edges[0] && edges[3] >= edges[1])) continue;
      if (this.#addStraight(outline, edges, style)) continue;
      rest = rest === null ? edges : uniteEdges(rest, edges);
      segments += outline.points.length;
    }
    if (rest !== null) this.paths.push({ box: boxOfEdges(rest), fill, stroke, segments, artifact });
  }

  /** Notes where a path is painted. One with several outlines may have holes. */
  #addPathArea(
    state: GraphicsState,
    outlines: readonly Outline[],
    { fill, stroke, thickness }: PaintStyle,
  ): void {
    const [first, ...others] = outlines;
    if (first === undefined) return;
    const edges = outlines.map(({ points }) => edgesOf(points)).reduce(uniteEdges);
    if (fill !== '') {
      const isPlain = others.length === 0 && !first.curved && isRectangle(first.points) && fill !== 'pattern';
      this.#addArea(state, edges, fill === 'pattern' ? '' : fill, isPlain ? 'opaque' : 'open');
    } else if (thickness > MAX_RULING_THICKNESS)
      this.#addArea(state, grow(edges, thickness / 2), stroke, 'open');
  }

  #addArea(state: GraphicsState, edges: Edges, color: string, opacity: PaintedArea['opacity']): void {
    const seen = intersectEdges(edges, state.clip);
    const hides = hidesBelow(state) ? opacity : 'open';
    const blended = hidesBelow(state) ? color : '';
    if (seen[2] > seen[0] && seen[3] > seen[1])
      this.areas.push({ edges: seen, at: state.operator, color: blended, opacity: hides });
  }

  /** Adds an outline as rulings and boxes; false where it is neither. */
  #addStraight(outline: Outline, edges: Edges, style: PaintStyle): boolean {
    if (outline.curved) return false;
    return isRectangle(outline.points)
      ? this.#addRectangle(edges, style)
      : this.#addAxialLines(outline, style);
  }

  #addRectangle(edges: Edges, style: PaintStyle): true {
    const { fill, stroke, artifact } = style;
    const [left, top, right, bottom] = edges;
    if (fill !== '' && stroke === '' && this.#addThin(edges, fill, artifact)) return true;
    if (right - left < AXIS_TOLERANCE && bottom - top < AXIS_TOLERANCE) return true;
    if (stroke !== '') {
      for (const y of [top, bottom]) this.#addLine([left, y, right, y], style);
      for (const x of [left, right]) this.#addLine([x, top, x, bottom], style);
    }
    this.boxes.push({ box: boxOfEdges(edges), fill, stroke, artifact });
    return true;
  }

  /** Adds the sides of an outline whose every side runs along an axis; false where one does not. */
  #addAxialLines({ points, closed }: Outline, style: PaintStyle): boolean {
    if (style.stroke === '' || style.fill !== '' || points.length > MAX_AXIAL_POINTS) return false;
    const corners = closed ? [...points, ...points.slice(0, 1)] : points;
    const sides = neighbours(corners);
    if (!sides.every(([a, b]) => isAxial(a, b))) return false;
    for (const side of sides) this.#addLine(edgesOf(side), style);
    return true;
  }

  #addThin(edges: Edges, color: string, artifact: boolean): boolean {
    const [left, top, right, bottom] = edges;
    const [width, height] = [right - left, bottom - top];
    const thickness = Math.min(width, height);
    if (thickness > MAX_RULING_THICKNESS || Math.max(width, height) < MIN_RULING_RATIO * thickness)
      return false;
    this.#addLine(edges, { fill: '', stroke: color, thickness, artifact });
    return true;
  }

  /** Adds the line along the middle of a flat box, the longer way. */
  #addLine([left, top, right, bottom]: Edges, { thickness, stroke, artifact }: PaintStyle): void {
    const isHorizontal = bottom - top <= right - left;
    const [from, to] = isHorizontal ? [left, right] : [top, bottom];
    if (to - from < AXIS_TOLERANCE) return;
    this.rulings.push({
      direction: isHorizontal ? 'horizontal' : 'vertical',
      at: round(isHorizontal ? (top + bottom) / 2 : (left + right) / 2),
      from: round(from),
      to: round(to),
      thickness: round(thickness),
      color: stroke,
      artifact,
    });
  }

  /** Adds a picture that fills the unit square of `matrix`. A mask of one pixel is a filled rectangle. */
  addImage(state: GraphicsState, matrix: Matrix, picture: StoredPicture, artifact: boolean): void {
    const placed = multiply(state.ctm, matrix);
    const edges = intersectEdges(boundingEdges(placed, [0, 0, 1, 1]), state.clip);
    if (edges[2] <= edges[0] || edges[3] <= edges[1]) return;
    const { width, height, opacity } = picture;
    this.images.push({ box: boxOfEdges(edges), pixelWidth: width, pixelHeight: height, artifact });
    this.#addArea(state, edges, '', isUpright(placed) ? opacity : 'open');
  }

  /** Adds the unit square painted in the fill colour (an image mask of one pixel). */
  addSolid(state: GraphicsState, artifact: boolean): void {
    const edges = intersectEdges(boundingEdges(state.ctm, [0, 0, 1, 1]), state.clip);
    if (edges[2] <= edges[0] || edges[3] <= edges[1] || this.#addThin(edges, state.fill, artifact)) return;
    const isPlain = isUpright(state.ctm) && state.fill !== 'pattern';
    this.#addArea(state, edges, isPlain ? state.fill : '', isPlain ? 'opaque' : 'open');
    this.boxes.push({ box: boxOfEdges(edges), fill: state.fill, stroke: '', artifact });
  }

  /** Adds a shading, which fills the clip in force. */
  addShading(state: GraphicsState, artifact: boolean): void {
    const { clip } = state;
    if (clip[2] <= clip[0] || clip[3] <= clip[1]) return;
    this.boxes.push({ box: boxOfEdges(clip), fill: 'pattern', stroke: '', artifact });
    this.#addArea(state, clip, '', 'open');
  }
}

/** Whether the matrix keeps boxes boxes, as quarter turns do. */
function isUpright([a, b, c, d]: Matrix): boolean {
  const sides = Math.max(...[a, b, c, d].map(Math.abs));
  const isNone = (value: number): boolean => Math.abs(value) <= SKEW_SHARE * sides;
  return (isNone(b) && isNone(c)) || (isNone(a) && isNone(d));
}

function grow([left, top, right, bottom]: Edges, by: number): Edges {
  return [left - by, top - by, right + by, bottom + by];
}
