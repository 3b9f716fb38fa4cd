/**
 * What is drawn out of one page: plain data, no pdf.js objects. All coordinates are PDF points, origin at the
 * top left of the upright page (after /Rotate and the crop box), y downwards; they are turned once, here.
 */
import type { Box } from '../../../model/document.ts';

/**
 * Glyphs drawn one after the other in one style on one baseline: one text operation, or several that touch.
 * A run never crosses a marked-content boundary, nor a gap of .6 em or more.
 */
export interface GlyphRun {
  /** Unique in the whole file and ascending in drawing order: `page * RUN_IDS_PER_PAGE + index`. */
  readonly id: number;
  /** Physical page, from 1. */
  readonly page: number;
  /** Repaired text of each glyph: usually one character, sometimes none or several (ligatures), or a space. */
  readonly texts: readonly string[];
  /** Where each glyph begins and where its advance ends, along the writing direction (x for upright text). */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** From ascent to descent, taken as .88 and .12 of the size: fonts are not trusted about it. */
  readonly box: Box;
  /** y of the baseline of upright text; of the run's origin otherwise. */
  readonly baseline: number;
  /** Effective height of an em in points, all matrices applied. */
  readonly size: number;
  /** Without its subset prefix; '' where the file tells none. */
  readonly fontName: string;
  /** The font object in the file: two objects of one name may be two weights (see `mark-thickened.ts`). */
  readonly fontId: string;
  /** A bold font by its name or flags, a stroked fill (render mode 2), or the same glyphs painted twice. */
  readonly bold: boolean;
  readonly italic: boolean;
  /** Drawn with a Type 3 font: how Skia draws a font that it thickened itself (see `mark-thickened.ts`). */
  readonly type3: boolean;
  /** `#rrggbb` of the fill, '' for a pattern. */
  readonly color: string;
  /** The PDF's text render mode; 3 and 7 are invisible. */
  readonly renderMode: number;
  /** Degrees clockwise from upright, 0 ≤ rotation < 360, rounded. */
  readonly rotation: number;
  /** Set in a vertical writing mode. */
  readonly vertical: boolean;
  /** Inside marked content `Artifact`. */
  readonly artifact: boolean;
  /** Role in the structure tree, else innermost marked-content tag other than Artifact and Span (`P`, `H1`), or ''. */
  readonly tag: string;
  /** Only of recognised text: how sure its characters are, 0 to 1. */
  readonly confidence?: number;
}

/**
 * Why a reader of the page does not see a run: it paints nothing, something opaque is painted over it, it has the colour
 * that it stands on, or it lies outside of the page or of its clip.
 */
export type UnseenReason = 'unpainted' | 'covered' | 'groundColor' | 'outside';

/** A run that is in the file but not on the page. */
export interface UnseenRun {
  readonly run: GlyphRun;
  readonly reason: UnseenReason;
}

/** Run ids of a page never reach the next page's: a page with more runs is refused as over the limits. */
export const RUN_IDS_PER_PAGE = 1_000_000;

/** A straight horizontal or vertical line: a stroked segment, a side of a stroked rectangle, or a thin filled one. */
export interface Ruling {
  readonly direction: 'horizontal' | 'vertical';
  /** y of a horizontal ruling's middle, x of a vertical one's. */
  readonly at: number;
  /** Its extent along the direction, from ≤ to. */
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
  readonly color: string;
  readonly artifact: boolean;
}

/** A painted rectangle with sides along the axes, wider and higher than a ruling. Page-wide white ones included. */
export interface PaintedBox {
  readonly box: Box;
  /** '' where it is not filled (then its sides are also in `rulings`), 'pattern' for patterns and shadings. */
  readonly fill: string;
  /** '' where it is not stroked. */
  readonly stroke: string;
  readonly artifact: boolean;
}

/** Any other painted path: a curve, a polygon, an arrow. */
export interface PaintedPath {
  readonly box: Box;
  readonly fill: string;
  readonly stroke: string;
  readonly segments: number;
  readonly artifact: boolean;
}

/** A placed picture, its box cut to the clip in force. */
export interface PlacedImage {
  readonly box: Box;
  /** Size of the stored picture in pixels; 0 where unknown. */
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  readonly artifact: boolean;
}

/** A link: `url` leads out of the file, `target` to one of its physical pages; the other is '' or null. */
export interface LinkArea {
  readonly box: Box;
  readonly url: string;
  readonly target: number | null;
}

/** Degrees clockwise. */
export type QuarterTurn = 0 | 90 | 180 | 270;

/** Everything that one page draws, in drawing order within each list. */
export interface PageContent {
  /** Physical page, from 1. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /**
   * How far the page was turned from how it is displayed, so that its text is upright: wide tables are often printed
   * sideways. All coordinates are of the turned page; `turnBack` gives them back as displayed.
   */
  readonly turn: QuarterTurn;
  /** What a reader sees, turned text included. */
  readonly runs: readonly GlyphRun[];
  /** What the file holds beside. */
  readonly unseen?: readonly UnseenRun[];
  /** Whether only a look at the pictures can tell what is unseen. */
  readonly unsure?: boolean;
  readonly rulings: readonly Ruling[];
  readonly boxes: readonly PaintedBox[];
  readonly paths: readonly PaintedPath[];
  readonly images: readonly PlacedImage[];
  /** Clips in force while paths were painted, each once: the area that a placed drawing was given. */
  readonly clips?: readonly Box[];
  readonly links: readonly LinkArea[];
  /** Operators of the page: what a limit on its cost can count. */
  readonly operatorCount: number;
  /** Glyphs without a character that anyone could read (private use, controls); they are left out. */
  readonly unreadableGlyphs: number;
}

/** The text of a run, its own spaces included. */
export function runText(run: GlyphRun): string {
  return run.texts.join('');
}

/** Every run of a page, in drawing order: what accounts are kept of. */
export function allRuns({ runs, unseen = [] }: PageContent): readonly GlyphRun[] {
  return unseen.length === 0 ? runs : [...runs, ...unseen.map(({ run }) => run)].sort((a, b) => a.id - b.id);
}
