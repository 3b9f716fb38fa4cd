/** Glyphs of one page as they are drawn → runs: stretches of one style on one baseline without a gap. */
import { itemAt } from '../../../model/item-at.ts';
import { boxOfEdges, round } from './geometry.ts';
import { boundingEdges } from './graphics-state.ts';
import type { FontFacts, GraphicsState, Matrix } from './graphics-state.ts';
import { RUN_IDS_PER_PAGE } from './page-content.ts';
import type { GlyphRun } from './page-content.ts';
import type { DrawnRun } from './seen-runs.ts';
import { isGlyph } from './operator-arguments.ts';
import { glyphPlacer } from './place-glyph.ts';
import type { DrawnGlyph, GlyphPlace } from './place-glyph.ts';
import { repairCharacters } from './repair-characters.ts';

/** The marked content around a text operation. `sequence` differs for every marked-content section. */
export interface ContentMark {
  readonly sequence: number;
  readonly tag: string;
  readonly artifact: boolean;
  readonly hidden: boolean;
}

/** A gap of this many ems ends a run: another run may be drawn into it (LibreOffice does so with a narrow ∶). */
const MAX_GAP_EMS = 0.6;
/** A run may step back this far (squeezed punctuation, kerning) without being broken. */
const MAX_BACKSTEP_EMS = 0.6;
/** Baselines this near, in ems, are one: rounding of producers that place every glyph by itself. */
const SAME_BASELINE_EMS = 0.03;
/** Ascent and descent that are assumed for every font, in ems: CJK glyphs fill just this. */
const ASCENT_EMS = 0.88;
const DESCENT_EMS = 0.12;
/** What a font without a map to characters gives: private use, controls, unassigned code points. */
const UNREADABLE = /[\p{Co}\p{Cc}\p{Cn}\ufffd]/u;
/** What stands above the baseline in nearly every glyph, in ems: a clip that leaves none of it leaves nothing. */
const CLIPPED_EMS = 0.5;
const INVISIBLE_MODE = 3;
const SUBSET_PREFIX = /^[A-Z]{6}\+/;
const BOLD_NAME = /bold|black|heavy|semibold|demibold|[-,]bd\b/i;
const ITALIC_NAME = /italic|oblique/i;
/** Fill and stroke: how LibreOffice and Word thicken a font that has no bold. */
const FILL_AND_STROKE = [2, 6];

/** What all glyphs of one text operator have in common. */
interface TextContext {
  readonly state: GraphicsState;
  readonly font: FontFacts;
  readonly mark: ContentMark;
}

/** What the glyphs of a run share, as the run tells it. */
type RunStyle = Pick<
  GlyphRun,
  'fontName' | 'fontId' | 'bold' | 'italic' | 'type3' | 'color' | 'renderMode' | 'vertical'
>;

interface OpenRun extends Pick<GlyphPlace, 'origin' | 'size' | 'rotation'> {
  readonly texts: string[];
  readonly starts: number[];
  readonly ends: number[];
  /** Equal where glyphs may stand in one run. */
  readonly styleKey: string;
  readonly style: RunStyle;
  readonly mark: ContentMark;
  clipped: boolean;
  drawnAt: number;
}

/** Gathers the runs of one page. */
export class RunCollector {
  readonly #page: number;
  readonly #runs: DrawnRun[] = [];
  #open: OpenRun | null = null;
  /** Glyphs whose meaning only their font knows, and that were left out. */
  unreadable = 0;

  constructor(page: number) {
    this.#page = page;
  }

