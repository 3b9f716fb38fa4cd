/** Numbers, levels and depth of decided headings, and what is taken out of them. */
import { describe, expect, it } from 'vitest';
import { readNumber } from '../../scripts/ingest/genre/numbering.ts';
import type { Decision } from '../../scripts/ingest/readers/pdf/outline/decide.ts';
import type { JudgedLine } from '../../scripts/ingest/readers/pdf/outline/judge-lines.ts';
import { joinNumbersAbove } from '../../scripts/ingest/readers/pdf/outline/join-numbers.ts';
import { levelHeadings } from '../../scripts/ingest/readers/pdf/outline/level-headings.ts';
import { nestSeries } from '../../scripts/ingest/readers/pdf/outline/nest-series.ts';
import { withoutListings } from '../../scripts/ingest/readers/pdf/outline/without-listings.ts';
import { withoutTitle } from '../../scripts/ingest/readers/pdf/outline/without-title.ts';
import { judgedLine, largeLine } from '../support/judged-line.ts';

const entryOf = (text: string): Decision['entry'] => ({
  text,
  label: '1',
  indent: 90,
  page: 1,
  target: null,
  list: 'headings',
});

/** Each line as a heading of its own. */
function decided(
  judged: readonly JudgedLine[],
  more: (text: string) => Partial<Decision> = () => ({}),
): Decision[] {
  return judged.map(({ line: { text, page } }, from) => ({
    from,
    to: from + 1,
    text,
    page,
    heading: true,
    weight: 1,
    claims: [],
    entry: null,
    ...more(text),
  }));
}
const textsOf = (decisions: readonly Decision[]) =>
  decisions.flatMap(({ heading, text }) => (heading ? [text] : []));

describe('levels of decided headings', () => {
  const levelled = (texts: readonly string[], named: readonly string[] = []) => {
    const judged = texts.map((text) => largeLine(text));
    const decisions = decided(judged, (text) => ({ entry: named.includes(text) ? entryOf(text) : null }));
    const { headings } = levelHeadings({
      decisions,
      judged,
      unmatched: [],
      entries: named.length,
      inDeck: false,
    });
    return headings.map(({ decision: { text }, given }) => [text, given.level]);
  };
  const deep = ['第一章甲', '一、甲', '（一）甲', '1.甲', '（1）甲'];

  it('end at the fourth: what is numbered deeper is a paragraph, unless contents announce it', () => {
    expect(levelled(deep)).toEqual(deep.slice(0, 4).map((text, index) => [text, index + 1]));
    expect(levelled(deep, deep).at(-1)).toEqual(['（1）甲', 5]);
  });

  it('leave no level out', () => {
    const texts = ['一、甲', '（一）甲', '（二）乙', '二、乙', '1.1 甲', '1.2 乙'];
    expect(new Set(levelled(texts).map(([, level]) => level))).toEqual(new Set([1, 2]));
  });

  it('come from the number of the entry, where the body numbers in words', () => {
    const judged = ['CHAPTER ONE SCOPE', '1.1 Aims', 'TERMS', '2.1 Words'].map((text) => largeLine(text));
    const named: Record<string, string> = { 'CHAPTER ONE SCOPE': '1 Scope', TERMS: '2 Terms' };
    const decisions = decided(judged, (text) => ({ entry: entryOf(named[text] ?? text) }));
    const { headings } = levelHeadings({ decisions, judged, unmatched: [], entries: 4, inDeck: false });
    expect(headings.map(({ given }) => given.level)).toEqual([1, 2, 1, 2]);
    expect(headings[0]?.number?.number).toBe('CHAPTER ONE');
  });
});

describe('a series inside another of its style', () => {
  const nested = (
    ...titles: readonly (readonly [text: string, size: number, level?: number, open?: boolean])[]
  ) =>
    nestSeries(
      titles.map(([text, size, level = 1, open = true]) => ({ number: readNumber(text), size, level, open })),
    );
  const outer = (text: string) => [text, 20] as const;

  it('stands below what is before it, where it is set smaller and begins at one', () => {
    expect(
      nested(outer('1.甲'), ['1.1 甲', 16, 2], ['1．甲', 14], ['2．乙', 14], outer('2.乙'), outer('3.丙')),
    ).toEqual([1, 2, 3, 3, 1, 1]);
    expect(nested(outer('1.甲'), ['2．乙', 14], outer('2.乙'), outer('3.丙'))).toEqual([1, 1, 1, 1]);
  });

  it('is smaller by a twentieth, and inside of three that count on', () => {
    const inside = (size: number) => nested(outer('1.甲'), ['1．甲', size], outer('2.乙'), outer('3.丙'))[1];
    expect([inside(18.9), inside(19.1)]).toEqual([2, 1]);
    expect(nested(outer('1.甲'), ['1．甲', 14], outer('2.乙'))).toEqual([1, 1, 1]);
    expect(nested(outer('1.甲'), ['1．甲', 14], outer('2.乙'), outer('4.丁'))).toEqual([1, 1, 1, 1]);
  });

  it('is none where contents announce it', () => {
    expect(nested(outer('1.甲'), ['1．甲', 14, 1, false], outer('2.乙'), outer('3.丙'))[1]).toBe(1);
  });
});

