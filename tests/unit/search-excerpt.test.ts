import { describe, expect, test } from 'vitest';
import { joinSpans, makeExcerpt, splitClauses, type Span } from '../../src/lib/search/excerpt.ts';

/** The excerpt as a reader sees it, marks in brackets. */
function shown(text: string, marks: readonly Span[], must: readonly Span[] = marks): string {
  return makeExcerpt(text, marks, must)
    .map(({ text: piece, marked }) => (marked ? `[${piece}]` : piece))
    .join('');
}
const at = (start: number, length = 2): Span => ({ start, end: start + length });
/** A clause of so many characters, its comma included, made of one character. */
const clause = (character: string, length: number): string => `${character.repeat(length - 1)}，`;

describe('a text', () => {
  test('of 110 characters is shown whole, with every mark', () => {
    const text = '字'.repeat(110);
    expect(shown(text, [at(0), at(50)])).toBe(`[字字]${'字'.repeat(48)}[字字]${'字'.repeat(58)}`);
  });

  test('of 111 is cut', () => {
    expect(shown('字'.repeat(111), [at(0)])).toBe(`[字字]${'字'.repeat(40)}…`);
  });
});

describe('a clause that is longer than an excerpt', () => {
  const text = '字'.repeat(300);
  test('shows 40 characters on each side of its mark', () => {
    expect(shown(text, [at(100)])).toBe(`…${'字'.repeat(40)}[字字]${'字'.repeat(40)}…`);
  });

  test.each([
    [0, `[字字]${'字'.repeat(40)}…`],
    [40, `${'字'.repeat(40)}[字字]${'字'.repeat(40)}…`],
    [41, `…${'字'.repeat(40)}[字字]${'字'.repeat(40)}…`],
    [258, `…${'字'.repeat(40)}[字字]${'字'.repeat(40)}`],
    [257, `…${'字'.repeat(40)}[字字]${'字'.repeat(40)}…`],
  ])('ends where the text ends: a mark at %i', (start, expected) => {
    expect(shown(text, [at(start)])).toBe(expected);
  });

  test('does not mark a word that the cut goes through', () => {
    expect(shown(text, [at(100), at(141)], [at(100)])).toBe(`…${'字'.repeat(40)}[字字]${'字'.repeat(40)}…`);
    expect(shown(text, [at(59), at(100)], [at(100)])).toBe(`…${'字'.repeat(40)}[字字]${'字'.repeat(40)}…`);
  });

  test('of 110 characters is shown whole beside others', () => {
    const short = clause('长', 110) + clause('后', 60);
    expect(shown(short, [at(0)])).toBe(`[长长]${'长'.repeat(107)}，…`);
    const long = clause('长', 111) + clause('后', 60);
    expect(shown(long, [at(0)])).toBe(`[长长]${'长'.repeat(40)}…`);
  });
});

describe('whole clauses', () => {
  const text = [...'零一二三四五六七八九'].map((character) => clause(character, 30)).join('');

  test('stand around the marked one as long as there is room: first the next, then the one before', () => {
    expect(shown(text, [at(120)])).toBe(`…${clause('三', 30)}[四四]${'四'.repeat(27)}，${clause('五', 30)}…`);
    const two = [...'零一二三'].map((character) => clause(character, 50)).join('');
    expect(shown(two, [at(50)])).toBe(`…[一一]${'一'.repeat(47)}，${clause('二', 50)}…`);
  });

  test.each([
    [55, `[前前]${'前'.repeat(52)}，${clause('后', 55)}…`],
    [56, `[前前]${'前'.repeat(52)}，…`],
  ])('fit exactly or are left out: %i characters beside 55', (length, expected) => {
    const tight = clause('前', 55) + clause('后', length) + clause('末', 60);
    expect(shown(tight, [at(0)])).toBe(expected);
  });

  test('grow further while neighbours fit', () => {
    const small = [...'零一二三四五六七八九'].map((character) => clause(character, 20)).join('');
    const excerpt = shown(small, [at(80)]);
    expect(excerpt.replaceAll(/[…[\]]/gu, '')).toBe(
      [...'二三四五六'].map((character) => clause(character, 20)).join(''),
    );
  });

  test('that lie apart are shown apart, with … between', () => {
    const apart = [...'零一二三四'].map((character) => clause(character, 55)).join('');
    expect(shown(apart, [at(0), at(165)])).toBe(`[零零]${'零'.repeat(52)}，…[三三]${'三'.repeat(52)}，…`);
  });

  test('are shown as one where a mark reaches over their border', () => {
    const border = clause('前', 50) + clause('后', 50) + clause('末', 50);
    expect(shown(border, [{ start: 48, end: 52 }])).toBe(`${'前'.repeat(48)}[前，后后]${'后'.repeat(47)}，…`);
  });

  test('are chosen by the marks that must show, not by others', () => {
    expect(shown(text, [at(0), at(270)], [at(270)])).toMatch(/^…七.*八.*\[九九\]九+，$/u);
  });

  test('are not chosen where a mark only touches them', () => {
    const tight = clause('前', 70) + clause('后', 70);
    expect(shown(tight, [{ start: 68, end: 70 }])).toBe(`${'前'.repeat(68)}[前，]…`);
    expect(shown(tight, [{ start: 70, end: 72 }])).toBe(`…[后后]${'后'.repeat(67)}，`);
  });
});

describe('without marks', () => {
  test('the beginning is shown, in whole clauses', () => {
    const text = [...'零一二三四五'].map((character) => clause(character, 50)).join('');
    expect(shown(text, [])).toBe(`${clause('零', 50)}${clause('一', 50)}…`);
  });

  test.each([
    [200, `${clause('零', 200)}…`],
    [220, `${clause('零', 220)}…`],
    [230, `${'零'.repeat(220)}…`],
  ])('a first clause of %i characters is shown up to 220', (length, expected) => {
    expect(shown(clause('零', length) + clause('一', 50), [])).toBe(expected);
  });
});

describe('clauses', () => {
  test.each([
    ['训练，推理', ['训练，', '推理']],
    ['他说“好。”然后走了', ['他说“好。”', '然后走了']],
    ['增长1,024亿，其中', ['增长1,024亿，', '其中']],
    ['达到37.5%，其中', ['达到37.5%，', '其中']],
    ['在2024,共计', ['在2024,', '共计']],
    ['甲,1', ['甲,', '1']],
    ['一', ['一']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(splitClauses(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

describe('marks', () => {
  test.each([
    ['that overlap become one', [at(3), at(4)], [at(3, 3)]],
    ['that touch stay two', [at(3), at(5)], [at(3), at(5)]],
    ['of which one holds the other become the longer', [at(3, 9), at(5)], [at(3, 9)]],
    ['that begin together become the longer', [at(3, 4), at(3)], [at(3, 4)]],
    ['stand in their order', [at(9), at(3)], [at(3), at(9)]],
  ])('%s', (_, marks, expected) => {
    expect(joinSpans(marks)).toEqual(expected);
  });
});
