import { describe, expect, it } from 'vitest';
import type { ContentsLine } from '../../scripts/ingest/readers/pdf/furniture/contents-pages.ts';
import { assembleLines } from '../../scripts/ingest/readers/pdf/lines/assemble-lines.ts';
import { learnMeasures } from '../../scripts/ingest/readers/pdf/lines/learn-measures.ts';
import { darknessTest } from '../../scripts/ingest/readers/pdf/lines/line-style.ts';
import { findHeadings } from '../../scripts/ingest/readers/pdf/outline/find-headings.ts';
import type { Outline, OutlineInput } from '../../scripts/ingest/readers/pdf/outline/find-headings.ts';
import { page, paragraph, run } from '../support/pdf-page-content.ts';

const TEXT =
  '从供给侧看，建设重心正由规模扩张转向效能提升，产业分工进一步细化，协同创新的格局初步形成。'.repeat(2);

/** Pages of titles (with #, larger) and paragraphs, one below the other. */
function outlineOf(pages: readonly (readonly string[])[], more: Partial<OutlineInput> = {}): Outline {
  const contents = pages.map((parts, index) => {
    const number = index + 1;
    let y = 60;
    const runs = parts.flatMap((part) => {
      const made = part.startsWith('#')
        ? [run(part.slice(1), 104, y, { page: number, size: 16, fontName: 'SimHei' })]
        : paragraph(part, y, { page: number });
      y += 24 * made.length + 6;
      return made;
    });
    return page(runs, { page: number });
  });
  const byPage = contents.map((each) => assembleLines(each.runs));
  const lines = byPage.flat();
  const measures = learnMeasures(contents, byPage);
  const labels = pages.map((_, index) => String(index + 1));
  return findHeadings({
    lines,
    contents: [],
    contentsPages: new Set(),
    labels,
    measures,
    isDark: darknessTest(lines, measures),
    ...more,
  });
}
const entry = (text: string, more: Partial<ContentsLine> = {}): ContentsLine => ({
  text,
  label: '',
  indent: 90,
  page: 1,
  target: null,
  list: 'headings',
  ...more,
});
const matters = (outline: Outline) =>
  outline.headings.map(({ lines, matter }) => [lines.map(({ text }) => text).join(''), matter ?? '']);

describe('headings before and behind the contents pages', () => {
  const pages = [
    ['#前言', TEXT, '#一、总览', TEXT],
    ['#一、态势', TEXT, '#参考文献', TEXT],
  ];

  it('are front matter before them, and body from the page behind them', () => {
    const behind = outlineOf(pages, { contents: [entry('一、态势')], contentsPages: new Set([1]) });
    expect(matters(behind)).toEqual([
      ['前言', 'front'],
      ['一、总览', 'front'],
      ['一、态势', ''],
      ['参考文献', 'back'],
    ]);
  });

  it('are body anywhere where there are no contents', () => {
    expect(matters(outlineOf(pages, { contentsPages: new Set([1]) }))).toEqual([
      ['前言', 'front'],
      ['一、总览', ''],
      ['一、态势', ''],
      ['参考文献', 'back'],
    ]);
  });

  it('are looked for behind them first', () => {
    const twice = [
      ['#总体态势', TEXT],
      ['#总体态势', TEXT],
    ];
    const found = (contentsPages: readonly number[]) =>
      outlineOf(twice, {
        contents: [entry('总体态势')],
        contentsPages: new Set(contentsPages),
      }).decisions.find((each) => each.entry !== null)?.page;
    expect([found([]), found([1]), found([0])]).toEqual([1, 2, 1]);
  });

  it('open the body where the contents announce them', () => {
    const plain = [['#前言', TEXT, '#总体态势', TEXT]];
    const contents = [entry('总体态势')];
    expect(matters(outlineOf(plain, { contents }))).toEqual([
      ['前言', 'front'],
      ['总体态势', ''],
    ]);
    expect(outlineOf([['#前言', TEXT]]).headings[0]).toMatchObject({ matter: 'front', level: 1, number: '' });
    expect(outlineOf([['#一、态势', TEXT]]).headings[0]).not.toHaveProperty('matter');
  });
});

