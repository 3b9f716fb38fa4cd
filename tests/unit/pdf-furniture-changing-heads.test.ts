/** Heads that name the section of their page, on either side of what tells them from the first lines of text. */
import { describe, expect, it } from 'vitest';
import { findChangingHeads } from '../../scripts/ingest/readers/pdf/furniture/changing-heads.ts';
import { labelsWithContents } from '../../scripts/ingest/readers/pdf/furniture/labels-of-contents.ts';
import { findFurniture } from '../../scripts/ingest/readers/pdf/furniture/find-furniture.ts';
import { assembleLines } from '../../scripts/ingest/readers/pdf/lines/assemble-lines.ts';
import { learnMeasures } from '../../scripts/ingest/readers/pdf/lines/learn-measures.ts';
import type { GlyphRun } from '../../scripts/ingest/readers/pdf/glyphs/page-content.ts';
import { line, page, paragraph, run } from '../support/pdf-page-content.ts';

const BODY = '数据要素市场建设取得明显成效，流通规模持续扩大。'.repeat(6);
const SECTIONS = ['规模', '规模', '结构', '结构', '结构', '展望', '展望', '展望'];

interface Setting {
  /** Baselines of the head and of the text's first line. */
  readonly y?: number;
  readonly text?: number;
  readonly head?: Partial<GlyphRun>;
}

/** The heads found on pages of which these are the heads; '' for a page without one. */
function headsOf(heads: readonly string[], { y = 60, text = 100, head = {} }: Setting = {}): string[] {
  const pages = heads.map((title, index) =>
    page([
      ...(title === '' ? [] : [run(title, 260, y, { page: index + 1, ...head })]),
      ...paragraph(BODY, text, { page: index + 1 }),
    ]),
  );
  const lines = pages.map((each) => assembleLines(each.runs));
  const ids = findChangingHeads(pages, lines, learnMeasures(pages, lines), new Set());
  return lines.flat().flatMap((each) => (ids.has(each.id) ? [each.text] : []));
}

describe('heads that change', () => {
  it('are found by their place, at the top and at the foot, whatever their section is called', () => {
    expect(headsOf(SECTIONS)).toEqual(SECTIONS);
    expect(headsOf(SECTIONS, { y: 800 })).toEqual(SECTIONS);
  });

  it('may stand on a quarter of the pages, on four at least', () => {
    const some = (count: number, blank: number) => [
      ...SECTIONS.slice(0, count),
      ...Array<string>(blank).fill(''),
    ];
    expect(headsOf(some(4, 12))).toHaveLength(4);
    expect(headsOf(some(4, 13))).toEqual([]);
    expect(headsOf(SECTIONS.slice(0, 3))).toEqual([]);
  });

  it('are no first lines of text: they stand one and a half leadings above it', () => {
    expect(headsOf(SECTIONS, { y: 100 - 36 })).toHaveLength(8);
    expect(headsOf(SECTIONS, { y: 100 - 35 })).toEqual([]);
  });

  it('stand as near as any line where the number of the page stands in their row', () => {
    const pages = SECTIONS.map((title, index) =>
      page([
        run(title, 80, 110, { page: index + 1 }),
        run(String(index + 1), 500, 110, { page: index + 1 }),
        ...paragraph(BODY, 134, { page: index + 1 }),
      ]),
    );
    const lines = pages.map((each) => assembleLines(each.runs));
    const { claims } = findFurniture({ pages, lines, measures: learnMeasures(pages, lines) });
    expect(claims.filter(({ kind }) => kind === 'header').map(({ text }) => text)).toEqual(SECTIONS);
  });

  it('stand 14 % below the upper edge of the page at most', () => {
    // Of a line of twelve points the box ends an eighth below the baseline.
    const bottom = 0.14 * 842;
    expect(headsOf(SECTIONS, { y: bottom - 1.5, text: 180 })).toHaveLength(8);
    expect(headsOf(SECTIONS, { y: bottom - 1.3, text: 180 })).toEqual([]);
  });

  it('are no titles of slides: a tenth larger than the body at most', () => {
    expect(headsOf(SECTIONS, { head: { size: 13.2 } })).toHaveLength(8);
    expect(headsOf(SECTIONS, { head: { size: 13.3 } })).toEqual([]);
  });

  it('say what other pages say, six of ten at least', () => {
    expect(headsOf(['规模', '规模', '规模', '结构', '展望'])).toHaveLength(5);
    expect(headsOf(['规模', '规模', '需求', '结构', '展望'])).toEqual([]);
  });

  it('are told without their number, their sign and the number of the page', () => {
    expect(headsOf(['§1.1 规模', '1.1 规模 12', '§1.2 结构', '1.2 结构 14'])).toHaveLength(4);
  });

  it('have words: numbers at one place are cells of a table', () => {
    expect(headsOf(['1,234', '1,234', '5,678', '5,678'])).toEqual([]);
  });

  it('leave the text', () => {
    const pages = SECTIONS.map((title, index) =>
      page([run(title, 260, 60, { page: index + 1 }), ...paragraph(BODY, 140, { page: index + 1 })]),
    );
    const lines = pages.map((each) => assembleLines(each.runs));
    const { claims } = findFurniture({ pages, lines, measures: learnMeasures(pages, lines) });
    expect(claims.map(({ kind }) => kind)).toEqual(Array(8).fill('header'));
  });
});

describe('a line of the margin that a writer marks as ornament', () => {
  it('is a label on the first page, a head on others', () => {
    const pages = [1, 2, 3, 4].map((number) =>
      page([
        run(number === 2 ? '专题研究' : '证券快讯', 400, 60, { page: number, artifact: number < 3 }),
        ...paragraph(BODY, 100, { page: number }),
      ]),
    );
    const lines = pages.map((each) => assembleLines(each.runs));
    const { claims } = findFurniture({
      pages: pages.slice(0, 2),
      lines: lines.slice(0, 2),
      measures: learnMeasures(pages, lines),
    });
    expect(claims.map(({ kind, text }) => [kind, text])).toEqual([
      ['cover', '证券快讯'],
      ['header', '专题研究'],
    ]);
  });
});

describe('labels that contents tell', () => {
  const entry = (text: string, label: string) =>
    ({ text, label, indent: 90, page: 1, target: null, list: 'headings' }) as const;
  const labelsOf = (
    labels: readonly string[],
    texts: readonly (readonly string[])[],
    ...named: ReturnType<typeof entry>[]
  ) =>
    labelsWithContents(
      labels,
      { entries: named, pages: new Set([1]) },
      texts.map((page, index) => page.map((text, at) => line(text, 90, 100 + 24 * at, { page: index + 1 }))),
    );

  it('are those of pages without one on which just one page name is given', () => {
    const texts = [['前言'], ['前言'], ['一、规模', '二、结构'], ['三、展望']];
    expect(labelsOf(['', '', '', '2'], texts, entry('前言', 'i'), entry('三、展望', '9'))).toEqual([
      '',
      'i',
      '',
      '2',
    ]);
    expect(labelsOf(['', '', '', ''], texts, entry('一、规模', '1'), entry('二、结构', '1'))).toEqual([
      '',
      '',
      '1',
      '',
    ]);
    expect(labelsOf(['', '', '', ''], texts, entry('一、规模', '1'), entry('二、结构', '2'))).toEqual([
      '',
      '',
      '',
      '',
    ]);
  });

  it('are none where two pages say the same', () => {
    expect(labelsOf(['', '', ''], [['目录'], ['前言'], ['前言']], entry('前言', 'i'))).toEqual(['', '', '']);
  });
});
