/** Walks through a page's operator list and hands text and shapes to their collectors. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ContentMark, DrawnGlyph } from './collect-runs.ts';
import { pathEdges } from './collect-shapes.ts';
import { IDENTITY, boundingEdges, intersectEdges, multiply } from './graphics-state.ts';
import type { Matrix } from './graphics-state.ts';
import { addFill, image, markPainted, matrixOf, repeated, restore, save } from './interpreter-state.ts';
import type { InterpretInput, InterpreterState } from './interpreter-state.ts';

const OUTSIDE: ContentMark = { sequence: 0, tag: '', artifact: false, hidden: false };
/** Tags that say nothing about structure: whatever is around them counts. */
const TRANSPARENT_TAGS = new Set(['Span', 'Artifact', 'OC', 'NonStruct', 'PlacedPDF', 'PlacedGraphic']);
const FILLS = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const STROKES = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

type Numbers = readonly number[];
type Handler = (walk: InterpreterState, args: readonly unknown[]) => void;

function moveText({ state }: InterpreterState, x: number, y: number): void {
  state.lineX += x;
  state.lineY += y;
  state.x = state.lineX;
  state.y = state.lineY;
}
function setTextMatrix({ state }: InterpreterState, matrix: Matrix): void {
  state.textMatrix = matrix;
  state.x = state.y = state.lineX = state.lineY = 0;
}
function setFont({ state, fonts }: InterpreterState, id: unknown, size: number): void {
  state.font = fonts.get(String(id)) ?? null;
  state.fontSize = Math.abs(size);
  state.fontDirection = size < 0 ? -1 : 1;
}
function beginMark(walk: InterpreterState, name: unknown, properties: unknown): void {
  const drawn = typeof name === 'string' ? name : ((name as { name?: string } | null)?.name ?? '');
  // The structure tree knows better than the mark what its content is; artifacts and layers stand outside of it.
  const role = typeof properties === 'number' ? walk.roles?.get(properties) : undefined;
  const tag = role !== undefined && role !== '' && drawn !== 'Artifact' ? role : drawn;
  walk.marks.push(walk.mark);
  const outer = walk.mark;
  walk.mark = {
    sequence: ++walk.sequence,
    tag: TRANSPARENT_TAGS.has(tag) ? outer.tag : tag,
    artifact: outer.artifact || tag === 'Artifact',
    hidden: outer.hidden || (tag === 'OC' && !walk.isVisible(properties)),
  };
}
function clipTo(walk: InterpreterState, edges: readonly [number, number, number, number]): void {
  walk.state.clip = intersectEdges(walk.state.clip, edges);
}
function constructPath(walk: InterpreterState, [operator, packed]: readonly unknown[]): void {
  const path = (packed as ArrayLike<number>[])[0];
  const mode = { fill: FILLS.has(operator as number), stroke: STROKES.has(operator as number) };
  if (mode.fill || mode.stroke) markPainted(walk);
  if (path && !walk.mark.hidden && walk.maskDepth === 0)
    walk.shapes.addPath(walk.state, path, mode, walk.mark.artifact);
  if (walk.clipPending) {
    const edges = path ? pathEdges(path, walk.state.ctm) : null;
    if (edges) clipTo(walk, edges);
    walk.clipPending = false;
  }
}
function beginForm(walk: InterpreterState, matrix: unknown, bbox: unknown): void {
  save(walk);
  if (matrix) walk.state.ctm = multiply(walk.state.ctm, matrixOf([matrix]));
  if (bbox)
    clipTo(
      walk,
      boundingEdges(
        walk.state.ctm,
        Array.from(bbox as ArrayLike<number>) as [number, number, number, number],
      ),
    );
}
function beginGroup(walk: InterpreterState, group: unknown): void {
  save(walk);
  const isMask = Boolean((group as { smask?: unknown } | undefined)?.smask);
  walk.groups.push(isMask);
  if (isMask) walk.maskDepth++;
}
function endGroup(walk: InterpreterState): void {
  restore(walk);
  if (walk.groups.pop() === true) walk.maskDepth--;
}
function setGraphicsState(walk: InterpreterState, entries: unknown): void {
  for (const [key, value] of entries as [string, unknown][]) {
    if (key === 'LW') walk.state.lineWidth = value as number;
    else if (key === 'ca') walk.state.fillAlpha = value as number;
    else if (key === 'CA') walk.state.strokeAlpha = value as number;
    else if (key === 'Font') setFont(walk, (value as unknown[])[0], (value as number[])[1]!);
  }
}

