/** What the interpreter of an operator list carries from one operator to the next, and how pictures are placed. */
import type { ContentMark, RunCollector } from './collect-runs.ts';
import type { ShapeCollector, StoredPicture } from './collect-shapes.ts';
import { IDENTITY, boundingEdges } from './graphics-state.ts';
import type { FontFacts, GraphicsState, Matrix } from './graphics-state.ts';
import { asNumber } from './operator-arguments.ts';
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
export interface Interpreter extends InterpretInput {
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

/** `q`: keeps the state. */
export function save(interpreter: Interpreter): void {
  interpreter.stack.push({ ...interpreter.state });
  interpreter.frames.push({ painted: false, ctm: interpreter.state.ctm });
}

/** `Q`: takes it back; a picture left out since then is put in. */
export function restore(interpreter: Interpreter): void {
  const frame = interpreter.frames.pop();
  if (frame && !frame.painted && frame.ctm !== interpreter.state.ctm) inferImage(interpreter);
  if (frame?.painted) markPainted(interpreter);
  interpreter.state = interpreter.stack.pop() ?? interpreter.state;
  interpreter.clipPending = false;
}

/** Notes that something was painted since the last `q`. */
export function markPainted(interpreter: Interpreter): void {
  const frame = interpreter.frames.at(-1);
  if (frame) frame.painted = true;
}

/** The picture of an operator of pdf.js. */
export function storedPicture(
  { width, height }: Readonly<Record<string, unknown>>,
  opacity: StoredPicture['opacity'] = 'open',
): StoredPicture {
  return { width: asNumber(width) ?? 0, height: asNumber(height) ?? 0, opacity };
}

/** Adds a picture in the unit square of `matrix`. */
export function addImage(interpreter: Interpreter, matrix: Matrix, picture: StoredPicture): void {
  markPainted(interpreter);
  if (interpreter.mark.hidden || interpreter.maskDepth > 0) return;
  interpreter.shapes.addImage(interpreter.state, matrix, picture, interpreter.mark.artifact);
}

/** Pictures that are left out undecoded leave their trace: a matrix was set, and then nothing was painted. */
function inferImage(interpreter: Interpreter): void {
  const [left, top, right, bottom] = boundingEdges(interpreter.state.ctm, [0, 0, 1, 1]);
  if (right - left < MIN_PICTURE_POINTS || bottom - top < MIN_PICTURE_POINTS) return;
  addImage(interpreter, IDENTITY, storedPicture({}, 'unknown'));
}

/** Adds what fills the clip (a shading) or the unit square (a mask of one pixel). */
export function addFill(interpreter: Interpreter, what: 'shading' | 'solid'): void {
  markPainted(interpreter);
  if (what === 'shading') interpreter.shapes.addShading(interpreter.state, interpreter.mark.artifact);
  else interpreter.shapes.addSolid(interpreter.state, interpreter.mark.artifact);
}
