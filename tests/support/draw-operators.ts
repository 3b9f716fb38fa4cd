/** Operators of pdf.js, written down by hand → the runs and shapes that the reader draws of them. */
import { RunCollector } from '../../scripts/ingest/readers/pdf/glyphs/collect-runs.ts';
import { ShapeCollector } from '../../scripts/ingest/readers/pdf/glyphs/collect-shapes.ts';
import type { FontFacts } from '../../scripts/ingest/readers/pdf/glyphs/graphics-state.ts';
import { initialState } from '../../scripts/ingest/readers/pdf/glyphs/graphics-state.ts';
import { interpretOperators } from '../../scripts/ingest/readers/pdf/glyphs/interpret-operators.ts';

/** An operator and its arguments. */
export type Operator = readonly [number, ...unknown[]];

/** The font `f1`: every glyph is an em wide. */
const FONT: FontFacts = {
  id: 'f1',
  name: 'ABCDEF+SimSun',
  bold: false,
  italic: false,
  vertical: false,
  type3: false,
  type3Height: 0,
  matrix: [0.001, 0, 0, 0.001, 0, 0],
};

/** The glyphs of a text, as `showText` has them. */
export const glyphs = (text: string) =>
  [...text].map((unicode) => ({ unicode, width: 1000, isSpace: unicode === ' ' }));

/** What the operators draw on a page of A4. */
export function draw(operators: readonly Operator[]) {
  const runs = new RunCollector(1);
  const shapes = new ShapeCollector();
  interpretOperators({
    operators: { fnArray: operators.map(([fn]) => fn), argsArray: operators.map(([, ...args]) => args) },
    fonts: new Map([['f1', FONT]]),
    start: initialState([1, 0, 0, -1, 0, 842], 595, 842),
    runs,
    shapes,
    isVisible: () => true,
  });
  return { runs: runs.finish(), shapes };
}
