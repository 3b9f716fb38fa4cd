import { describe, expect, it } from 'vitest';
import { assembleLines } from '../../scripts/ingest/readers/pdf/lines/assemble-lines.ts';
import { readContentsPages } from '../../scripts/ingest/readers/pdf/furniture/contents-pages.ts';
import { isoDate } from '../../scripts/ingest/genre/dates.ts';
import { readCover } from '../../scripts/ingest/readers/pdf/furniture/cover.ts';
import { findFurniture } from '../../scripts/ingest/readers/pdf/furniture/find-furniture.ts';
import { learnMeasures } from '../../scripts/ingest/readers/pdf/lines/learn-measures.ts';
import { findPrintedLabels } from '../../scripts/ingest/readers/pdf/furniture/printed-labels.ts';
import type { GlyphRun, PageContent } from '../../scripts/ingest/readers/pdf/glyphs/page-content.ts';
import { line, page, paragraph, run } from '../support/pdf-page-content.ts';

const BODY = '数据要素市场建设取得明显成效，流通规模持续扩大。'.repeat(6);
const linesOf = (pages: readonly PageContent[]) => pages.map((each) => assembleLines(each.runs));
const furnitureOf = (pages: readonly PageContent[]) => {
  const lines = linesOf(pages);
  return findFurniture({ pages, lines, measures: learnMeasures(pages, lines) });
};
const bodyPage = (number: number, extra: readonly GlyphRun[]) =>
  page([...paragraph(BODY, 120, { page: number }), ...extra]);

describe('printed labels', () => {
  it('are read with any trimmings, Roman and Arabic, and only where they count on', () => {
    const texts = ['— 1 —', '— 2 —', '第 3 页', '2000'];
    const pages = texts.map((text, index) => page([run(text, 280, 800, { page: index + 1, size: 9 })]));
    expect(findPrintedLabels(pages, linesOf(pages)).labels).toEqual(['1', '2', '3', '']);
    const roman = ['i', 'ii', 'iii'].map((text, index) =>
      page([run(text, 290, 805, { page: index + 1, size: 9 })]),
    );
    expect(findPrintedLabels(roman, linesOf(roman)).labels).toEqual(['i', 'ii', 'iii']);
  });

  it('are counted for pages between two that count on over them, and for no others', () => {
    const labelsOf = (...texts: readonly string[]) => {
      const pages = texts.map((text, index) => page([run(text, 280, 800, { page: index + 1, size: 9 })]));
      return findPrintedLabels(pages, linesOf(pages)).labels;
    };
    expect(labelsOf('题', '1', '题', '3', '题', '题', '6', '题')).toEqual([
      '',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '',
    ]);
    // Numbers that begin anew do not count on over the page between them.
    expect(labelsOf('7', '8', '题', '1', '2')).toEqual(['7', '8', '', '1', '2']);
    expect(labelsOf('i', 'ii', '题', 'iv')).toEqual(['i', 'ii', '', 'iv']);
  });
});

describe('running text', () => {
  it('leaves the body, whether it repeats or only stands small at one height', () => {
    const chapters = ['第一章 总体态势', '第一章 总体态势', '第二章 政策布局', '第三章 展望', '第三章 展望'];
    const pages = chapters.map((text, index) =>
      bodyPage(index + 1, [run(text, 250, 52, { page: index + 1, size: 9 })]),
    );
    const { claims, lines } = furnitureOf(pages);
    expect(claims.filter((claim) => claim.kind === 'header').map((claim) => claim.page)).toEqual([
      1, 2, 3, 4, 5,
    ]);
    expect(lines.flat().every((each) => !each.text.includes('章'))).toBe(true);
  });

  it('never takes what mid-page says on as many pages, and happens to begin some', () => {
    const headers = (inText: number) => {
      const pages = [1, 2, 3, 4, 5, 6, 7].map((number) =>
        bodyPage(number, [run('（1）定位', 80, number > inText ? 90 : 400, { page: number })]),
      );
      return furnitureOf(pages).claims.filter((claim) => claim.kind === 'header').length;
    };
    expect([headers(3), headers(4)]).toEqual([4, 0]);
  });

  it('takes what differs in its number alone where it is no larger than the text, as heads are', () => {
    const headers = (size: number) => {
      const pages = ['4.1', '4.2', '4.3', '4.4'].map((number, index) =>
        bodyPage(index + 1, [run(`${number} Version`, 80, 60, { page: index + 1, size })]),
      );
      return furnitureOf(pages).claims.filter((claim) => claim.kind === 'header').length;
    };
    expect([headers(13), headers(13.5)]).toEqual([4, 0]);
  });

  it('never takes the word CHAPTER above a number that is set larger', () => {
    const headers = (size: number, word: string) => {
      const pages = ['ONE', 'TWO', 'THREE'].map((number, index) =>
        bodyPage(index + 1, [
          run(word, 400, 60, { page: index + 1 }),
          run(number, 430, 84, { page: index + 1, size }),
        ]),
      );
      return furnitureOf(pages).claims.filter((claim) => claim.kind === 'header').length;
    };
    expect([headers(13.3, 'CHAPTER'), headers(13.1, 'CHAPTER'), headers(13.3, 'REPORT')]).toEqual([0, 3, 3]);
  });

  it('never takes notes that read alike on many pages, nor slides of one template', () => {
    const noted = [1, 2, 3, 4].map((number) =>
      bodyPage(number, [
        run('①', 400, 140, { page: number, size: 7 }),
        run('①数据来源：公开资料。', 80, 760, { page: number, size: 9 }),
      ]),
    );
    expect(furnitureOf(noted).claims.filter((claim) => claim.kind === 'footer')).toEqual([]);
    const slides = [1, 2, 3, 4].map((number) =>
      page([
        run('趋势', 60, 200, { page: number, size: 40 }),
        run('要点一', 90, 300, { page: number, size: 28 }),
      ]),
    );
    expect(furnitureOf(slides).claims.filter((claim) => claim.kind === 'watermark')).toEqual([]);
  });
});

