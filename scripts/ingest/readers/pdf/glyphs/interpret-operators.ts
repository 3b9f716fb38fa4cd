/** A page's operator list → its text and shapes, handed to the collectors in drawing order. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ContentMark } from './collect-runs.ts';
import { intersectEdges } from './geometry.ts';
import type { Edges } from './geometry.ts';
import { IDENTITY, boundingEdges, isSolid, multiply } from './graphics-state.ts';
import type { GraphicsState, Matrix } from './graphics-state.ts';
import { addFill, addImage, markPainted, restore, save, storedPicture } from './interpreter-state.ts';
import type { InterpretInput, Interpreter } from './interpreter-state.ts';
import {
  asCorners,
  asList,
  asMatrix,
  asName,
  asNumber,
  asNumbers,
  asRecord,
  matrixArgument,
} from './operator-arguments.ts';
import { addOne, addPlacedImages, repeatImage } from './paint-pictures.ts';
import { isOneRectangle, pathEdges } from './read-outlines.ts';

const OUTSIDE: ContentMark = { sequence: 0, tag: '', artifact: false, hidden: false };
/** Tags that say nothing about structure: whatever is around them counts. */
const TRANSPARENT_TAGS = new Set(['Span', 'Artifact', 'OC', 'NonStruct', 'PlacedPDF', 'PlacedGraphic']);
const FILLS = new Set<unknown>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const STROKES = new Set<unknown>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

/** Text render modes from here on add to the clip (PDF 32000-1, table 106). */
const FIRST_CLIPPING_MODE = 4;

type Arguments = readonly unknown[];
type Handler = (interpreter: Interpreter, args: Arguments) => void;

/** The handler of an operator with one number; anything else leaves the state as it is. */
function withNumber(set: (state: GraphicsState, value: number) => void): Handler {
  return ({ state }, [argument]) => {
    const value = asNumber(argument);
    if (value !== null) set(state, value);
  };
}

function transform({ state }: Interpreter, matrix: Matrix | null): void {
  if (matrix !== null) state.ctm = multiply(state.ctm, matrix);
}

function moveText({ state }: Interpreter, x: number, y: number): void {
  state.lineX += x;
  state.lineY += y;
  state.x = state.lineX;
  state.y = state.lineY;
}

function moveTextBy(interpreter: Interpreter, args: Arguments, setsLeading: boolean): void {
  const [x, y] = [asNumber(args[0]), asNumber(args[1])];
  if (x === null || y === null) return;
  if (setsLeading) interpreter.state.leading = y;
  moveText(interpreter, x, y);
}

function setTextMatrix({ state }: Interpreter, matrix: Matrix | null): void {
  if (matrix === null) return;
  state.textMatrix = matrix;
  state.x = state.y = state.lineX = state.lineY = 0;
}

function setFont({ state, fonts }: Interpreter, [id, sizeArgument]: Arguments): void {
  const size = asNumber(sizeArgument) ?? 0;
  state.font = fonts.get(String(id)) ?? null;
  state.fontSize = Math.abs(size);
  state.fontDirection = size < 0 ? -1 : 1;
}

function setGraphicsState(interpreter: Interpreter, [entries]: Arguments): void {
  const { state } = interpreter;
  const all = asList(entries).map(asList);
  for (const [key, value] of all) {
    const number = asNumber(value);
    if (key === 'Font') setFont(interpreter, asList(value));
    else if (key === 'BM') state.blends = value !== 'source-over';
    // pdf.js announces a picture with a mask of its own by this one entry: no other mask is in force, but that.
    else if (key === 'SMask') state.masked = value !== false || all.length === 1;
    else if (number === null) continue;
    else if (key === 'LW') state.lineWidth = number;
    else if (key === 'ca') state.fillAlpha = number;
    else if (key === 'CA') state.strokeAlpha = number;
  }
}

