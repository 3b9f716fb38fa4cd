import { breakLines, type Line, type Manner } from '../typeset/break-lines.ts';
import { INSIDE_WORD_COST, wordCosts } from '../typeset/breaks.ts';
import { placeLine } from '../typeset/place-line.ts';
import { graphemesOf, unitsOf, type Run, type Unit } from '../typeset/unit.ts';
import type { TextMark } from './drawing.ts';

/** How wide a text is in ems of its size, at a weight of CSS. */
export type MeasureText = (text: string, weight: number) => number;

/** How a text is set. Lengths in pixels but where they say ems. */
export interface TextStyle {
  readonly size: number;
  readonly weight: number;
  /** Of strong runs; that of the others where absent. */
  readonly strongWeight?: number;
  readonly color: string;
  /** From baseline to baseline, in ems. */
  readonly leading: number;
  readonly manner: Manner;
  /** Between characters, in ems. */
  readonly tracking?: number;
}

/** A text broken into lines, not yet at its place. */
export interface TextBlock {
  readonly units: readonly Unit[];
  readonly lines: readonly Line[];
  readonly style: TextStyle;
  readonly width: number;
  readonly height: number;
}

/** Where a text is set: the room, and what measures it. */
export interface Room {
  readonly width: number;
  readonly measure: MeasureText;
}

/** From the middle of a line to the baseline, in ems: Chinese characters reach from .88 above it to .12 below. */
const BASELINE = 0.38;

/** Breaks a text into lines of at most `width` pixels. A text without characters has no height. */
export function setText(
  text: string | readonly Run[],
  style: TextStyle,
  { width, measure }: Room,
): TextBlock {
  const { size, weight, strongWeight = weight, leading, manner } = style;
  const runs = typeof text === 'string' ? [{ text, strong: false }] : text;
  const ems = width / size;
  const units = unitsOf(runs, (part, strong) => measure(part, strong ? strongWeight : weight), ems);
  const lines = breakLines(units, ems, manner);
  return { units, lines, style, width, height: lines.length * leading * size };
}

/** The marks of a block whose top left corner is at `x`, `y`. */
export function placeText({ units, lines, style, width }: TextBlock, x: number, y: number): TextMark[] {
  const { size, weight, strongWeight = weight, color, leading, manner, tracking } = style;
  return lines.flatMap((line, at) => {
    const isLast = at === lines.length - 1;
    const fills = (manner === 'justified' && !isLast) || line.width * size > width;
    const baseline = y + (at + 0.5) * leading * size + BASELINE * size;
    return placeLine(units, line, fills ? width / size : undefined, tracking).map((placed): TextMark => ({
      kind: 'text',
      text: placed.text,
      x: round(x + placed.x * size),
      y: round(baseline),
      size,
      weight: placed.strong ? strongWeight : weight,
      color,
    }));
  });
}

/** Hundredths of a pixel: what is less is not seen, and differs from machine to machine. */
const round = (value: number): number => Math.round(value * 100) / 100;

/** A title is set up to this much smaller so that none of its lines begins inside a word. */
const WHOLE_WORDS = 0.8;

/**
 * The largest of `sizes`, which fall, at which the text takes at most `height` pixels, or one not much smaller at which no line
 * begins inside a word; at the last one its end is left out for …….
 */
export function fitText(
  text: string,
  style: Omit<TextStyle, 'size'>,
  { sizes, height, ...room }: Room & { readonly sizes: readonly number[]; readonly height: number },
): TextBlock {
  const blocks = sizes.map((size) => setText(text, { ...style, size }, room));
  const fitting = blocks.filter((block) => block.height <= height);
  const [largest] = fitting;
  const last = blocks.at(-1);
  if (!last) throw new Error('A text needs at least one size.');
  if (!largest) return cutText(last, text, { height, ...room });
  return (
    fitting.find((block) => block.style.size >= WHOLE_WORDS * largest.style.size && !dividesWords(block)) ??
    largest
  );
}

function dividesWords({ units, lines }: TextBlock): boolean {
  const costs = wordCosts(units);
  return lines.some(({ from }) => from > 0 && costs.get(from) === INSIDE_WORD_COST);
}

function cutText(block: TextBlock, text: string, { height, ...room }: Room & { height: number }): TextBlock {
  const graphemes = graphemesOf(text);
  let [fits, fitsNot] = [0, graphemes.length];
  let cut = block;
  while (fitsNot - fits > 1) {
    const middle = Math.floor((fits + fitsNot) / 2);
    const tried = setText(`${graphemes.slice(0, middle).join('')}……`, block.style, room);
    if (tried.height <= height) {
      fits = middle;
      cut = tried;
    } else fitsNot = middle;
  }
  return cut;
}
