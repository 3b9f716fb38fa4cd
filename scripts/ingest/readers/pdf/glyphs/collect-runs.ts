/** Glyphs as they are drawn → runs. Doubled glyphs (fake bold) are dropped and remembered as bold. */
import { applyMatrix, boundingEdges, boxOfEdges, multiply, round } from './graphics-state.ts';
import type { GraphicsState, Matrix } from './graphics-state.ts';
import { RUN_IDS_PER_PAGE } from './page-content.ts';
import type { GlyphRun } from './page-content.ts';
import { repairCharacters } from './repair-characters.ts';

/** One element of a pdf.js `showText` array that is not a kerning number. Widths in thousandths of an em. */
export interface DrawnGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly [number, number, number] | undefined;
}

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
export const ASCENT_EMS = 0.88;
export const DESCENT_EMS = 0.12;
/** What a font without a map to characters gives: private use, controls, unassigned code points. */
const UNREADABLE = /[\p{Co}\p{Cc}\p{Cn}\ufffd]/u;
/** Units in an em that outline fonts use; a Type 3 font whose matrix tells otherwise holds bitmaps of its own scale. */
const USUAL_UNITS_PER_EM = { least: 250, most: 5000 } as const;
const INVISIBLE_MODE = 3;
const SUBSET_PREFIX = /^[A-Z]{6}\+/;
const BOLD_NAME = /bold|black|heavy|semibold|demibold|[-,]bd\b/i;
const ITALIC_NAME = /italic|oblique/i;
/** Fill and stroke: how LibreOffice and Word thicken a font that has no bold. */
const FILL_AND_STROKE = [2, 6];

interface OpenRun {
  texts: string[];
  starts: number[];
  ends: number[];
  style: string;
  origin: readonly [number, number];
  size: number;
  rotation: number;
  state: Pick<
    GlyphRun,
    'fontName' | 'fontId' | 'bold' | 'italic' | 'type3' | 'color' | 'renderMode' | 'vertical'
  >;
  mark: ContentMark;
}

/** Gathers the runs of one page. */
export class RunCollector {
  readonly #page: number;
  readonly #runs: GlyphRun[] = [];
  #open: OpenRun | null = null;
  /** Glyphs whose meaning only their font knows, and that were left out. */
  unreadable = 0;

  constructor(page: number) {
    this.#page = page;
  }

  /** Adds what one `showText` draws and moves the text position of `state`. */
  show(state: GraphicsState, glyphs: readonly (DrawnGlyph | number)[], mark: ContentMark): void {
    const { font, fontSize } = state;
    if (font === null || fontSize === 0) return;
    const direction = font.vertical ? 1 : -1;
    let advance = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        advance += (direction * glyph * fontSize) / 1000;
        continue;
      }
      const spacing = (glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing;
      const width = font.vertical ? Math.abs(glyph.vmetric?.[0] ?? 1000) : glyph.width;
      const drawn = width * font.matrix[0] * fontSize;
      this.#add(state, glyph, advance, drawn, mark);
      advance += font.vertical ? -(drawn + spacing) : drawn + spacing;
    }
    if (font.vertical) state.y += advance;
    else state.x += advance * state.hScale * state.fontDirection;
  }

  #add(state: GraphicsState, glyph: DrawnGlyph, advance: number, drawn: number, mark: ContentMark): void {
    const font = state.font!;
    const text = repairCharacters(glyph.unicode, font.name);
    if (text === '') {
      if (UNREADABLE.test(glyph.unicode)) this.unreadable++;
      return;
    }
    const step = state.hScale * state.fontDirection;
    const at: Matrix = multiply(multiply(state.ctm, state.textMatrix), [
      1,
      0,
      0,
      1,
      state.x,
      state.y + state.rise,
    ]);
    const [ox, oy] = font.vertical ? applyMatrix(at, 0, advance) : applyMatrix(at, advance * step, 0);
    const [ex, ey] = font.vertical
      ? applyMatrix(at, 0, advance - drawn)
      : applyMatrix(at, (advance + drawn) * step, 0);
    const up = emHeight(state) * state.fontDirection;
    const size = Math.hypot(at[2] * up, at[3] * up);
    if (!(size > 0) || !Number.isFinite(ox + oy + ex + ey)) return;
    const along = font.vertical ? [-at[2], -at[3]] : [at[0] * step, at[1] * step];
    const length = Math.hypot(along[0]!, along[1]!) || 1;
    const [ux, uy] = [along[0]! / length, along[1]! / length];
    const rotation =
      (Math.round((Math.atan2(uy, ux) * 180) / Math.PI) + (font.vertical ? 270 : 0) + 360) % 360;
    const start = ox * ux + oy * uy;
    const end = ex * ux + ey * uy;
    this.#push(text, start, Math.max(start, end), [ox, oy], size, rotation, state, mark);
  }

  #push(
    text: string,
    start: number,
    end: number,
    origin: readonly [number, number],
    size: number,
    rotation: number,
    state: GraphicsState,
    mark: ContentMark,
  ): void {
    const style = `${state.font!.id}|${state.fill}|${String(state.renderMode)}|${String(mark.sequence)}`;
    const open = this.#open;
    if (
      open !== null &&
      open.style === style &&
      open.rotation === rotation &&
      follows(open, start, origin, size)
    ) {
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
      style,
      origin,
      size,
      rotation,
      mark,
      state: styleOf(state, mark),
    };
  }

  /** Ends the run that is being gathered. */
  flush(): void {
    const open = this.#open;
    this.#open = null;
    if (open === null || open.texts.every((text) => text.trim() === '')) return;
    const { state, mark, size, rotation } = open;
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
      ...state,
      artifact: mark.artifact,
      tag: mark.tag,
    });
  }

  /** The finished runs. */
  finish(): GlyphRun[] {
    this.flush();
    return this.#runs;
  }
}

