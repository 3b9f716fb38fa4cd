/** Numbers that no mark parts from the title (一背景, A Preamble): only the titles around them tell that they count. */
import { readNumber } from './numbering.ts';
import type { NumberMark, NumberStyle } from './numbering.ts';
import { parseNumeral } from './numerals.ts';

/** So many titles must count on from one: two may begin with 一 and 二 as words. */
const MIN_TITLES = 3;
const BARE: readonly (readonly [NumberStyle, RegExp])[] = [
  ['han', /^([一二三四五六七八九十]{1,3})\s*(?=\S)/u],
  ['letter', /^([A-Z])\s*(?=\s\S|\p{Script=Han})/u],
];
/** A number that seems to count something (9时钟同步) is one all the same between 8 and 10. */
const COUNTING: readonly [NumberStyle, RegExp] = ['decimal1', /^(\d{1,2})(?=\s|\p{Script=Han})/u];

/** A title and what groups it with others: titles of one setting or of one indent count together. */
export interface GroupedTitle {
  readonly text: string;
  readonly group: string;
}

/** The numbers of titles in reading order, bare ones included where the titles of a group count on from one with them. */
export function readNumbers(titles: readonly GroupedTitle[]): (NumberMark | null)[] {
  const marks = titles.map(({ text }) => readNumber(text));
  const open = titles.flatMap(({ text, group }, index) => (marks[index] ? [] : [{ text, group, index }]));
  for (const own of Map.groupBy(open, ({ group }) => group).values()) {
    for (const [style, pattern] of BARE) {
      const bare = own.flatMap(({ text, index }) => {
        const mark = bareNumber(text, style, pattern);
        return mark ? [{ mark, index }] : [];
      });
      if (bare.length < MIN_TITLES || bare.some(({ mark }, at) => mark.value !== at + 1)) continue;
      for (const { mark, index } of bare) marks[index] = mark;
    }
  }
  return fillGaps(titles, marks);
}

/** The number that a title may begin with, read in any form: good where something else confirms it. */
export function readAnyNumber(text: string): NumberMark | null {
  const bare = [...BARE, COUNTING].map(([style, pattern]) => bareNumber(text, style, pattern));
  return readNumber(text) ?? bare.find((mark) => mark !== null) ?? null;
}

/** The marks with those added that stand between the number before them and the one behind in their group. */
function fillGaps(
  titles: readonly GroupedTitle[],
  marks: readonly (NumberMark | null)[],
): (NumberMark | null)[] {
  return marks.map((mark, at) => {
    const title = titles[at];
    const own = mark === null && title ? bareNumber(title.text, ...COUNTING) : null;
    if (own === null) return mark;
    const isSibling = (_: unknown, index: number): boolean =>
      titles[index]?.group === title?.group && marks[index]?.style === own.style;
    const before = marks[marks.findLastIndex((each, index) => index < at && isSibling(each, index))];
    const after = marks[marks.findIndex((each, index) => index > at && isSibling(each, index))];
    return before?.value === own.value - 1 && after?.value === own.value + 1 ? own : mark;
  });
}

function bareNumber(text: string, style: NumberStyle, pattern: RegExp): NumberMark | null {
  const match = pattern.exec(text);
  const value = parseNumeral(match?.[1] ?? '');
  if (!match || value === null) return null;
  const rest = text.slice(match[0].length).trimStart();
  return { style, number: match[1] ?? '', length: text.length - rest.length, rest, value, parents: [] };
}
