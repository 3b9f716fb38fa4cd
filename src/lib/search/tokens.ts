import type { PassageKind } from './model.ts';
import { isHan } from './normalise.ts';

/**
 * How text is spelled in the index. Every normalised character is one word of the index, so that a position counts
 * characters and a phrase is a run of consecutive positions. A Latin letter or digit that begins a word is written with
 * a 1 behind it; characters that Pagefind would join or change are written as their code point; each passage begins with
 * a two-letter word that says its kind and takes one position, so that no phrase reaches across passages.
 */
const KIND_WORDS: Readonly<Record<PassageKind, string>> = {
  heading: 'xh',
  text: 'xt',
  viewpoint: 'xv',
  figure: 'xf',
  table: 'xb',
  note: 'xn',
};

/** U+200B stands between Han characters: Pagefind takes each as a word of its own. It joins Latin ones, so those get a space. */
const BETWEEN_HAN = '\u200b';
const ORDINARY_HAN = /^[\u3400-\u4dbf\u4e00-\u9fff]$/u;
const ASCII = /^[a-z0-9]$/u;

/** The word that begins a passage of a kind. */
export function kindWord(kind: PassageKind): string {
  return KIND_WORDS[kind];
}

/** The word of the index for one normalised character. */
export function characterWord(character: string, initial: boolean): string {
  if (ORDINARY_HAN.test(character)) return character;
  if (ASCII.test(character)) return initial ? `${character}1` : character;
  return `u${(character.codePointAt(0) ?? 0).toString(16)}${initial && !isHan(character) ? 'i' : ''}`;
}

/** All words of the index under which a character can stand: one for Han, two for what can begin a word. */
export function wordsForCharacter(character: string): readonly string[] {
  const inside = characterWord(character, false);
  const beginning = characterWord(character, true);
  return inside === beginning ? [inside] : [inside, beginning];
}

/** Joins words into the text that Pagefind indexes. */
export function joinWords(words: readonly string[]): string {
  let text = '';
  words.forEach((word, at) => {
    if (at > 0) text += ORDINARY_HAN.test(word) && ORDINARY_HAN.test(words[at - 1] ?? '') ? BETWEEN_HAN : ' ';
    text += word;
  });
  return text;
}
