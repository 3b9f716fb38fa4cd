const HAN_DIGITS = '一二三四五六七八九十百';

/** One way of numbering a line; `value` reads the number, `separator` tells how the mark ends. */
interface Numbering {
  readonly name: string;
  readonly pattern: RegExp;
}

/** The numberings of the genre, most specific first. The first group is the number, all of the match the mark. */
const NUMBERINGS: readonly Numbering[] = [
  { name: 'part', pattern: /^第([一二三四五六七八九十百\d]+)[篇部编](?:分)?[\s：:、]*/u },
  { name: 'chapter', pattern: /^第([一二三四五六七八九十百\d]+)章[\s：:、]*/u },
  { name: 'section', pattern: /^第([一二三四五六七八九十百\d]+)节[\s：:、]*/u },
  { name: 'viewpoint', pattern: /^观点([一二三四五六七八九十\d]+)[\s：:、.．]*/u },
  { name: 'hanIs', pattern: /^([一二三四五六七八九十]+)是(?=\S)/u },
  { name: 'han', pattern: /^([一二三四五六七八九十百]+)[、．.]\s*/u },
  { name: 'hanBrackets', pattern: /^[（(]([一二三四五六七八九十百]+)[）)]\s*/u },
  { name: 'decimal3', pattern: /^(\d+[.．]\d+[.．]\d+)[.．、\s]*(?=\D)/u },
  // 1.1概念 is a number of a section, 1.5万亿 is an amount.
  {
    name: 'decimal2',
    pattern:
      /^(\d+[.．]\d+)(?:[.．、]\s*|\s+(?=\D)|(?=[\p{Script=Han}])(?![万亿千百倍个年月日元吨米人家项次台度]))/u,
  },
  { name: 'arabicBrackets', pattern: /^[（(](\d{1,3})[）)]\s*/u },
  { name: 'arabic', pattern: /^(\d{1,2})(?:[、．]\s*|\.(?!\d)\s*)/u },
  { name: 'circled', pattern: /^([①-⑳])\s*/u },
];

export interface NumberMark {
  readonly style: string;
  /** The number itself, e.g. 3 for `（三）`; 0 where it is composed (`1.2`). */
  readonly value: number;
  /** As printed, without space around it. */
  readonly mark: string;
  /** UTF-16 units of the mark with the space after it. */
  readonly length: number;
}

/** The number with which a line starts, or null. */
export function readNumberMark(text: string): NumberMark | null {
  for (const { name, pattern } of NUMBERINGS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    return {
      style: name,
      value: numberValue(match[1] ?? ''),
      mark: match[0].trim(),
      length: match[0].length,
    };
  }
  return null;
}

/** Whether a line starts with a number of the genre and has text after it. `hanIs` (`一是`) is running text. */
export function startsNumbered(text: string): boolean {
  const mark = readNumberMark(text);
  return mark !== null && mark.style !== 'hanIs' && mark.length < text.length;
}

/** `三` → 3, `十二` → 12, `12` → 12, `③` → 3; 0 where it is none of these. */
export function numberValue(digits: string): number {
  if (/^\d+$/u.test(digits)) return Number(digits);
  const circled = digits.codePointAt(0) ?? 0;
  if (digits.length === 1 && circled >= 0x2460 && circled <= 0x2473) return circled - 0x245f;
  return hanValue(digits);
}

function hanValue(digits: string): number {
  const match =
    /^(?:([一二三四五六七八九]?)百)?(?:([一二三四五六七八九]?)(十))?([一二三四五六七八九]?)$/u.exec(digits);
  if (match === null || digits === '') return 0;
  const digit = (text: string | undefined): number => (text ? HAN_DIGITS.indexOf(text) + 1 : 0);
  const hundreds = digits.includes('百') ? digit(match[1]) || 1 : 0;
  const tens = match[3] === undefined ? 0 : digit(match[2]) || 1;
  return hundreds * 100 + tens * 10 + digit(match[4]);
}
