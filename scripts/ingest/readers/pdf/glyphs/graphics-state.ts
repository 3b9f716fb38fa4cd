/** The part of the PDF graphics state that placing text and shapes needs, and the matrices that go with it. */
import type { Edges } from './geometry.ts';

/** `[a b c d e f]`: x' = a·x + c·y + e, y' = b·x + d·y + f (PDF 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

/** What pdf.js tells about a font, as far as it is used. */
export interface FontFacts {
  /** Names the font object within its file. */
  readonly id: string;
  readonly name: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly vertical: boolean;
  readonly type3: boolean;
  /** Only Type 3: height of the font box in text space, for fonts that hold bitmaps at a scale of their own. */
  readonly type3Height: number;
  readonly matrix: Matrix;
}

/** Mutable on purpose: one is copied for every `save`. */
export interface GraphicsState {
  ctm: Matrix;
  /** Clip in force, in page coordinates. */
  clip: Edges;
  /** Whether all inside the edges of the clip is painted: it is made of boxes only. */
  clipIsBox: boolean;
  /** Painting mixes with what is below (a blend mode), or only shows where a soft mask says so. */
  blends: boolean;
  masked: boolean;
  /** The group around is painted in such a way. */
  groupShowsBelow: boolean;
  /** Number of the operator that is running. */
  operator: number;
  fill: string;
  stroke: string;
  fillAlpha: number;
  strokeAlpha: number;
  lineWidth: number;
  font: FontFacts | null;
  fontSize: number;
  fontDirection: number;
  charSpacing: number;
  wordSpacing: number;
  hScale: number;
  leading: number;
  rise: number;
  renderMode: number;
  textMatrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e,
    b * inner[4] + d * inner[5] + f,
  ];
}

/** The point (x, y) after `matrix`. */
export function applyMatrix(matrix: Matrix, x: number, y: number): readonly [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

/** The edges around the rectangle with the two given corners (in either order) after `matrix`. */
export function boundingEdges(
  matrix: Matrix,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
): Edges {
  const corners = [
    applyMatrix(matrix, x0, y0),
    applyMatrix(matrix, x1, y0),
    applyMatrix(matrix, x0, y1),
    applyMatrix(matrix, x1, y1),
  ];
  const xs = corners.map((corner) => corner[0]);
  const ys = corners.map((corner) => corner[1]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Whether a fill in this state hides all that is below it. */
export function hidesBelow(state: GraphicsState): boolean {
  return isSolid(state) && state.clipIsBox;
}

/** Whether nothing below what is painted in this state shows through it. */
export function isSolid({ fillAlpha, blends, masked, groupShowsBelow }: GraphicsState): boolean {
  return fillAlpha === 1 && !blends && !masked && !groupShowsBelow;
}

/** The state at the start of a page whose upright transform is `upright`. */
export function initialState(upright: Matrix, width: number, height: number): GraphicsState {
  return {
    ctm: upright,
    clip: [0, 0, width, height],
    clipIsBox: true,
    blends: false,
    masked: false,
    groupShowsBelow: false,
    operator: 0,
    fill: '#000000',
    stroke: '#000000',
    fillAlpha: 1,
    strokeAlpha: 1,
    lineWidth: 1,
    font: null,
    fontSize: 0,
    fontDirection: 1,
    charSpacing: 0,
    wordSpacing: 0,
    hScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
    textMatrix: IDENTITY,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  };
}
