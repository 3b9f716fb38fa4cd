/** Places of a report that its own text points to: 见图 3, 详见第二章, 附录 A, 第 3.2 节, see Section 3.2. */
import { readNumber } from './numbering.ts';
import { parseNumeral, parseRoman } from './numerals.ts';

/** Where the words stand (UTF-16 units, the end not included), and what they name: equal for reference and target. */
export interface CrossReference {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

const HAN = '[一二三四五六七八九十]{1,3}';
/** `3`, `2-1`, `A.1`; not followed by what would make another number of it. */
const NUMBER = `(?:[A-Z]\\s?[-－–.．]?\\s?)?\\d{1,3}(?:\\s?[-－–—.．]\\s?\\d{1,3}){0,2}(?![\\d%％])`;
/** 地图 3 and 代表 2 are words: what stands before the word for a figure or table is a sign, or leads up to it. */
const BEFORE = '(?<=^|[\\s\\p{P}见如由从据在与和及以对看照])(?<!》\\s?)';
const EXHIBIT = new RegExp(
  `${BEFORE}(?<word>附?图表?|附?表格?|Figure|Fig\\.|Table|Exhibit)\\s?(?<number>${NUMBER}|${HAN}(?=\\p{P}|\\s|所示|$))`,
  'gu',
);
/** Laws have chapters, too: only what the text sends its reader to is a chapter of its own. */
const CHAPTERS = new RegExp(
  `(?<=见|参考|参阅|本报告|本书|本文|本白皮书)\\s?第\\s?(?:${HAN}|\\d{1,2})\\s?章(?:\\s?[、，和及与至到]\\s?第\\s?(?:${HAN}|\\d{1,2})\\s?章)*`,
  'gu',
);
const CHAPTER = new RegExp(`第\\s?(${HAN}|\\d{1,2})\\s?章`, 'gu');
const ENGLISH_CHAPTER = /(?<=\b(?:see|in|also|and)\s)Chapter\s(\d{1,2}|[IVX]{1,5})\b(?!\sof\b)/giu;
const SECTION = /(?:第\s?)?(?<![\d.])(\d{1,2}(?:\.\d{1,2}){1,3})\s?节/gu;
const ENGLISH_SECTION = /\bSection\s(\d{1,2}(?:\.\d{1,2}){1,3})(?![\d.]*\d|\sof\b)/giu;
const APPENDIX = new RegExp(
  `(?<!》\\s?)(?:附录\\s?|\\bAppendix\\s)([A-Z](?![A-Za-z])|\\d{1,2}(?!\\d)|${HAN})`,
  'gu',
);

const WORDS: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [/^(?:图表|Exhibit|Chart)/iu, 'exhibit'],
  [/^附图/u, 'figure of the annex'],
  [/^附表/u, 'table of the annex'],
  [/^(?:图|Fig)/iu, 'figure'],
  [/^(?:表|Tab)/iu, 'table'],
];

/** All references of a text, in order. */
export function findCrossReferences(text: string): readonly CrossReference[] {
  const at = ({ index, 0: words }: RegExpExecArray, key: string | null, shift = 0): CrossReference[] =>
    key === null ? [] : [{ start: shift + index, end: shift + index + words.length, key }];
  const all = (pattern: RegExp, keyOf: (match: RegExpExecArray) => string | null): CrossReference[] =>
    [...text.matchAll(pattern)].flatMap((match) => at(match, keyOf(match)));
  const chapters = [...text.matchAll(CHAPTERS)].flatMap((group) =>
    [...group[0].matchAll(CHAPTER)].flatMap((match) => at(match, chapterKey(match[1]), group.index)),
  );
  return [
    ...all(EXHIBIT, ({ groups }) => exhibitKey(`${groups?.['word'] ?? ''} ${groups?.['number'] ?? ''}`)),
    ...chapters,
    ...all(ENGLISH_CHAPTER, ([, number]) => chapterKey(number)),
    ...all(SECTION, ([, number = '']) => `section ${number}`),
    ...all(ENGLISH_SECTION, ([, number = '']) => `section ${number}`),
    ...all(APPENDIX, ([, number]) => keyOfValue('appendix', number)),
  ].sort((a, b) => a.start - b.start);
}

/** What the number of a caption (`图 1`, `表 2-1`, `Figure 3`) is called by references; null for what is none. */
export function exhibitKey(number: string): string | null {
  const [, word = '', rest = ''] = /^\s*(\p{L}+\.?)\s*(.+?)\s*$/u.exec(number) ?? [];
  const kind = WORDS.find(([pattern]) => pattern.test(word))?.[1];
  if (kind === undefined || rest === '') return null;
  const plain = rest.replace(/\s+/gu, '').replace(/[－–—.．·‑]/gu, '-');
  return `${kind} ${String((/[A-Z]/u.test(plain) ? null : parseNumeral(plain)) ?? plain)}`;
}

/** What a heading is called by references: a chapter, a section, an appendix; null where nothing points to it by number. */
export function headingKey(heading: string): string | null {
  const [, word = '', value] = /^(chapter|appendix)\s+(\d{1,2}|[IVX]{1,5}|[A-Z])\b/iu.exec(heading) ?? [];
  if (/^chapter/iu.test(word)) return chapterKey(value);
  if (word !== '') return keyOfValue('appendix', value);
  const mark = readNumber(heading);
  switch (mark?.style) {
    case 'chapter':
    case 'appendix':
      return mark.value > 0 ? `${mark.style} ${String(mark.value)}` : null;
    case 'decimal2':
    case 'decimal3':
    case 'decimal4':
      return `section ${[...mark.parents, mark.value].join('.')}`;
    default:
      return null;
  }
}

function chapterKey(number: string | undefined): string | null {
  const roman = /^[IVX]+$/u.test(number ?? '') ? parseRoman(number ?? '') : null;
  return roman === null ? keyOfValue('chapter', number) : `chapter ${String(roman)}`;
}

function keyOfValue(kind: string, number: string | undefined): string | null {
  const value = number === undefined ? null : parseNumeral(number);
  return value === null ? null : `${kind} ${String(value)}`;
}