  /**
   * Adds what one `showText` draws and moves the text position of `state`.
   * @param glyphs Glyphs and kerning numbers; what is neither is passed over.
   */
  show(state: GraphicsState, glyphs: readonly unknown[], mark: ContentMark): void {
    const { font, fontSize } = state;
    if (font === null || fontSize === 0) return;
    const context = { state, font, mark };
    const placeOf = glyphPlacer(state, font);
    const styleKey = `${font.id}|${state.fill}|${String(state.renderMode)}|${String(isTransparent(state))}|${String(mark.sequence)}`;
    const direction = font.vertical ? 1 : -1;
    let advance = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        advance += Number.isFinite(glyph) ? (direction * glyph * fontSize) / 1000 : 0;
        continue;
      }
      if (!isGlyph(glyph)) continue;
      const spacing = (glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing;
      const width = font.vertical ? Math.abs(glyph.vmetric?.[0] ?? 1000) : glyph.width;
      const drawn = width * font.matrix[0] * fontSize;
      const text = this.#textOf(glyph, font);
      const place = text === '' ? null : placeOf(advance, drawn);
      if (place !== null) this.#push(text, place, styleKey, context);
      advance += font.vertical ? -(drawn + spacing) : drawn + spacing;
    }
    if (font.vertical) state.y += advance;
    else state.x += advance * state.hScale * state.fontDirection;
  }

  /** What a glyph says, '' for one that only its font can read, or that says nothing. */
  #textOf({ unicode }: DrawnGlyph, font: FontFacts): string {
    const text = repairCharacters(unicode, font.name);
    if (text === '' && UNREADABLE.test(unicode)) this.unreadable++;
    return text;
  }

  #push(text: string, place: GlyphPlace, styleKey: string, context: TextContext): void {
    const { mark } = context;
    const { start, end, origin, size, rotation } = place;
    const open = this.#open;
    const clipped = isClipped(place, context.state);
    if (open !== null && open.styleKey === styleKey && open.rotation === rotation && follows(open, place)) {
      open.drawnAt = context.state.operator;
      // A line that runs over the edge of the page is one line.
      open.clipped &&= clipped;
      open.texts.push(text);
      open.starts.push(start);
      open.ends.push(end);
      return;
    }
    this.flush();
    if (text === ' ') return;
    this.#open = {
      texts: [text],
      starts: [start],
      ends: [end],
      styleKey,
      style: styleOf(context),
      origin,
      size,
      rotation,
      mark,
      clipped,
      drawnAt: context.state.operator,
    };
  }

  /** Ends the run that is being gathered. */
  flush(): void {
    const open = this.#open;
    this.#open = null;
    if (open === null || open.texts.every((text) => text.trim() === '')) return;
    const { style, mark, size, rotation, clipped, drawnAt } = open;
    this.#runs.push({
      id: this.#page * RUN_IDS_PER_PAGE + this.#runs.length,
      page: this.#page,
      texts: open.texts,
      starts: open.starts.map(round),
      ends: open.ends.map(round),
      box: runBox(open),
      baseline: round(open.origin[1]),
      size: round(size),
      rotation,
      ...style,
      artifact: mark.artifact,
      tag: mark.tag,
      clipped,
      drawnAt,
    });
  }

  /** The finished runs. */
  finish(): DrawnRun[] {
    this.flush();
    return this.#runs;
  }
}

function styleOf({ state, font, mark }: TextContext): RunStyle {
  const name = font.name.replace(SUBSET_PREFIX, '');
  return {
    fontName: name,
    fontId: font.id,
    bold: font.bold || BOLD_NAME.test(name) || FILL_AND_STROKE.includes(state.renderMode),
    italic: font.italic || ITALIC_NAME.test(name),
    type3: font.type3,
    color: state.fill,
    renderMode: mark.hidden || isTransparent(state) ? INVISIBLE_MODE : state.renderMode,
    vertical: font.vertical,
  };
}

/** Painted, but with no colour that could be seen: neither a fill nor, where the mode strokes, a line. */
function isTransparent({ fillAlpha, strokeAlpha, renderMode }: GraphicsState): boolean {
  return (renderMode === 0 && fillAlpha === 0) || (renderMode === 2 && fillAlpha + strokeAlpha === 0);
}

/** Whether the clip in force leaves nothing of a glyph: an upright one by its body, others by an em around its origin. */
function isClipped(
  { origin: [x, y], start, end, size, rotation }: GlyphPlace,
  { clip }: GraphicsState,
): boolean {
  if (rotation === 0)
    return x > clip[2] || x + end - start < clip[0] || y - CLIPPED_EMS * size > clip[3] || y < clip[1];
  return x - size > clip[2] || x + size < clip[0] || y - size > clip[3] || y + size < clip[1];
}

function follows(open: OpenRun, { start, origin, size }: GlyphPlace): boolean {
  if (Math.abs(size - open.size) > SAME_BASELINE_EMS * size) return false;
  const gap = start - lastInkEnd(open);
  if (gap >= MAX_GAP_EMS * size || gap < -MAX_BACKSTEP_EMS * size) return false;
  return Math.abs(distanceAcross(open, origin)) <= SAME_BASELINE_EMS * size;
}

/** How far off the run's baseline a glyph stands. */
function distanceAcross({ origin, rotation, style }: OpenRun, [x, y]: GlyphPlace['origin']): number {
  if (style.vertical) return x - origin[0];
  if (rotation === 0) return y - origin[1];
  const angle = (rotation * Math.PI) / 180;
  return -(x - origin[0]) * Math.sin(angle) + (y - origin[1]) * Math.cos(angle);
}

/** End of the last glyph that is not a space: spaces used as tabs must not bridge two columns. */
function lastInkEnd({ texts, ends }: OpenRun): number {
  let last = texts.length - 1;
  while (last > 0 && texts[last] === ' ') last--;
  return itemAt(ends, last);
}

function runBox({ starts, ends, size, rotation, origin, style }: OpenRun): GlyphRun['box'] {
  const length = itemAt(ends, -1) - itemAt(starts, 0);
  if (style.vertical) {
    return boxOfEdges([origin[0] - size / 2, origin[1], origin[0] + size / 2, origin[1] + length]);
  }
  const angle = (rotation * Math.PI) / 180;
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const turn: Matrix = [cosine, sine, -sine, cosine, origin[0], origin[1]];
  return boxOfEdges(boundingEdges(turn, [0, -ASCENT_EMS * size, length, DESCENT_EMS * size]));
}
