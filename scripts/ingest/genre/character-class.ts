/** Which characters want a space between them when lines or glyphs meet, and other questions about single characters. */

/** Written with spaces between words: Latin, Greek, Cyrillic, digits, ASCII punctuation, super- and subscript digits. */
const SPACED =
  /[\u0021-\u007e\u00a1-\u00a6\u00a8-\u00af\u00b2-\u00b6\u00b8-\u024f\u0370-\u052f\u1e00-\u1eff\u2070-\u209c\u2150-\u218b\u2200-\u22ff]/u;
const LETTER_OR_DIGIT = /[0-9A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1eff]/u;
const IDEOGRAPH = /[\u3400-\u9fff\u{20000}-\u{323af}〇々]/u;

/** Whether a space may stand on either side of the character in running text. */
export function isSpaced(character: string): boolean {
  return SPACED.test(character);
}

/** A letter or digit of a script that is written with spaces. */
export function isWordCharacter(character: string): boolean {
  return LETTER_OR_DIGIT.test(character);
}

/** A Han character. */
export function isIdeograph(character: string): boolean {
  return IDEOGRAPH.test(character);
}

/** How many Han characters a text holds. */
export function countIdeographs(text: string): number {
  let count = 0;
  for (const character of text) if (isIdeograph(character)) count++;
  return count;
}

/** Code points that are not white space: what accounts are kept in. */
export function countInk(text: string): number {
  let count = 0;
  for (const character of text) if (character.trim() !== '') count++;
  return count;
}

export function firstCharacter(text: string): string {
  const code = text.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
}

export function lastCharacter(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? '';
}

/** Lines or parts of a title as one: a space between Latin words, none beside Chinese. */
export function joinTexts(texts: readonly string[]): string {
  return texts.reduce((before, text) => {
    const isParted = isWordCharacter(lastCharacter(before)) && isWordCharacter(firstCharacter(text));
    return before + (isParted ? ' ' : '') + text;
  }, '');
}
