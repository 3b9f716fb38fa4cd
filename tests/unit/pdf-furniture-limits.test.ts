/** Contents pages, covers and weights of fonts on either side of what tells them apart. */
import { describe, expect, it } from 'vitest';
import { readContentsPages } from '../../scripts/ingest/readers/pdf/furniture/contents-pages.ts';
import { isBackCover, isCoverLike } from '../../scripts/ingest/readers/pdf/furniture/cover.ts';
import { findFurniture } from '../../scripts/ingest/readers/pdf/furniture/find-furniture.ts';
import { checkTextRecoverable } from '../../scripts/ingest/readers/pdf/gate/gate-text.ts';
import { markThickened } from '../../scripts/ingest/readers/pdf/glyphs/mark-thickened.ts';
import type { GlyphRun, PageContent } from '../../scripts/ingest/readers/pdf/glyphs/page-content.ts';
import { assembleLines } from '../../scripts/ingest/readers/pdf/lines/assemble-lines.ts';
import { learnMeasures } from '../../scripts/ingest/readers/pdf/lines/learn-measures.ts';
import { A4, line, page, paragraph, run } from '../support/pdf-page-content.ts';

const linesOf = (pages: readonly PageContent[]) => pages.map((each) => assembleLines(each.runs));
const BODY = '数据要素市场建设取得明显成效，流通规模持续扩大。'.repeat(6);
const bodyPage = (number: number): PageContent => page(paragraph(BODY, 120, { page: number }));
const measures = learnMeasures([bodyPage(1)], linesOf([bodyPage(1)]));

