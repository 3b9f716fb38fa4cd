import type { Fold } from './fold.ts';

/**
 * A text as search compares it: full and half width, letter case, accents, punctuation, symbols and spaces
 * aside, traditional characters folded. `characters[i]` was written at `starts[i]`…`ends[i]` (UTF-16 units) of the
 * text; several can come from one written character (㎡ is m and 2).
 */
export interface NormalText {
  readonly characters: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** True where a Latin word or a number begins, also inside `OpenAI` and `GPT-4o`. */
  readonly initial: readonly boolean[];
}

const KEPT = /^[\p{L}\p{N}]$/u;
const DIGIT = /^\p{Nd}$/u;
const HAN = /^\p{Script=Han}$/u;
const UPPER = /^\p{Lu}$/u;
const LATIN = /^\p{Script=Latin}$/u;
const MARKS = /\p{M}/gu;
const FULL_STOPS = new Set(['.', '．', '﹒']);

/** True for a Chinese character (also 〇 and 々). */
export function isHan(character: string): boolean {
  return HAN.test(character);
}

/** What one written character is compared as: '' for punctuation, symbols, spaces and marks. */
function plainForms(written: string): string {
  const compatible = written.normalize('NFKC').toLowerCase();
  const bare = /^[\u0000-\u007f]*$/u.test(compatible) || !/\p{Script=Latin}/u.test(compatible);
  return bare ? compatible : compatible.normalize('NFD').replace(MARKS, '');
}

/** A point between two digits is part of a number: 37.5 is not 375. */
function isDecimalPoint(written: readonly string[], at: number): boolean {
  return (
    FULL_STOPS.has(written[at] ?? '') &&
    DIGIT.test(written[at - 1] ?? '') &&
    DIGIT.test(written[at + 1] ?? '')
  );
}

function beginsWord(written: string, previous: string | undefined, character: string): boolean {
  if (isHan(character)) return false;
  if (previous === undefined || !KEPT.test(previous) || isHan(previous)) return true;
  if (DIGIT.test(written) !== DIGIT.test(previous)) return false;
  return UPPER.test(written) && LATIN.test(previous) && !UPPER.test(previous);
}

const cachedForms = new Map<string, readonly string[]>();

function formsOf(written: string): readonly string[] {
  const known = cachedForms.get(written);
  if (known !== undefined) return known;
  const forms = [...plainForms(written)].filter((form) => KEPT.test(form));
  cachedForms.set(written, forms);
  return forms;
}

/** Normalises a text; `fold` maps traditional characters to the simplified ones of the index. */
export function normaliseText(text: string, fold?: Fold): NormalText {
  const written = [...text];
  const characters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const initial: boolean[] = [];
  let unit = 0;
  written.forEach((character, at) => {
    const forms = isDecimalPoint(written, at) ? ['.'] : formsOf(character);
    forms.forEach((form, order) => {
      characters.push(fold?.get(form) ?? form);
      starts.push(unit);
      ends.push(unit + character.length);
      initial.push(order === 0 && form !== '.' && beginsWord(character, written[at - 1], form));
    });
    unit += character.length;
  });
  return { characters, starts, ends, initial };
}

/** The normalised characters alone, joined: the key by which words are compared. */
export function plainText(text: string, fold?: Fold): string {
  return normaliseText(text, fold).characters.join('');
}