const HANDLERS = new Map<number, Handler>([
  [OPS.save, save],
  [OPS.restore, restore],
  [OPS.transform, (walk, args) => void (walk.state.ctm = multiply(walk.state.ctm, matrixOf(args)))],
  [OPS.setLineWidth, (walk, args) => void (walk.state.lineWidth = args[0] as number)],
  [OPS.setGState, (walk, args) => setGraphicsState(walk, args[0])],
  [OPS.setFillRGBColor, (walk, args) => void (walk.state.fill = String(args[0]))],
  [OPS.setStrokeRGBColor, (walk, args) => void (walk.state.stroke = String(args[0]))],
  [OPS.setFillColorN, (walk) => void (walk.state.fill = 'pattern')],
  [OPS.setStrokeColorN, (walk) => void (walk.state.stroke = 'pattern')],
  [OPS.setFillTransparent, (walk) => void (walk.state.fill = '')],
  [OPS.setStrokeTransparent, (walk) => void (walk.state.stroke = '')],
  [OPS.beginText, (walk) => setTextMatrix(walk, IDENTITY)],
  [OPS.setCharSpacing, (walk, args) => void (walk.state.charSpacing = args[0] as number)],
  [OPS.setWordSpacing, (walk, args) => void (walk.state.wordSpacing = args[0] as number)],
  [OPS.setHScale, (walk, args) => void (walk.state.hScale = (args[0] as number) / 100)],
  [OPS.setLeading, (walk, args) => void (walk.state.leading = -(args[0] as number))],
  [OPS.setTextRise, (walk, args) => void (walk.state.rise = args[0] as number)],
  [OPS.setTextRenderingMode, (walk, args) => void (walk.state.renderMode = args[0] as number)],
  [OPS.setFont, (walk, args) => setFont(walk, args[0], args[1] as number)],
  [OPS.setTextMatrix, (walk, args) => setTextMatrix(walk, matrixOf(args))],
  [OPS.moveText, (walk, args) => moveText(walk, args[0] as number, args[1] as number)],
  [
    OPS.setLeadingMoveText,
    (walk, args) => {
      walk.state.leading = args[1] as number;
      moveText(walk, args[0] as number, args[1] as number);
    },
  ],
  [OPS.nextLine, (walk) => moveText(walk, 0, walk.state.leading)],
  [
    OPS.showText,
    (walk, args) => {
      markPainted(walk);
      if (walk.maskDepth === 0) walk.runs.show(walk.state, args[0] as (DrawnGlyph | number)[], walk.mark);
    },
  ],
  [OPS.beginMarkedContent, (walk, args) => beginMark(walk, args[0], null)],
  [OPS.beginMarkedContentProps, (walk, args) => beginMark(walk, args[0], args[1])],
  [OPS.endMarkedContent, (walk) => void (walk.mark = walk.marks.pop() ?? OUTSIDE)],
  [OPS.clip, (walk) => void (walk.clipPending = true)],
  [OPS.eoClip, (walk) => void (walk.clipPending = true)],
  [OPS.constructPath, constructPath],
  [OPS.shadingFill, (walk) => addFill(walk, 'shading')],
  [OPS.paintFormXObjectBegin, (walk, args) => beginForm(walk, args[0], args[1])],
  [OPS.paintFormXObjectEnd, restore],
  [OPS.beginGroup, (walk, args) => beginGroup(walk, args[0])],
  [OPS.endGroup, endGroup],
  [OPS.paintImageXObject, (walk, args) => image(walk, IDENTITY, { width: args[1], height: args[2] })],
  [OPS.paintInlineImageXObject, (walk, args) => image(walk, IDENTITY, args[0])],
  [OPS.paintImageMaskXObject, (walk, args) => image(walk, IDENTITY, args[0])],
  [OPS.paintSolidColorImageMask, (walk) => addFill(walk, 'solid')],
  [
    OPS.paintImageXObjectRepeat,
    (walk, args) => repeated(walk, args[3] as Numbers, [args[1] as number, 0, 0, args[2] as number], null),
  ],
  [
    OPS.paintImageMaskXObjectRepeat,
    (walk, args) => repeated(walk, args[5] as Numbers, args.slice(1, 5) as Numbers, args[0]),
  ],
  [
    OPS.paintImageMaskXObjectGroup,
    (walk, args) => {
      for (const each of args[0] as { transform: Numbers }[]) image(walk, matrixOf([each.transform]), each);
    },
  ],
  [
    OPS.paintInlineImageXObjectGroup,
    (walk, args) => {
      for (const each of args[1] as { transform: Numbers }[]) image(walk, matrixOf([each.transform]), each);
    },
  ],
]);

/** Runs every operator once. Unknown operators draw nothing that is read and are passed over. */
export function interpretOperators(input: InterpretInput): void {
  const { fnArray, argsArray } = input.operators;
  const walk: InterpreterState = {
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
  for (let index = 0; index < fnArray.length; index++) {
    input.onOperator?.(index);
    HANDLERS.get(fnArray[index]!)?.(walk, (argsArray[index] ?? []) as readonly unknown[]);
  }
}