describe('entries of the contents', () => {
  it('have the level of their heading, or the one that it would have', () => {
    const contents = [
      entry('图 1 总体', { list: 'figures' }),
      entry('附录 A'),
      entry('一、态势'),
      entry('（一）规模', { indent: 110 }),
      entry('参考文献', { indent: 130 }),
    ];
    const { entries } = outlineOf([['#一、态势', TEXT, '（一）规模', TEXT]], { contents });
    expect(entries.map(({ entry: { text }, level, found }) => [text, level, found])).toEqual([
      ['附录 A', 1, false],
      ['一、态势', 1, true],
      ['（一）规模', 2, true],
      ['参考文献', 1, false],
    ]);
  });

  it('do not count twice among the headings that levels are told by', () => {
    const contents = [entry('总体态势', { indent: 90 }), entry('区域结构', { indent: 130 })];
    const outline = outlineOf([['#总体态势', TEXT, '#区域结构', TEXT]], { contents });
    expect(outline.headings.map(({ level }) => level)).toEqual([1, 2]);
    expect(outline.entries.map(({ level }) => level)).toEqual([1, 2]);
  });

  it('lend their words to a heading that stands without 附件, not to one with a number', () => {
    const parts = ['#一、态势', TEXT, '（一）规模', TEXT, '（二）清单', TEXT, '#重点清单', TEXT];
    const levels = (text: string) =>
      outlineOf([parts], { contents: [entry(text), entry('一、态势')] }).headings.map(({ level }) => level);
    expect(levels('（三）重点清单')).toEqual([1, 2, 2, 2]);
    expect(levels('重点清单')).toEqual([1, 2, 2, 1]);
  });
});

describe('decisions', () => {
  it('have a level where they are headings, and none where they are not', () => {
    const { decisions } = outlineOf([['#一、态势', TEXT, '#二、布局，', TEXT]]);
    expect(decisions.map(({ text, heading, given }) => [text, heading, given?.level ?? null])).toEqual([
      ['一、态势', true, 1],
      ['二、布局，', false, null],
    ]);
  });

  it('take lines of an announced heading from the other witnesses', () => {
    const contents = [entry('总体态势与结构')];
    const { decisions } = outlineOf([['#总体态势', '#与结构', TEXT]], { contents });
    expect(decisions.map(({ text, claims }) => [text, claims.map(({ witness }) => witness)])).toEqual([
      ['总体态势与结构', ['contents']],
    ]);
  });

  it('trust bookmarks by what is a heading, not by what is said to be none', () => {
    const named = ['（1）数据资源', '（2）数据产品', '（3）数据服务', '关于数据的说明'];
    const parts = ['主要包括：', ...named.slice(0, 3), TEXT, '关于数据的说明', TEXT];
    const bookmarks = named.map((title) => ({ title, depth: 1, page: 1 }));
    expect(outlineOf([parts]).decisions.map(({ weight }) => weight)).toEqual([0, 0, 0]);
    expect(outlineOf([parts], { bookmarks }).headings).toEqual([]);
  });
});

describe("the report's own title above the text", () => {
  const titlesOf = (first: string, ...more: readonly string[]) => {
    const runs = [run(first, 104, 60, { size: 22, fontName: 'SimHei' })];
    let y = 100;
    for (const part of [...more, '#一、总览', TEXT, '#二、布局', TEXT]) {
      const made = part.startsWith('#')
        ? [run(part.slice(1), 104, y, { size: 16, fontName: 'SimHei' })]
        : paragraph(part, y);
      runs.push(...made);
      y += 24 * made.length + 6;
    }
    const content = page(runs);
    const lines = assembleLines(content.runs);
    const measures = learnMeasures([content], [lines]);
    const outline = findHeadings({
      lines,
      contents: [],
      contentsPages: new Set(),
      labels: ['1'],
      measures,
      isDark: darknessTest(lines, measures),
    });
    return matters(outline).map(([title]) => title);
  };

  it('is no chapter; a number or a title of front matter makes it one', () => {
    expect(titlesOf('产业发展报告', TEXT)).toEqual(['一、总览', '二、布局']);
    expect(titlesOf('前言', TEXT)).toEqual(['前言', '一、总览', '二、布局']);
  });
});
