/** Folding of text for comparing: what two settings of the same words have in common. */

const DASHES = /[―─–—⸺-]+/gu;
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [DASHES, '-'],
  [/[“”„‟"]/gu, '"'],
  [/[‘’‚‛']/gu, "'"],
  [/[·‧•・]/gu, '·'],
];

/** Without white space, compatibility forms and the differences between look-alike signs; lower case. */
export function foldText(text: string): string {
  let folded = text.replace(/\s+/gu, '').normalize('NFKC').toLowerCase();
  for (const [from, to] of SIGNS) folded = folded.replace(from, to);
  return folded;
}

/** White space taken out: for keys that are compared with words such as 目录, printed as 目　录. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}

const ROMAN = new Map([...'ivxlc'].map((letter, index) => [letter, [1, 5, 10, 50, 100][index]!]));

/** The value of a Roman numeral in either case, or null. */
export function parseRoman(text: string): number | null {
  const letters = [...text.toLowerCase()].map((letter) => ROMAN.get(letter));
  if (letters.length === 0 || letters.some((value) => value === undefined)) return null;
  return letters.reduce<number>(
    (sum, value, index) => sum + ((letters[index + 1] ?? 0) > value! ? -value! : value!),
    0,
  );
}

const HAN_DIGITS = '〇一二三四五六七八九';

/** The value of a Chinese numeral up to 99 or a digit-by-digit one (二〇二四), or null. */
export function parseHanNumber(text: string): number | null {
  const plain = text.replace(/零|○/gu, '〇');
  if (/^[〇一二三四五六七八九]{2,}$/u.test(plain))
    return Number([...plain].map((c) => HAN_DIGITS.indexOf(c)).join(''));
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(plain);
  if (!match || plain === '') return plain === '〇' ? 0 : null;
  const [, tens, ten, ones] = match;
  if (!ten) return HAN_DIGITS.indexOf(plain);
  return (tens ? HAN_DIGITS.indexOf(tens) : 1) * 10 + (ones ? HAN_DIGITS.indexOf(ones) : 0);
}
