/** The numberings by which reports order their chapters, sections and lists. */
import { startsWithMeasure, startsWithUnit } from './measure-words.ts';
import { ENGLISH_NUMERAL, parseEnglishNumeral, parseNumeral } from './numerals.ts';

/** A numbering style. Those of one family with a depth (`1.2.3`) are `decimal1`… */
export type NumberStyle =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'appendix'
  | 'han'
  | 'roman'
  | 'hanParen'
  | 'decimal1'
  | 'decimal2'
  | 'decimal3'
  | 'decimal4'
  | 'arabic'
  | 'arabicParen'
  | 'halfParen'
  | 'circled'
  | 'letter';

/** The number that a heading, an entry of the contents or an item begins with. */
export interface NumberMark {
  readonly style: NumberStyle;
  /** As printed, with its punctuation, without white space behind it. */
  readonly number: string;
  /** UTF-16 units that the number takes, white space behind it included. */
  readonly length: number;
  /** What follows. */
  readonly rest: string;
  /** Position among its siblings, from 1; 0 where it cannot be told. */
  readonly value: number;
  /** The numbers before the last of a composed one: `1.2.3` has [1, 2]. */
  readonly parents: readonly number[];
}

/** Numbers up to 9999; the longest of the genre, 一百二十三, has five characters. */
const HAN = '[一二三四五六七八九十百零〇]{1,5}';
const DIGITS = '\\d{1,2}';
const AFTER = '[:：、.．]?';
/** `1.2`, `A.1`: a composed number of `depth` parts, which no digit or percent sign goes on with. */
const decimal = (depth: number): RegExp =>
  new RegExp(`^(${DIGITS}|[A-Z])${`[.．](${DIGITS})`.repeat(depth - 1)}[.．]?(?![\\d%％])`, 'u');

/** `Chapter 3`, `PART II:`, `Appendix A.`; in small letters it is a word in a sentence. */
const english = (...words: readonly string[]): RegExp =>
  new RegExp(
    `^(?:${words.flatMap((word) => [word, word.toUpperCase()]).join('|')})\\s+(${ENGLISH_NUMERAL})(?:\\s*[:：.．—–-](?!\\d)|(?=\\s|\\p{Script=Han}|$))`,
    'u',
  );

/** Whether a text is the word alone whose number stands on the next line: CHAPTER above ONE. */
export function isNumberWord(text: string): boolean {
  return /^(?:chapter|part|appendix|annex)$/iu.test(text.trim());
}

/** The most telling first. The groups are the number's parts; all of the match is the mark. */
const PATTERNS: readonly (readonly [NumberStyle, RegExp])[] = [
  // 第一部分 and 第一部 are parts, 第一部署 is running text.
  [
    'part',
    new RegExp(
      `^第\\s*(${HAN}|${DIGITS})\\s*(?:篇|部分|编|卷|部)(?=[\\s:：、]|\\p{Script=Han}|$)${AFTER}`,
      'u',
    ),
  ],
  ['chapter', new RegExp(`^第\\s*(${HAN}|${DIGITS})\\s*章${AFTER}`, 'u')],
  ['section', new RegExp(`^第\\s*(${HAN}|${DIGITS})\\s*节${AFTER}`, 'u')],
  ['article', new RegExp(`^第\\s*(${HAN}|\\d{1,3})\\s*条(?!件|例|约|款|目)${AFTER}`, 'u')],
  ['part', english('Part')],
  ['chapter', english('Chapter')],
  ['article', english('Article')],
  [
    'appendix',
    new RegExp(
      `^附\\s*[录件表]\\s*(${HAN}|${DIGITS}|[A-Z])?(?:[:：、.．]|(?=\\s)|(?<=[一二三四五六七八九十百零\\dA-Z])|$)`,
      'u',
    ),
  ],
  ['appendix', english('Appendix', 'Annex')],
  ['han', new RegExp(`^(${HAN})\\s*[、.．，]`, 'u')],
  ['roman', /^([IVX]{1,5})\s?[.．](?=\s|\p{Script=Han})/u],
  ['hanParen', new RegExp(`^[（(]\\s*(${HAN})\\s*[）)][、.．]?`, 'u')],
  ['decimal4', decimal(4)],
  ['decimal3', decimal(3)],
  ['decimal2', decimal(2)],
  ['arabic', new RegExp(`^(${DIGITS})\\s*[.．、](?!\\d)`, 'u')],
  ['arabicParen', new RegExp(`^[（(]\\s*(${DIGITS})\\s*[）)][、.．]?`, 'u')],
  ['halfParen', new RegExp(`^(${DIGITS})\\s*[）)]`, 'u')],
  ['circled', /^([①-⑳])/u],
  ['letter', /^([A-Z])[.．、](?=\s|\p{Script=Han})/u],
  ['decimal1', new RegExp(`^(${DIGITS})(?=\\s|\\p{Script=Han})`, 'u')],
];

/** The usual order from the outside inwards; what a report shows of itself goes before it (`style-order.ts`). */
export const USUAL_ORDER: readonly NumberStyle[] = [
  'part',
  'appendix',
  'chapter',
  'decimal1',
  'section',
  'article',
  'roman',
  'han',
  'hanParen',
  'decimal2',
  'decimal3',
  'decimal4',
  'arabic',
  'letter',
  'arabicParen',
  'halfParen',
  'circled',
];

/** Parts of a decimal number; 0 for the other styles. */
export function decimalDepth(style: NumberStyle): number {
  return /^decimal(\d)$/u.exec(style) ? Number(style.slice(-1)) : 0;
}

/** What every mark begins with: most lines of a report are told by it to begin with none. */
const BEGINNING = /^[第附（(\dA-Z①-⑳一二三四五六七八九十百零〇]/u;

/** The number that a text begins with; null where there is none, or where it counts something (3个平台, 1.5万亿). */
export function readNumber(text: string): NumberMark | null {
  if (!BEGINNING.test(text)) return null;
  for (const [style, pattern] of PATTERNS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const after = text.slice(match[0].length);
    const rest = after.trimStart();
    if (style === 'decimal1' && (rest === '' || startsWithMeasure(rest))) return null;
    if (decimalDepth(style) > 1 && startsWithUnit(after)) return null;
    const parts = match.slice(1).map((part) => valueOf(style, part ?? ''));
    return {
      style,
      number: match[0].trim(),
      length: text.length - rest.length,
      rest,
      value: parts.at(-1) ?? 0,
      parents: parts.slice(0, -1),
    };
  }
  return null;
}

/** Letters count appendices (`Appendix C` is the third); those before a title of `I.` or behind Chapter are Roman. */
function valueOf(style: NumberStyle, part: string): number {
  const isLatin = /^[A-Za-z]+$/u.test(part);
  const isRoman =
    isLatin && (style !== 'appendix' || part.length > 1) && style !== 'letter' && decimalDepth(style) === 0;
  return (isRoman ? parseEnglishNumeral(part) : parseNumeral(part)) ?? 0;
}
