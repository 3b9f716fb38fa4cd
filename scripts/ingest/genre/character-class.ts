/** Which characters want a space between them when lines or glyphs meet, and other questions about single characters. */

/** Written with spaces between words: Latin, Greek, Cyrillic, digits, ASCII punctuation, super- and subscript digits. */
const SPACED =
  /[\u0021-\u007e\u00a1-\u00a6\u00a8-\u00af\u00b2-\u00b6\u00b8-\u024f\u0370-\u052f\u1e00-\u1eff\u2070-\u209c\u2150-\u218b\u2200-\u22ff]/u;
const LETTER_OR_DIGIT = /[0-9A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1eff]/u;
const IDEOGRAPH = /[\u3400-\u9fff\u{20000}-\u{323af}〇々]/u;

/** The last code unit of both classes above. */
const LAST_SPACED = 0x22ff;
/** White space of the Unicode standard that is not in ASCII. */
const WHITE = new Set(
  Array.from(
    '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
    (space) => space.charCodeAt(0),
  ),
);

/** Whether a space may stand on either side of the character in running text. */
export function isSpaced(character: string): boolean {
  return !isBeyondSpaced(character) && SPACED.test(character);
}

/** A letter or digit of a script that is written with spaces. */
export function isWordCharacter(character: string): boolean {
  return !isBeyondSpaced(character) && LETTER_OR_DIGIT.test(character);
}

/** Most characters are Han, which neither class holds: told without a pattern, as these questions are asked of each pair of glyphs. */
function isBeyondSpaced(character: string): boolean {
  return character.length === 1 && character.charCodeAt(0) > LAST_SPACED;
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
  // Over code units, as every line is counted many times: a string for each character would be made and thrown away.
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (!isWhite(code) && !isSecondOfPair(text, index)) count++;
  }
  return count;
}

function isWhite(code: number): boolean {
  return code < 0x80 ? code === 0x20 || (code >= 0x09 && code <= 0x0d) : WHITE.has(code);
}

/** Whether a code unit belongs to the character before it. */
function isSecondOfPair(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff && (text.codePointAt(index - 1) ?? 0) > 0xffff;
}

export function firstCharacter(text: string): string {
  const code = text.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
}

export function lastCharacter(text: string): string {
  return text.slice(isSecondOfPair(text, text.length - 1) ? -2 : -1);
}

/** Lines or parts of a title as one: a space between Latin words, none beside Chinese. */
export function joinTexts(texts: readonly string[]): string {
  return texts.reduce((before, text) => {
    const isParted = isWordCharacter(lastCharacter(before)) && isWordCharacter(firstCharacter(text));
    return before + (isParted ? ' ' : '') + text;
  }, '');
}