describe('contents pages', () => {
  const contentsOf = (...texts: readonly (readonly string[])[]) => {
    const pages = texts.map((rows, index) =>
      page(rows.map((text, row) => run(text, 90, 100 + 24 * row, { page: index + 1 }))),
    );
    return readContentsPages(pages, linesOf(pages), new Set());
  };
  const entries = (count: number, from = 1): string[] =>
    Array.from(
      { length: count },
      (_, index) => `第${String(from + index)}节规模......${String(from + index)}`,
    );

  it('go on over a page while half of its rows are entries, and no further', () => {
    const first = ['目录', ...entries(4)];
    expect([...contentsOf(first, ['正文一', '正文二', ...entries(2, 5)]).pages]).toEqual([1, 2]);
    expect([...contentsOf(first, ['正文一', '正文二', '正文三', ...entries(2, 5)]).pages]).toEqual([1]);
  });

  it('may end above the text of their last page', () => {
    const { claims, entries: found } = contentsOf(
      ['目录', ...entries(4)],
      [...entries(1, 5), '正文一', '正文二', '正文三'],
    );
    expect(found.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5']);
    expect(claims.filter((claim) => claim.page === 2).map(({ text }) => text)).toEqual([...entries(1, 5)]);
  });

  it('need no title where four rows have leaders; three may stand in a text', () => {
    expect([...contentsOf(entries(4)).pages]).toEqual([1]);
    expect([...contentsOf(entries(3)).pages]).toEqual([]);
  });

  it('need neither title nor leaders where four rows with a page are links; rows without a page may link anywhere', () => {
    const linked = (...texts: readonly string[]) => {
      const runs = texts.map((text, row) => run(text, 90, 100 + 24 * row));
      const links = runs.map(({ box }, index) => ({ url: '', target: index + 2, box }));
      const content = { ...page(runs), links };
      return readContentsPages([content], linesOf([content]), new Set()).entries.map(({ label }) => label);
    };
    expect(linked('Foreword 3', 'Summary 8', 'Concepts 10', 'Standards 45')).toEqual(['3', '8', '10', '45']);
    expect(linked('Foreword 3', 'Summary 8', 'Concepts 10')).toEqual([]);
    expect(linked('Foreword', 'Summary', 'Concepts', 'Standards')).toEqual([]);
    expect([...contentsOf(['Foreword 3', 'Summary 8', 'Concepts 10', 'Standards 45']).pages]).toEqual([]);
  });

  it('without a title hold more entries than other rows', () => {
    const others = ['正文一', '正文二', '正文三', '正文四'];
    expect([...contentsOf([...others, ...entries(4)]).pages]).toEqual([1]);
    expect([...contentsOf([...others, '正文五', ...entries(4)]).pages]).toEqual([]);
  });

  it('take a last number without a leader for a label only between the labels around it', () => {
    const rows = (number: string) => [
      run('目录', 150, 60, { size: 16 }),
      run('一、规模....................50', 90, 100),
      run(`二、加强国际合作交流与协同治理${number}`, 78, 124),
      run('三、展望....................60', 90, 148),
    ];
    const labelsOf = (number: string) => {
      const content = page(rows(number));
      return readContentsPages([content], linesOf([content]), new Set()).entries.map(({ label }) => label);
    };
    expect(labelsOf('54')).toEqual(['50', '54', '60']);
    expect(labelsOf('99')).not.toContain('99');
    expect(labelsOf('12')).not.toContain('12');
  });

  it('are none of an index: commas part most of their words from the pages', () => {
    const pagesOf = (commas: number) =>
      contentsOf(
        ['规模', '结构', '布局', '展望'].map(
          (word, at) => `${word}${at < commas ? '，' : ''}......${String(at)}`,
        ),
      ).entries.length;
    expect([pagesOf(1), pagesOf(2)]).toEqual([4, 0]);
  });
});

describe('small lines that differ from page to page', () => {
  const HEADS = ['总体态势', '政策布局', '产业规模', '国际合作', '未来展望'];
  const headPages = (count: number): readonly number[] => {
    const pages = Array.from({ length: 10 }, (_, index) => {
      const number = index + 1;
      const head = HEADS.slice(0, count)[index];
      const small = head === undefined ? [] : [run(head, 250, 52, { page: number, size: 9 })];
      return page([...paragraph(BODY, 120, { page: number }), ...small]);
    });
    return findFurniture({ pages, lines: linesOf(pages), measures }).claims.flatMap((claim) =>
      claim.kind === 'header' ? [claim.page] : [],
    );
  };

  it('are running heads where two fifths of the pages have one at the height', () => {
    expect(headPages(4)).toEqual([1, 2, 3, 4]);
    expect(headPages(3)).toEqual([]);
  });
});

describe('covers', () => {
  it('are the first four pages with little text, and no more', () => {
    const half = (number: number) => page([run('某某研究报告', 200, 300, { page: number, size: 26 })]);
    const pages = [1, 2, 3, 4, 5].map(half).concat([6, 7, 8].map(bodyPage));
    const { claims } = findFurniture({ pages, lines: linesOf(pages), measures });
    expect([...new Set(claims.filter(({ kind }) => kind === 'cover').map((claim) => claim.page))]).toEqual([
      1, 2, 3, 4,
    ]);
  });

  it('are looked for in files of four pages and more, up to a page with the title of a part', () => {
    const title = (number: number, text: string) => page([run(text, 200, 300, { page: number, size: 26 })]);
    const coversOf = (...pages: readonly PageContent[]) =>
      findFurniture({ pages, lines: linesOf(pages), measures }).claims.flatMap((claim) =>
        claim.kind === 'cover' ? [claim.page] : [],
      );
    const report = title(1, '某某研究报告');
    expect(coversOf(report, bodyPage(2), bodyPage(3), bodyPage(4))).toEqual([1]);
    expect(coversOf(report, bodyPage(2), bodyPage(3))).toEqual([]);
    expect(coversOf(report, title(2, '前言'), bodyPage(3), bodyPage(4))).toEqual([1]);
  });

  it('hold no two full lines in a row', () => {
    const full = '某'.repeat(36);
    expect(
      isCoverLike(
        [full, full].map((text, row) => line(text, 80, 100 + 24 * row)),
        measures,
      ),
    ).toBe(false);
    const parted = [full, '某某', full].map((text, row) => line(text, 80, 100 + 24 * row));
    expect(isCoverLike(parted, measures)).toBe(true);
  });

  it('hold at most 320 characters', () => {
    const short = (count: number) =>
      Array.from({ length: count / 20 }, (_, index) => line('某'.repeat(20), 200, 100 + 20 * index));
    expect(isCoverLike(short(320), measures)).toBe(true);
    expect(isCoverLike(short(340), measures)).toBe(false);
  });

  it('end with the address: two contacts, or one on a page without a number', () => {
    const address = [line('地址：某市某路1号', 200, 700)];
    const both = [...address, line('电话：010-12345678', 200, 720)];
    expect(isBackCover(address, measures, 'printed')).toBe(false);
    expect(isBackCover(address, measures, 'none')).toBe(true);
    expect(isBackCover(both, measures, 'printed')).toBe(true);
    expect(isBackCover([line('某某研究院', 200, 700)], measures, 'none')).toBe(false);
    expect(isBackCover([], measures, 'printed')).toBe(true);
  });

  it('are no address pages where much else is written', () => {
    const words = (count: number) =>
      Array.from({ length: count }, (_, index) => line('某'.repeat(20), 200, 100 + 20 * index));
    const contacts = [line('地址：某市', 200, 700), line('电话：010', 200, 720)];
    expect(isBackCover([...contacts, ...words(12)], measures, 'printed')).toBe(true);
    expect(isBackCover([...contacts, ...words(13)], measures, 'printed')).toBe(false);
  });

  it('may end with a text about the publisher, where only that page has no number', () => {
    const words = (count: number) =>
      Array.from({ length: count }, (_, index) => line('某'.repeat(20), 200, 100 + 20 * index));
    const contacts = [line('地址：某市', 200, 700), line('电话：010', 200, 720)];
    expect(isBackCover([...words(29), ...contacts], measures, 'leftOut')).toBe(true);
    expect(isBackCover([...words(30), ...contacts], measures, 'leftOut')).toBe(false);
    expect(isBackCover([...words(13), ...contacts], measures, 'none')).toBe(false);
    expect(isBackCover([...words(13), ...contacts.slice(1)], measures, 'leftOut')).toBe(false);
    const full = [100, 124].map((y) => line('某'.repeat(36), 80, y));
    expect(isBackCover([...full, ...contacts], measures, 'leftOut')).toBe(false);
  });
});

describe('two fonts of one name', () => {
  const CHARACTERS = '数据要素市场建设成效';
  const boldFonts = (pages: readonly (readonly GlyphRun[])[]) =>
    new Set(
      markThickened(pages.map((runs) => page(runs)))
        .flatMap(({ runs }) => runs)
        .flatMap((each) => (each.bold ? [each.fontId] : [])),
    );
  const body = (number: number, fontId: string, times = 4): GlyphRun =>
    run(CHARACTERS.repeat(times), 80, 200, { page: number, fontId });

  it('are two weights where the one stands on the pages of the other', () => {
    const head = run(CHARACTERS, 80, 100, { page: 1, fontId: 'second' });
    expect(boldFonts([[head, body(1, 'first')], [body(2, 'first')]])).toEqual(new Set(['second']));
  });

  it('are one font of files that were bound together where they stand on pages of their own', () => {
    const other = run(CHARACTERS, 80, 100, { page: 2, fontId: 'second' });
    expect(boldFonts([[body(1, 'first')], [other]])).toEqual(new Set());
  });

  it('are parts of one font where they hardly share characters', () => {
    const part = run('数据一二三四五六七八', 80, 100, { page: 1, fontId: 'second' });
    expect(boldFonts([[part, body(1, 'first')]])).toEqual(new Set());
    const weight = run('数据要一二三四五六七', 80, 100, { page: 1, fontId: 'second' });
    expect(boldFonts([[weight, body(1, 'first')]])).toEqual(new Set(['second']));
  });
});

describe('the check of the text layer', () => {
  /** 100 characters, so many of them Han that hardly any text uses. */
  const withRare = (count: number) =>
    checkTextRecoverable([page([run('𠀀'.repeat(count) + '数'.repeat(100 - count), A4.left, 100)])]);
  const withBad = (count: number) =>
    checkTextRecoverable([page([run('\u0001'.repeat(count) + '数'.repeat(1000 - count), A4.left, 100)])]);

  it('lets rare characters of names pass, and refuses what a wrong font map gives', () => {
    expect(withRare(10)).toEqual([]);
    expect(() => withRare(11)).toThrow(/hardly any text uses/u);
  });

  it('warns of some characters that are none, and refuses many', () => {
    expect(withBad(2)).toEqual([]);
    expect(withBad(3)).toMatchObject([{ ruleId: 'pdf/text-recoverable', severity: 'warning' }]);
    expect(withBad(15)).toHaveLength(1);
    expect(() => withBad(16)).toThrow(/are not characters/u);
  });

  it('judges no handful of characters', () => {
    const handful = (count: number) =>
      checkTextRecoverable([page([run('\u0001'.repeat(count), A4.left, 100)])]);
    expect(handful(49)).toEqual([]);
    expect(() => handful(50)).toThrow(/are not characters/u);
  });
});