function showText(interpreter: Interpreter, [glyphs]: Arguments): void {
  markPainted(interpreter);
  // Text that clips: what is painted from here on shows within its letters only.
  if (interpreter.state.renderMode >= FIRST_CLIPPING_MODE) interpreter.state.clipIsBox = false;
  if (interpreter.maskDepth > 0) return;
  interpreter.runs.show(interpreter.state, asList(glyphs), interpreter.mark);
}

function beginMark(interpreter: Interpreter, [name, properties]: Arguments): void {
  const drawn = asName(name);
  // The structure tree knows better than the mark what its content is; artifacts and layers stand outside of it.
  const role = typeof properties === 'number' ? interpreter.roles?.get(properties) : undefined;
  const tag = role !== undefined && role !== '' && drawn !== 'Artifact' ? role : drawn;
  const outer = interpreter.mark;
  interpreter.marks.push(outer);
  interpreter.mark = {
    sequence: ++interpreter.sequence,
    tag: TRANSPARENT_TAGS.has(tag) ? outer.tag : tag,
    artifact: outer.artifact || tag === 'Artifact',
    hidden: outer.hidden || (tag === 'OC' && !interpreter.isVisible(properties)),
  };
}

function clipTo({ state }: Interpreter, edges: Edges | null, isBox: boolean): void {
  if (edges === null) return;
  state.clip = intersectEdges(state.clip, edges);
  state.clipIsBox &&= isBox;
}

function constructPath(interpreter: Interpreter, [operator, packed]: Arguments): void {
  const { state, mark } = interpreter;
  const path = asNumbers(asList(packed)[0]);
  const mode = { fill: FILLS.has(operator), stroke: STROKES.has(operator) };
  if (mode.fill || mode.stroke) markPainted(interpreter);
  if (path !== null && !mark.hidden && interpreter.maskDepth === 0)
    interpreter.shapes.addPath(state, path, mode, mark.artifact);
  if (interpreter.clipPending && path !== null)
    clipTo(interpreter, pathEdges(path, state.ctm), isOneRectangle(path, state.ctm));
  interpreter.clipPending = false;
}

function beginForm(interpreter: Interpreter, [matrix, box]: Arguments): void {
  save(interpreter);
  transform(interpreter, asMatrix(matrix));
  const corners = asCorners(box);
  if (corners !== null) clipTo(interpreter, boundingEdges(interpreter.state.ctm, corners), true);
}

function beginGroup(interpreter: Interpreter, [group]: Arguments): void {
  const { state } = interpreter;
  save(interpreter);
  // Inside, painting begins anew; the group as a whole is painted as the state outside says.
  state.groupShowsBelow = !isSolid(state);
  state.blends = state.masked = false;
  state.fillAlpha = Math.ceil(state.fillAlpha);
  state.strokeAlpha = Math.ceil(state.strokeAlpha);
  const isMask = Boolean(asRecord(group)['smask']);
  interpreter.groups.push(isMask);
  if (isMask) interpreter.maskDepth++;
}

function endGroup(interpreter: Interpreter): void {
  restore(interpreter);
  if (interpreter.groups.pop() === true) interpreter.maskDepth--;
}

