/** What the interpreter of an operator list carries along, and how pictures are placed. */
import type { ContentMark, RunCollector } from './collect-runs.ts';
import type { ShapeCollector } from './collect-shapes.ts';
import { IDENTITY, boundingEdges } from './graphics-state.ts';
import type { FontFacts, GraphicsState, Matrix } from './graphics-state.ts';
import type { StructureRoles } from './structure-roles.ts';

/** What pdf.js gives for a page. The arguments are as loose as pdf.js has them. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

export interface InterpretInput {
  readonly operators: OperatorList;
  readonly fonts: ReadonlyMap<string, FontFacts>;
  readonly start: GraphicsState;
  readonly runs: RunCollector;
  readonly shapes: ShapeCollector;
  /** Whether optional content (a layer) is shown. */
  readonly isVisible: (properties: unknown) => boolean;
  /** What a tagged file says that marked content is, by its number. */
  readonly roles?: StructureRoles;
  /** Told the number of each operator before it runs. */
  readonly onOperator?: (index: number) => void;
}

/** The state between two operators; mutable on purpose. */
export interface InterpreterState extends InterpretInput {
  state: GraphicsState;
  readonly stack: GraphicsState[];
  mark: ContentMark;
  readonly marks: ContentMark[];
  sequence: number;
  clipPending: boolean;
  /** Depth of groups that only define a soft mask: nothing in them is seen. */
  maskDepth: number;
  readonly groups: boolean[];
  /** For every open save: whether anything was painted since, and the matrix that it began with. */
  readonly frames: { painted: boolean; readonly ctm: Matrix }[];
}

/** A matrix that makes the unit square smaller than this in points was not set for a picture. */
const MIN_PICTURE_POINTS = 6;
type Numbers = readonly number[];

/** A matrix argument, whether it comes as six numbers, an array or a Float32Array. */
export function matrixOf(args: readonly unknown[]): Matrix {
  const numbers = (
    typeof args[0] === 'number' ? args : Array.from((args[0] ?? IDENTITY) as ArrayLike<number>)
  ) as Numbers;
  return [numbers[0]!, numbers[1]!, numbers[2]!, numbers[3]!, numbers[4]!, numbers[5]!];
}

/** `q`: keeps the state. */
export function save(walk: InterpreterState): void {
  walk.stack.push({ ...walk.state });
  walk.frames.push({ painted: false, ctm: walk.state.ctm });
}

/** `Q`: takes it back; a picture left out since then is put in. */
export function restore(walk: InterpreterState): void {
  const frame = walk.frames.pop();
  if (frame && !frame.painted && frame.ctm !== walk.state.ctm) inferImage(walk);
  if (frame?.painted) markPainted(walk);
  walk.state = walk.stack.pop() ?? walk.state;
  walk.clipPending = false;
}

/** Notes that something was painted since the last `q`. */
export function markPainted(walk: InterpreterState): void {
  const frame = walk.frames.at(-1);
  if (frame) frame.painted = true;
}

/** Adds a picture in the unit square of `matrix`. */
export function image(walk: InterpreterState, matrix: Matrix, pixels: unknown): void {
  markPainted(walk);
  if (walk.mark.hidden || walk.maskDepth > 0) return;
  const { width = 0, height = 0 } = (pixels ?? {}) as { width?: number; height?: number };
  walk.shapes.addImage(walk.state, matrix, [width, height], walk.mark.artifact);
}

/** Adds one picture at many places, given as pairs of coordinates. */
export function repeated(walk: InterpreterState, positions: Numbers, scale: Numbers, pixels: unknown): void {
  const [a, b, c, d] = scale as [number, number, number, number];
  for (let index = 0; index < positions.length; index += 2)
    image(walk, [a, b, c, d, positions[index]!, positions[index + 1]!], pixels);
}

/** Pictures that are left out undecoded leave their trace: a matrix was set, and then nothing was painted. */
function inferImage(walk: InterpreterState): void {
  const [left, top, right, bottom] = boundingEdges(walk.state.ctm, [0, 0, 1, 1]);
  if (right - left < MIN_PICTURE_POINTS || bottom - top < MIN_PICTURE_POINTS) return;
  image(walk, IDENTITY, null);
}

/** Adds what fills the clip (a shading) or the unit square (a mask of one pixel). */
export function addFill(walk: InterpreterState, what: 'shading' | 'solid'): void {
  markPainted(walk);
  if (what === 'shading') walk.shapes.addShading(walk.state, walk.mark.artifact);
  else walk.shapes.addSolid(walk.state, walk.mark.artifact);
}
