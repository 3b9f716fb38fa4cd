/** A glyph and the graphics state that it is drawn in → where it stands on the page, how large, and turned how far. */
import { applyMatrix, multiply } from './graphics-state.ts';
import type { FontFacts, GraphicsState, Matrix } from './graphics-state.ts';

/** One element of a pdf.js `showText` array that is not a kerning number. Widths in thousandths of an em. */
export interface DrawnGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly [number, number, number] | undefined;
}

/** Where a glyph stands. */
export interface GlyphPlace {
  /** Where it begins and where its advance ends, in points along the writing direction. */
  readonly start: number;
  readonly end: number;
  /** Where its baseline begins, in page coordinates. */
  readonly origin: readonly [x: number, y: number];
  /** Height of an em in points. */
  readonly size: number;
  /** Whole degrees clockwise from upright, 0 ≤ rotation < 360. */
  readonly rotation: number;
}

/** Units in an em that outline fonts use; a Type 3 font whose matrix tells otherwise holds bitmaps of its own scale. */
const USUAL_UNITS_PER_EM = { least: 250, most: 5000 } as const;

/**
 * Gives the place of a glyph, or null where a damaged file leaves it none.
 * @param advance How far the glyphs before it in its operator reach, in text space.
 * @param drawn Its own width, in text space.
 */
export type PlaceGlyph = (advance: number, drawn: number) => GlyphPlace | null;

/** A rule for the places of all glyphs of one operator: what they have in common is worked out once. */
export function glyphPlacer(state: GraphicsState, font: FontFacts): PlaceGlyph {
  const step = state.hScale * state.fontDirection;
  const at = multiply(multiply(state.ctm, state.textMatrix), [1, 0, 0, 1, state.x, state.y + state.rise]);
  const up = emHeight(font, state.fontSize) * state.fontDirection;
  const size = Math.hypot(at[2] * up, at[3] * up);
  const [ux, uy] = writingDirection(at, font.vertical ? null : step);
  const rotation = (Math.round((Math.atan2(uy, ux) * 180) / Math.PI) + (font.vertical ? 270 : 0) + 360) % 360;
  return (advance, drawn) => {
    const [ox, oy] = font.vertical ? applyMatrix(at, 0, advance) : applyMatrix(at, advance * step, 0);
    const [ex, ey] = font.vertical
      ? applyMatrix(at, 0, advance - drawn)
      : applyMatrix(at, (advance + drawn) * step, 0);
    if (!(size > 0) || !Number.isFinite(ox + oy + ex + ey)) return null;
    const start = ox * ux + oy * uy;
    return { start, end: Math.max(start, ex * ux + ey * uy), origin: [ox, oy], size, rotation };
  };
}

/** The direction of writing as a vector of length 1; `step` is null in vertical writing. */
function writingDirection(at: Matrix, step: number | null): readonly [number, number] {
  const [x, y] = step === null ? [-at[2], -at[3]] : [at[0] * step, at[1] * step];
  const length = Math.hypot(x, y) || 1;
  return [x / length, y / length];
}

/** Height of an em in text space. */
function emHeight(font: FontFacts, fontSize: number): number {
  if (!font.type3) return fontSize;
  const units = 1 / Math.abs(font.matrix[3] || 1);
  if (units >= USUAL_UNITS_PER_EM.least && units <= USUAL_UNITS_PER_EM.most) return fontSize;
  return font.type3Height > 0 ? font.type3Height * fontSize : fontSize;
}