function styleOf(state: GraphicsState, mark: ContentMark): OpenRun['state'] {
  const name = state.font!.name.replace(SUBSET_PREFIX, '');
  return {
    fontName: name,
    fontId: state.font!.id,
    bold: state.font!.bold || BOLD_NAME.test(name) || FILL_AND_STROKE.includes(state.renderMode),
    italic: state.font!.italic || ITALIC_NAME.test(name),
    type3: state.font!.type3,
    color: state.fill,
    renderMode: mark.hidden ? INVISIBLE_MODE : state.renderMode,
    vertical: state.font!.vertical,
  };
}

/** Height of an em in text space. */
function emHeight(state: GraphicsState): number {
  const { font, fontSize } = state;
  if (!font?.type3) return fontSize;
  const units = 1 / Math.abs(font.matrix[3] || 1);
  if (units >= USUAL_UNITS_PER_EM.least && units <= USUAL_UNITS_PER_EM.most) return fontSize;
  return font.type3Height > 0 ? font.type3Height * fontSize : fontSize;
}

function follows(open: OpenRun, start: number, origin: readonly [number, number], size: number): boolean {
  if (Math.abs(size - open.size) > SAME_BASELINE_EMS * size) return false;
  const gap = start - lastInkEnd(open);
  if (gap >= MAX_GAP_EMS * size || gap < -MAX_BACKSTEP_EMS * size) return false;
  const angle = (open.rotation * Math.PI) / 180;
  const across = open.state.vertical
    ? origin[0] - open.origin[0]
    : -(origin[0] - open.origin[0]) * Math.sin(angle) + (origin[1] - open.origin[1]) * Math.cos(angle);
  return Math.abs(across) <= SAME_BASELINE_EMS * size;
}

/** End of the last glyph that is not a space: spaces used as tabs must not bridge two columns. */
function lastInkEnd(open: OpenRun): number {
  for (let index = open.texts.length - 1; index >= 0; index--)
    if (open.texts[index] !== ' ') return open.ends[index]!;
  return open.ends[0]!;
}

function runBox(open: OpenRun): GlyphRun['box'] {
  const { size, rotation, origin } = open;
  const length = open.ends.at(-1)! - open.starts[0]!;
  if (open.state.vertical) {
    return boxOfEdges([origin[0] - size / 2, origin[1], origin[0] + size / 2, origin[1] + length]);
  }
  const angle = (rotation * Math.PI) / 180;
  const turn: Matrix = [
    Math.cos(angle),
    Math.sin(angle),
    -Math.sin(angle),
    Math.cos(angle),
    origin[0],
    origin[1],
  ];
  return boxOfEdges(boundingEdges(turn, [0, -ASCENT_EMS * size, length, DESCENT_EMS * size]));
}
