/** Numerals of Chinese reports → numbers: 12, 一百二十, 二〇二四, iv, ③, B. */

const ROMAN = new Map([...'ivxlc'].map((letter, index) => [letter, [1, 5, 10, 50, 100][index] ?? 0]));

/** The value of a Roman numeral in either case, or null. */
export function parseRoman(text: string): number | null {
  const letters = [...text.toLowerCase()].map((letter) => ROMAN.get(letter));
  if (letters.length === 0) return null;
  let sum = 0;
  for (const [index, value] of letters.entries()) {
    if (value === undefined) return null;
    sum += (letters[index + 1] ?? 0) > value ? -value : value;
  }
  return sum;
}

const DIGITS = '〇一二三四五六七八九';
const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

const DIGIT = '[一二三四五六七八九]';
/** 三千〇二十一, 百二十, 十: units from the highest down, a 〇 for those left out. */
const COMPOSED = new RegExp(`^(?:${DIGIT}?千)?(?:〇?${DIGIT}?百)?(?:〇?${DIGIT}?十)?(?:〇?${DIGIT})?$`, 'u');

/**
 * The value of a Chinese numeral below 10,000 (十二, 一百零三, 百二十), or of one written digit by digit (二〇二四);
 * null for anything else.
 */
export function parseChineseNumeral(text: string): number | null {
  const plain = text.replace(/[零○]/gu, '〇');
  if (/^[〇一二三四五六七八九]{2,}$/u.test(plain))
    return Number([...plain].map((digit) => DIGITS.indexOf(digit)).join(''));
  if (plain === '〇') return 0;
  if (plain === '' || !COMPOSED.test(plain)) return null;
  let sum = 0;
  let digit: number | null = null;
  for (const character of plain) {
    const unit = UNITS.get(character);
    if (unit === undefined) digit = DIGITS.indexOf(character);
    else {
      // 十二 and 百二十 leave out the 一 before their first unit.
      sum += (digit === null || digit === 0 ? 1 : digit) * unit;
      digit = null;
    }
  }
  return sum + (digit ?? 0);
}

/** ① is the first of twenty. */
const CIRCLED_ONE = 0x2460;
const CIRCLED = 20;

/** The value of a number as lists and headings print it: `3`, `三`, `③`, `C`, `c`; null where it is none of these. */
export function parseNumeral(text: string): number | null {
  if (/^\d+$/u.test(text)) return Number(text);
  const code = text.codePointAt(0) ?? 0;
  if (code >= CIRCLED_ONE && code < CIRCLED_ONE + CIRCLED) return code - CIRCLED_ONE + 1;
  if (/^[A-Za-z]$/u.test(text)) return text.toUpperCase().charCodeAt(0) - 64;
  return parseChineseNumeral(text);
}

const ENGLISH_ONES =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
/** One to thirty-nine: reports have no more chapters. */
const ENGLISH_WORDS = [
  ...ENGLISH_ONES,
  ...['twenty', 'thirty'].flatMap((tens) => [tens, ...ENGLISH_ONES.slice(0, 9).map((one) => tens + one)]),
];
/** TWENTYONE, Twenty-one and twenty one are one numeral; the longest first, since others begin like it. */
const ENGLISH_PATTERN = ENGLISH_WORDS.toReversed()
  .map((word) => word.replace(/^(?:twenty|thirty)(?=.)/u, '$&[ -]?'))
  .flatMap((word) => [word, word.toUpperCase(), `${word.charAt(0).toUpperCase()}${word.slice(1)}`])
  .join('|');

/** The numerals behind Chapter, Part and Appendix: `4`, `IV`, `Four`, `D`; for a regular expression with the flag `u`. */
export const ENGLISH_NUMERAL = `(?:\\d{1,3}|[IVXL]{1,6}|[A-Z](?![A-Za-z])|${ENGLISH_PATTERN})`;

/** The value of such a numeral, null for anything else. */
export function parseEnglishNumeral(text: string): number | null {
  const word = ENGLISH_WORDS.indexOf(text.toLowerCase().replace(/[ -]/gu, ''));
  if (word >= 0) return word + 1;
  return /^(?:[IVX]+|[IVXL]{2,})$/u.test(text) ? parseRoman(text) : parseNumeral(text);
}