const HANDLERS = new Map<number, Handler>([
  [OPS.save, save],
  [OPS.restore, restore],
  [OPS.transform, (interpreter, args) => transform(interpreter, matrixArgument(args))],
  [OPS.setLineWidth, withNumber((state, width) => (state.lineWidth = width))],
  [OPS.setGState, setGraphicsState],
  [OPS.setFillRGBColor, ({ state }, [color]) => void (state.fill = String(color))],
  [OPS.setStrokeRGBColor, ({ state }, [color]) => void (state.stroke = String(color))],
  [OPS.setFillColorN, ({ state }) => void (state.fill = 'pattern')],
  [OPS.setStrokeColorN, ({ state }) => void (state.stroke = 'pattern')],
  [OPS.setFillTransparent, ({ state }) => void (state.fill = '')],
  [OPS.setStrokeTransparent, ({ state }) => void (state.stroke = '')],
  [OPS.beginText, (interpreter) => setTextMatrix(interpreter, IDENTITY)],
  [OPS.setCharSpacing, withNumber((state, spacing) => (state.charSpacing = spacing))],
  [OPS.setWordSpacing, withNumber((state, spacing) => (state.wordSpacing = spacing))],
  [OPS.setHScale, withNumber((state, percent) => (state.hScale = percent / 100))],
  [OPS.setLeading, withNumber((state, leading) => (state.leading = -leading))],
  [OPS.setTextRise, withNumber((state, rise) => (state.rise = rise))],
  [OPS.setTextRenderingMode, withNumber((state, mode) => (state.renderMode = mode))],
  [OPS.setFont, setFont],
  [OPS.setTextMatrix, (interpreter, args) => setTextMatrix(interpreter, matrixArgument(args))],
  [OPS.moveText, (interpreter, args) => moveTextBy(interpreter, args, false)],
  [OPS.setLeadingMoveText, (interpreter, args) => moveTextBy(interpreter, args, true)],
  [OPS.nextLine, (interpreter) => moveText(interpreter, 0, interpreter.state.leading)],
  [OPS.showText, showText],
  [OPS.beginMarkedContent, (interpreter, [name]) => beginMark(interpreter, [name, null])],
  [OPS.beginMarkedContentProps, beginMark],
  [OPS.endMarkedContent, (interpreter) => void (interpreter.mark = interpreter.marks.pop() ?? OUTSIDE)],
  [OPS.clip, (interpreter) => void (interpreter.clipPending = true)],
  [OPS.eoClip, (interpreter) => void (interpreter.clipPending = true)],
  [OPS.constructPath, constructPath],
  [OPS.shadingFill, (interpreter) => addFill(interpreter, 'shading')],
  [OPS.paintFormXObjectBegin, beginForm],
  [OPS.paintFormXObjectEnd, restore],
  [OPS.beginGroup, beginGroup],
  [OPS.endGroup, endGroup],
  [
    OPS.paintImageXObject,
    (interpreter, [, width, height]) =>
      addImage(interpreter, IDENTITY, storedPicture({ width, height }, 'opaque')),
  ],
  [OPS.paintInlineImageXObject, (interpreter, [picture]) => addOne(interpreter, picture)],
  [OPS.paintImageMaskXObject, (interpreter, [picture]) => addOne(interpreter, picture)],
  [OPS.paintSolidColorImageMask, (interpreter) => addFill(interpreter, 'solid')],
  [
    OPS.paintImageXObjectRepeat,
    (interpreter, [, scaleX, scaleY, places]) =>
      repeatImage(interpreter, places, [scaleX, 0, 0, scaleY], null),
  ],
  [
    OPS.paintImageMaskXObjectRepeat,
    (interpreter, [picture, a, b, c, d, places]) => repeatImage(interpreter, places, [a, b, c, d], picture),
  ],
  [OPS.paintImageMaskXObjectGroup, (interpreter, [images]) => addPlacedImages(interpreter, images)],
  [OPS.paintInlineImageXObjectGroup, (interpreter, [, images]) => addPlacedImages(interpreter, images)],
]);

/** Runs every operator once. Unknown operators draw nothing that is read and are passed over. */
export function interpretOperators(input: InterpretInput): void {
  const { fnArray, argsArray } = input.operators;
  const interpreter: Interpreter = {
    ...input,
    state: { ...input.start },
    stack: [],
    mark: OUTSIDE,
    marks: [],
    sequence: 0,
    clipPending: false,
    maskDepth: 0,
    groups: [],
    frames: [],
  };
  for (const [index, operator] of fnArray.entries()) {
    input.onOperator?.(index);
    interpreter.state.operator = index;
    HANDLERS.get(operator)?.(interpreter, asList(argsArray[index]));
  }
}
