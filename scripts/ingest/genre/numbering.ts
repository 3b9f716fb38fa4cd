/** The numberings of the genre. */

/** A numbering style. Styles of one family with a depth (`1.2.3`) are `decimal1`… */
export type NumberStyle =
  | 'part'
  | 'chapter'
  | 'section'
  | 'appendix'
  | 'han'
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

export interface HeadingNumber {
  readonly style: NumberStyle;
  /** As printed, with its punctuation, without white space behind it. */
  readonly number: string;
  /** What follows. */
  readonly rest: string;
  /** Position among its siblings, from 1; 0 where it cannot be told. */
  readonly value: number;
}

const HAN = '[一二三四五六七八九十百零〇]{1,4}';
const PATTERNS: readonly (readonly [NumberStyle, RegExp])[] = [
  [
    'part',
    new RegExp(
      `^第\\s*(${HAN}|\\d{1,2})\\s*(?:篇|部分|编|卷|部)(?=[\\s:：、]|\\p{Script=Han}|$)[:：、.．]?`,
      'u',
    ),
  ],
  ['chapter', new RegExp(`^第\\s*(${HAN}|\\d{1,2})\\s*章[:：、.．]?`, 'u')],
  ['section', new RegExp(`^第\\s*(${HAN}|\\d{1,2})\\s*节[:：、.．]?`, 'u')],
  [
    'appendix',
    new RegExp(
      `^附\\s*[录件表]\\s*(${HAN}|\\d{1,2}|[A-Z])?(?:[:：、.．]|(?=\\s)|(?<=[${HAN.slice(1, 13)}\\dA-Z])|$)`,
      'u',
    ),
  ],
  ['han', new RegExp(`^(${HAN})\\s*[、.．，]`, 'u')],
  ['hanParen', new RegExp(`^[（(]\\s*(${HAN})\\s*[）)][、.．]?`, 'u')],
  ['decimal4', /^(?:\d{1,2}|[A-Z])[.．]\d{1,2}[.．]\d{1,2}[.．](\d{1,2})[.．]?(?![\d%％])/u],
  ['decimal3', /^(?:\d{1,2}|[A-Z])[.．]\d{1,2}[.．](\d{1,2})[.．]?(?![\d%％])/u],
  ['decimal2', /^(?:\d{1,2}|[A-Z])[.．](\d{1,2})[.．]?(?![\d%％])/u],
  ['arabic', /^(\d{1,2})\s*[.．、](?!\d)/u],
  ['arabicParen', /^[（(]\s*(\d{1,2})\s*[）)][、.．]?/u],
  ['halfParen', /^(\d{1,2})\s*[）)]/u],
  ['circled', /^([①-⑳])/u],
  ['letter', /^([A-Z])[.．、](?=\s|\p{Script=Han})/u],
  ['decimal1', /^(\d{1,2})(?=\s|\p{Script=Han})/u],
];
/** A bare number before one of these counts things: `3个`, `5月`. */
const COUNTER = /^[年月日时分秒个家项种类款大条次倍万亿千百元人名位台套颗部级层代期届号％%]/u;
/** A decimal right before one of these is a quantity: `3.5亿元`. */
const MEASURE = /^[亿万千百倍元年月日分秒吨％%]/u;
/** `第一部分` and `第一条` differ; `第一，` and `第一批` are no headings at all. */
const HAN_DIGITS = '零一二三四五六七八九';

/** Splits the number off a heading's text; null where there is none. */
export function readHeadingNumber(text: string): HeadingNumber | null {
  for (const [style, pattern] of PATTERNS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const rest = text.slice(match[0].length).trimStart();
    if (style === 'decimal1' && (COUNTER.test(rest) || rest === '')) return null;
    if (style.startsWith('decimal') && MEASURE.test(text.slice(match[0].length))) return null;
    return { style, number: match[0].trim(), rest, value: valueOf(match[1] ?? '') };
  }
  return null;
}

function valueOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (/^[A-Z]$/.test(text)) return text.charCodeAt(0) - 64;
  if (/^[①-⑳]$/u.test(text)) return text.codePointAt(0)! - 0x245f;
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text];
  const digit = (part: string | undefined, empty: number): number =>
    part ? Math.max(0, HAN_DIGITS.indexOf(part)) : empty;
  return text === '' ? 0 : text.includes('十') ? digit(tens, 1) * 10 + digit(ones, 0) : digit(ones, 0);
}

/** The usual order from the outside inwards. Decimal styles hang on whatever numbers the chapters. */
export const STYLE_ORDER: readonly NumberStyle[] = [
  'part',
  'appendix',
  'chapter',
  'decimal1',
  'section',
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