describe('a number on lines of its own', () => {
  const joined = (texts: readonly string[], more: (text: string) => Partial<Decision> = () => ({})) => {
    const judged = texts.map((text, index) => largeLine(text, { y: 100 + 30 * index }));
    return textsOf(joinNumbersAbove(decided(judged, more), judged));
  };
  const text = (body: string) => () => ({ heading: body !== '' });

  it('belongs to the title below it', () => {
    expect(joined(['第一章', '总体态势'])).toEqual(['第一章总体态势']);
    expect(joined(['CHAPTER', 'ONE', 'SCOPE'])).toEqual(['CHAPTER ONE SCOPE']);
    expect(joined(['01', '总体态势'])).toEqual(['01总体态势']);
    expect(joined(['第一章', '正文'], (each) => text(each === '正文' ? '' : each)())).toEqual(['第一章']);
  });

  it('does not where the title has one, the contents name another, or the page turns', () => {
    expect(joined(['第一章', '一、总体'])).toEqual(['第一章', '一、总体']);
    expect(joined(['第一章', '总体'], () => ({ entry: entryOf('2 总体') }))).toEqual(['第一章', '总体']);
    const judged = [largeLine('第一章'), largeLine('总体', { page: 2 })];
    expect(textsOf(joinNumbersAbove(decided(judged), judged))).toEqual(['第一章', '总体']);
  });

  it('is a numeral only where it is set large, and no 附件 without one', () => {
    const judged = [judgedLine('3'), largeLine('总体')];
    expect(textsOf(joinNumbersAbove(decided(judged), judged))).toEqual(['3', '总体']);
    expect(joined(['附件', '情况分析'])).toEqual(['附件', '情况分析']);
  });
});

describe('titles in a row', () => {
  const pageOf = (page: number, texts: readonly string[], gap = 30) =>
    texts.map((text, index) => largeLine(text, { page, y: 100 + gap * index }));
  const agenda = ['01国外', '02国内', '03展望'];
  const kept = (judged: readonly JudgedLine[]) => textsOf(withoutListings(decided(judged), judged));

  it('are a list from three on', () => {
    expect(kept(pageOf(1, agenda))).toEqual([]);
    expect(kept(pageOf(1, agenda.slice(0, 2)))).toEqual(agenda.slice(0, 2));
  });

  it('are headings where a table may lie between them, or where they differ in kind', () => {
    expect(kept(pageOf(1, agenda, 80))).toEqual([]);
    expect(kept(pageOf(1, agenda, 81))).toEqual(agenda);
    expect(kept(pageOf(1, ['第一章甲', '一、乙', '（一）丙']))).toHaveLength(3);
  });

  it('tell the part that follows where they come once before each, and once more at first', () => {
    const times = (count: number) =>
      kept([1, 2, 3, 4].slice(0, count).flatMap((page) => pageOf(page, agenda)));
    expect(times(3)).toEqual(agenda);
    expect(times(4)).toEqual(agenda);
    expect(times(2)).toEqual([]);
  });

  it('are kept where contents announce them', () => {
    const judged = pageOf(1, agenda);
    const decisions = decided(judged, (text) => ({ entry: entryOf(text) }));
    expect(textsOf(withoutListings(decisions, judged))).toEqual(agenda);
  });
});

describe('the title of the report', () => {
  const bySetting = () => ({
    claims: [
      { witness: 'setting', from: 0, to: 1, level: null, weight: 1, reason: 'larger than the body' },
    ] as const,
  });

  it('is all on the first page that only its setting speaks for, where contents follow', () => {
    const judged = [
      largeLine('白皮书'),
      largeLine('第一版'),
      largeLine('总体', { page: 2 }),
      largeLine('展望', { page: 2 }),
    ];
    const titles = (bodyStart: number) =>
      textsOf(withoutTitle(decided(judged, bySetting), judged, bodyStart));
    expect(titles(2)).toEqual(['总体', '展望']);
    const dated = [largeLine('白皮书'), largeLine('2024年8月'), largeLine('2024年9月', { page: 2 })];
    expect(textsOf(withoutTitle(decided(dated, bySetting), dated, 0))).toEqual(['白皮书', '2024年9月']);
    expect(titles(0)).toEqual(['白皮书', '第一版', '总体', '展望']);
  });
});
