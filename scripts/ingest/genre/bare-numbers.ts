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
  return marks;
}

function bareNumber(text: string, style: NumberStyle, pattern: RegExp): NumberMark | null {
  const match = pattern.exec(text);
  const value = parseNumeral(match?.[1] ?? '');
  if (!match || value === null) return null;
  const rest = text.slice(match[0].length).trimStart();
  return { style, number: match[1] ?? '', length: text.length - rest.length, rest, value, parents: [] };
}
