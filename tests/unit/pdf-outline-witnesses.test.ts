import { describe, expect, it } from 'vitest';
import type { Bookmark } from '../../scripts/ingest/readers/pdf/glyphs/file-facts.ts';
import type { JudgedLine } from '../../scripts/ingest/readers/pdf/outline/judge-lines.ts';
import { bookmarkClaims } from '../../scripts/ingest/readers/pdf/outline/witnesses/bookmarks.ts';
import { runningHeadClaims } from '../../scripts/ingest/readers/pdf/outline/witnesses/running-heads.ts';
import { tagClaims } from '../../scripts/ingest/readers/pdf/outline/witnesses/tags.ts';
import { judgedLine as set, largeLine as large } from '../support/judged-line.ts';

const han = (count: number): string => '文'.repeat(count);

describe('tags', () => {
  const tagged = (judged: readonly JudgedLine[]) =>
    tagClaims(judged).map(({ from, to, level, weight }) => [from, to, level, weight]);
  const h2 = { tag: 'H2' };

  it('claim lines of a heading role, six tenths each', () => {
    expect(
      tagged([set('甲', h2), set('乙', { tag: 'P' }), set('丙', { tag: 'H6' }), set('丁', { tag: 'H7' })]),
    ).toEqual([
      [0, 1, 2, 0.6],
      [2, 3, 6, 0.6],
    ]);
    expect(tagged([])).toEqual([]);
  });

  it('claim neighbours of one role and setting as one, numbers apart', () => {
    expect(
      tagged([
        set('甲', h2),
        set('乙', h2),
        set('丙', { ...h2, bold: true }),
        set('1.丁', { ...h2, bold: true }),
      ]).map(([from, to]) => [from, to]),
    ).toEqual([
      [0, 2],
      [2, 3],
      [3, 4],
    ]);
    expect(tagged([set('甲', h2), set('乙', { tag: 'H3' })])).toHaveLength(2);
    expect(tagged([set('甲', { tag: 'P' }), set('乙', { tag: 'P' }), set('丙', h2)])).toEqual([
      [2, 3, 2, 0.6],
    ]);
  });

  it('claim no text of more than 64 characters, and none that ends as a sentence does', () => {
    expect([64, 65].map((count) => tagged([set(han(count), h2)]).length)).toEqual([1, 0]);
    expect(tagged([set('甲乙丙，', h2)])).toEqual([]);
  });
});

describe('running heads', () => {
  const claims = (line: JudgedLine, heads: readonly (readonly [number, readonly string[]])[]) =>
    runningHeadClaims([line], new Map(heads)).map(({ from, to, weight }) => [from, to, weight]);

  it('speak for the line that says the same on their page or the one before', () => {
    const line = large('总体 态势', { page: 2 });
    expect([1, 2, 3, 4].map((page) => claims(line, [[page, ['总体态势']]]).length)).toEqual([0, 1, 1, 0]);
    expect(claims(line, [[2, ['年度报告', '总体态势']]])).toEqual([[0, 1, 0.4]]);
    expect(claims(line, [[2, ['总体']]])).toEqual([]);
  });

  it('are no witness for ordinary text, or with fewer than four characters', () => {
    expect(claims(set('总体态势'), [[1, ['总体态势']]])).toEqual([]);
    expect(claims(large('总体态'), [[1, ['总体态']]])).toEqual([]);
    expect(claims(large('总体态势'), [[1, ['总体态势']]])).toHaveLength(1);
  });
});

describe('bookmarks', () => {
  const marks = (...titles: readonly string[]): readonly Bookmark[] =>
    titles.map((title) => ({ title, depth: 2, page: 1 }));
  const lines = ['甲一', '乙二', '丙三', '丁四', '戊五', '己六', '庚七', '辛八', '壬九', '癸十'];
  const judged = lines.map((text) => set(text));
  const weights = (titles: readonly string[], confirmed: readonly number[]) =>
    bookmarkClaims(marks(...titles), judged, new Set(confirmed)).map(({ weight }) => weight);

  it('are trusted when seven of ten name headings, and doubted below', () => {
    expect(weights(lines, [0, 1, 2, 3, 4, 5, 6])).toEqual(Array(10).fill(1));
    expect(weights(lines, [0, 1, 2, 3, 4, 5])).toEqual(Array(10).fill(0.4));
  });

  it('are trusted when there are four of them that are found', () => {
    expect(weights(lines.slice(0, 4), [0, 1, 2])).toEqual([1, 1, 1, 1]);
    expect(weights([...lines.slice(0, 3), '无此'], [0, 1, 2])).toEqual([0.4, 0.4, 0.4]);
    expect(weights([], [])).toEqual([]);
  });

  it('say how deep they lie and how many of them name headings', () => {
    expect(bookmarkClaims(marks('乙二', '甲一'), judged, new Set([0]))).toMatchObject([
      { from: 1, to: 2, level: 2, reason: 'a bookmark of depth 2; 50 % of them name headings' },
      { from: 0, to: 1 },
    ]);
  });

  it('lead to lines that begin on their page, and may end on the next', () => {
    const pages = [
      set('甲一', { page: 1 }),
      set('甲', { page: 2 }),
      set('一', { page: 3 }),
      set('甲一', { page: 3 }),
      set('甲', { page: 3 }),
      set('一', { page: 5 }),
    ];
    const found = (page: number | null, title = '甲一') =>
      bookmarkClaims([{ title, depth: 1, page }], pages, new Set()).map(({ from, to }) => [from, to]);
    expect([1, 2, 3, 4, 5].map((page) => found(page))).toEqual([[[0, 1]], [[1, 3]], [[3, 4]], [], []]);
    expect(found(3, '甲')).toEqual([[4, 5]]);
    expect(bookmarkClaims([{ title: '甲一', depth: 1, page: 3 }], pages.slice(4), new Set())).toEqual([]);
  });

  it('that lead nowhere, are empty, a sentence or a caption are left out', () => {
    const all = [set(''), set('好的，'), set('图 1 总体'), set('甲一')];
    const found = (title: string, page: number | null = 1) =>
      bookmarkClaims([{ title, depth: 1, page }], all, new Set()).length;
    expect([found('甲一'), found('甲一', null), found(''), found('好的，'), found('图 1 总体')]).toEqual([
      1, 0, 0, 0, 0,
    ]);
  });
});
