import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import ranges from '@fontsource-variable/noto-serif-sc/unicode.json' with { type: 'json' };
import { graphemesOf } from '../lib/typeset/unit.ts';
import { readCharacters } from './woff2-characters.ts';

/** The font comes in a hundred slices, each for some characters; a card loads those that it needs. */
const PACKAGE = '@fontsource-variable/noto-serif-sc';
/** What printers set for a character that they do not have. */
const GETA_MARK = '〓';
/** Large, so that a width is not rounded to the pixels of a small one. */
const MEASURED_SIZE = 1000;

// From the project's folder: the code itself runs from wherever the site is built to.
const resolve = createRequire(join(process.cwd(), 'package.json')).resolve;

interface Slice {
  /** Of the font as the canvas knows it. */
  readonly family: string;
  readonly characters: ReadonlySet<number>;
}

const slices = new Map<string, Slice>();

/** The slice for each code point; of several the last holds, as in a style sheet. */
const sliceNames = new Map(
  Object.entries(ranges).flatMap(([name, list]) =>
    list.split(',').flatMap((range) => {
      const [first = NaN, last = first] = range
        .slice('U+'.length)
        .split('-')
        .map((code) => parseInt(code, 16));
      return Array.from({ length: last - first + 1 }, (_, at) => [first + at, name] as const);
    }),
  ),
);

function loadSlice(name: string): Slice {
  const known = slices.get(name);
  if (known) return known;
  const file = resolve(`${PACKAGE}/files/noto-serif-sc-${name.replace(/[[\]]/gu, '')}-wght-normal.woff2`);
  const family = `card ${name}`;
  GlobalFonts.registerFromPath(file, family);
  const slice = { family, characters: readCharacters(readFileSync(file)) };
  slices.set(name, slice);
  return slice;
}

/** The slice that has a glyph for a code point. The ranges name some for which none has. */
function sliceOf(code: number): Slice | undefined {
  const name = sliceNames.get(code);
  const slice = name === undefined ? undefined : loadSlice(name);
  return slice?.characters.has(code) ? slice : undefined;
}

const hasAll = (text: string): boolean =>
  Array.from(text).every((character) => sliceOf(character.codePointAt(0) ?? 0) !== undefined);

/**
 * The text as the font can show it. What it has no glyph for becomes its plain form where that is the same to a reader (₂ → 2),
 * else 〓; `missing` has each of these once.
 */
export function showable(text: string): { readonly text: string; readonly missing: readonly string[] } {
  const missing = new Set<string>();
  const shown = graphemesOf(text.normalize('NFC')).map((grapheme) => {
    if (/^\s+$/u.test(grapheme)) return ' ';
    if (hasAll(grapheme)) return grapheme;
    const simple = grapheme.normalize('NFKC');
    if (hasAll(simple)) return simple;
    missing.add(grapheme);
    return GETA_MARK;
  });
  return { text: shown.join(''), missing: [...missing] };
}

/** What the font shows of a text, in pieces of one slice each. */
export function* piecesOf(text: string): Generator<{ readonly text: string; readonly family: string }> {
  let piece: { text: string; readonly family: string } | undefined;
  for (const character of showable(text).text) {
    const family = sliceOf(character.codePointAt(0) ?? 0)?.family;
    if (family === undefined) continue;
    if (piece?.family === family) piece.text += character;
    else {
      if (piece) yield piece;
      piece = { text: character, family };
    }
  }
  if (piece) yield piece;
}

/** Tells the canvas which font comes next. */
export function chooseFont(
  context: SKRSContext2D,
  { family, size, weight }: { family: string; size: number; weight: number },
): void {
  context.font = `${size}px "${family}"`;
  context.fontVariationSettings = `"wght" ${weight}`;
}

const measuring = createCanvas(1, 1).getContext('2d');
const widths = new Map<string, number>();

/** How wide a text is in ems of its size, at a weight of CSS. */
export function measureText(text: string, weight: number): number {
  const key = `${weight} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  let width = 0;
  for (const piece of piecesOf(text)) {
    chooseFont(measuring, { family: piece.family, size: MEASURED_SIZE, weight });
    width += measuring.measureText(piece.text).width / MEASURED_SIZE;
  }
  widths.set(key, width);
  return width;
}