describe('numbers at the same place on many pages', () => {
  const numbers = ['64,238,946', '73,413,348', '12,345,678', '98,765,432'];
  const onPages = (make: (number: string, at: number) => readonly GlyphRun[]): readonly PageContent[] =>
    numbers.map((number, index) => bodyPage(index + 1, make(number, index + 1)));

  it('are cells of tables, in mid-page and in the margin: never furniture', () => {
    const pages = onPages((number, at) => [
      run(number, 300, 500, { page: at }),
      run(number, 300, 70, { page: at }),
      run('（1-9月）', 400, 540, { page: at }),
    ]);
    const { claims, lines } = furnitureOf(pages);
    expect(claims).toEqual([]);
    expect(lines.flat().filter(({ text }) => numbers.includes(text))).toHaveLength(8);
  });

  it('do not keep a head with words from being one', () => {
    const pages = onPages((_, at) => [run(`季度报告 ${String(at)}/17`, 250, 60, { page: at, size: 9 })]);
    expect(furnitureOf(pages).claims.map(({ kind }) => kind)).toEqual(Array(4).fill('header'));
  });
});

describe('words at the same place in mid-page on many pages', () => {
  const kindsOf = (
    style: Partial<GlyphRun>,
    words: (at: number) => string = () => '内部资料',
  ): readonly string[] =>
    furnitureOf(
      [1, 2, 3, 4].map((at) => bodyPage(at, [run(words(at), 200, 500, { page: at, ...style })])),
    ).claims.map(({ kind }) => kind);

  it('are a watermark only with a second witness: paint, or a mark as an artifact', () => {
    expect(kindsOf({})).toEqual([]);
    expect(kindsOf({ color: '#d9d9d9' })).toEqual(Array(4).fill('watermark'));
    expect(kindsOf({ artifact: true })).toEqual(Array(4).fill('watermark'));
  });

  it('must be the very same words', () => {
    expect(kindsOf({ color: '#d9d9d9' }, (at) => `内部资料${String(at)}`)).toEqual([]);
  });
});

describe('contents pages', () => {
  const entry = (text: string, y: number, x = 90) => run(text, x, y, { size: 12 });
  const read = (runs: readonly GlyphRun[]) =>
    readContentsPages([page(runs)], [assembleLines(runs)], new Set());

  it('give entries with their labels, whatever the leader', () => {
    const { entries, claims } = read([
      run('目 录', 270, 80, { size: 16 }),
      entry('一、总体态势......................1', 120),
      entry('（一）规模. . . . . . . . . . . . 2', 140, 114),
      entry('二、展望……………………………12', 160),
    ]);
    expect(entries.map((each) => [each.text, each.label])).toEqual([
      ['一、总体态势', '1'],
      ['（一）规模', '2'],
      ['二、展望', '12'],
    ]);
    expect(claims).toHaveLength(4);
  });

  it('join an entry over two lines, whether its label stands at the end or on the first line', () => {
    const { entries } = read([
      run('目录', 270, 80, { size: 16 }),
      entry('（一）加强数字领域国际合作交流，携手构建网络空间命运共同', 120, 150),
      entry('体.....................................................54', 140, 150),
      entry('（二）谁来付费，病害预警与深水网箱协同推进的三种路......55', 160, 150),
      entry('径比较', 180, 150),
      entry('第二篇', 200, 270),
      entry('三、数字基础设施有力支撑经济社会发展的总体情况..........60', 220, 150),
    ]);
    expect(entries.map((each) => [each.text, each.label])).toEqual([
      ['（一）加强数字领域国际合作交流，携手构建网络空间命运共同体', '54'],
      ['（二）谁来付费，病害预警与深水网箱协同推进的三种路径比较', '55'],
      ['第二篇', ''],
      ['三、数字基础设施有力支撑经济社会发展的总体情况', '60'],
    ]);
  });
});

describe('the cover', () => {
  it('tells title, number, publisher and date, in the spelling of the running head', () => {
    const cover = [
      line('No.202412', 450, 120, { size: 11 }),
      line('数 据 要 素', 100, 300, { size: 26 }),
      line('白 皮 书', 100, 340, { size: 26 }),
      line('(2024年)', 220, 400, { size: 18 }),
      line('某某数字经济研究院', 200, 700, { size: 16 }),
      line('2024年12月', 250, 730, { size: 16 }),
    ];
    expect(readCover(cover, ['数据要素白皮书（2024年）'])).toEqual({
      title: '数据要素白皮书（2024年）',
      publisher: '某某数字经济研究院',
      number: 'No.202412',
      date: '2024-12',
    });
  });

  it('reads dates as precisely as they are printed', () => {
    expect(['2024年12月11日', '二〇二四年十一月', '2023 年', '十二月'].map(isoDate)).toEqual([
      '2024-12-11',
      '2024-11',
      '2023',
      undefined,
    ]);
  });
});
