/** The operators of a page and the box of a figure → which are left out of its picture: watermarks, and text beside it. */
import type { Box } from '../../../model/document.ts';
import type { ContentMark } from '../glyphs/collect-runs.ts';
import { RunCollector } from '../glyphs/collect-runs.ts';
import { ShapeCollector } from '../glyphs/collect-shapes.ts';
import { applyMatrix, boundingEdges, multiply } from '../glyphs/graphics-state.ts';
import type { GraphicsState, Matrix } from '../glyphs/graphics-state.ts';
import { interpretOperators } from '../glyphs/interpret-operators.ts';
import type { OperatorList } from '../glyphs/interpreter-state.ts';
import type { NumberList } from '../glyphs/operator-arguments.ts';
import type { DrawnGlyph } from '../glyphs/place-glyph.ts';
import { pathEdges } from '../glyphs/read-outlines.ts';

/** One thing that an operator paints. */
export interface PaintedPlace {
  /** Number of the operator in the list. */
  readonly index: number;
  /** The same for the same thing at the same place on another page. */
  readonly key: string;
  /** Where text begins, on its baseline; absent for everything else. */
  readonly start?: readonly [x: number, y: number];
}

/** Points within which two places are the same: producers round differently from page to page. */
const PLACE_STEP = 2;

const near = (values: readonly number[]): string =>
  values.map((value) => Math.round(value / PLACE_STEP)).join();

class TextPlaces extends RunCollector {
  readonly #add: (key: string, start: readonly [number, number]) => void;

  constructor(add: (key: string, start: readonly [number, number]) => void) {
    super(1);
    this.#add = add;
  }

  override show(state: GraphicsState, glyphs: readonly (DrawnGlyph | number)[], _mark: ContentMark): void {
    const start = applyMatrix(multiply(state.ctm, state.textMatrix), state.x, state.y + state.rise);
    const text = glyphs.map((glyph) => (typeof glyph === 'number' ? '' : glyph.unicode)).join('');
    this.#add(`text,${near(start)},${text}`, start);
  }
}

class ShapePlaces extends ShapeCollector {
  readonly #add: (key: string) => void;

  constructor(add: (key: string) => void) {
    super();
    this.#add = add;
  }

  override addPath(state: GraphicsState, packed: NumberList): void {
    const edges = pathEdges(packed, state.ctm);
    this.#add(edges === null ? 'nothing' : `path,${near(edges)},${state.fill},${state.stroke}`);
  }

  override addImage(state: GraphicsState, matrix: Matrix): void {
    this.#add(`image,${near(boundingEdges(multiply(state.ctm, matrix), [0, 0, 1, 1]))}`);
  }

  override addSolid(state: GraphicsState): void {
    this.#add(`solid,${near(boundingEdges(state.ctm, [0, 0, 1, 1]))}`);
  }

  override addShading(state: GraphicsState): void {
    this.#add(`shading,${near(state.clip)}`);
  }
}

/** What the operators paint, in order; `start` is the state at the beginning of the page. */
export function paintedPlaces(operators: OperatorList, start: GraphicsState): readonly PaintedPlace[] {
  const places: PaintedPlace[] = [];
  let index = 0;
  interpretOperators({
    operators,
    fonts: new Map(),
    start,
    runs: new TextPlaces((key, at) => places.push({ index, key, start: at })),
    shapes: new ShapePlaces((key) => places.push({ index, key })),
    isVisible: () => true,
    onOperator: (current) => (index = current),
  });
  return places;
}

/** A thing at one place on this share of the sampled pages, and on three at least, is a watermark or page furniture. */
const REPEATED_SHARE = 0.6;
const MIN_REPEATS = 3;

/** Keys of what stands at one place on most of the pages. */
export function repeatedPlaces(pages: readonly (readonly PaintedPlace[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(page.map((place) => place.key))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(MIN_REPEATS, REPEATED_SHARE * pages.length);
  return new Set([...counts].filter(([, count]) => count >= least).map(([key]) => key));
}

/** Points by which the baseline of a label may stand below its figure's box. */
const BASELINE_SLACK = 2;

/**
 * The filter for `page.render` of pdf.js. It follows the operator list that is being drawn, since that may be cut
 * otherwise than the one of another call.
 */
export class PaintFilter {
  readonly #box: Box;
  readonly #repeated: ReadonlySet<string>;
  readonly #start: GraphicsState;
  #known = 0;
  #skipped: ReadonlySet<number> = new Set();

  constructor(box: Box, repeated: ReadonlySet<string>, start: GraphicsState) {
    this.#box = box;
    this.#repeated = repeated;
    this.#start = start;
  }

  /** Whether the operator is to be drawn. */
  keeps(index: number, operators: OperatorList): boolean {
    if (index >= this.#known) this.#read(operators);
    return !this.#skipped.has(index);
  }

  #read(operators: OperatorList): void {
    this.#known = operators.fnArray.length;
    const places = Map.groupBy(paintedPlaces(operators, this.#start), (place) => place.index);
    this.#skipped = new Set(
      [...places].filter(([, all]) => all.every((place) => !this.#isShown(place))).map(([index]) => index),
    );
  }

  #isShown({ key, start }: PaintedPlace): boolean {
    if (this.#repeated.has(key)) return false;
    if (start === undefined) return true;
    const { y, height } = this.#box;
    return start[1] >= y && start[1] <= y + height + BASELINE_SLACK;
  }
}
