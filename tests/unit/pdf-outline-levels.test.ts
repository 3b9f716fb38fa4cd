import { describe, expect, it } from 'vitest';
import { readNumber } from '../../scripts/ingest/genre/numbering.ts';
import { learnMeasures } from '../../scripts/ingest/readers/pdf/lines/learn-measures.ts';
import { assignLevels } from '../../scripts/ingest/readers/pdf/outline/heading-levels.ts';
import type { LevelInput } from '../../scripts/ingest/readers/pdf/outline/level-input.ts';
import { judgeLines } from '../../scripts/ingest/readers/pdf/outline/judge-lines.ts';
import { line, page } from '../support/pdf-page-content.ts';

type More = Partial<LevelInput> & { readonly size?: number; readonly bold?: boolean; readonly font?: string };

/** A heading by its text; its size is 12 points. */
function head(text: string, more: More = {}): LevelInput {
  const { size = 12, bold = true, font = 'SimHei', ...rest } = more;
  return {
    number: readNumber(text),
    style: { size, bold, font },
    indent: null,
    beside: false,
    depths: new Map(),
    ...rest,
  };
}
const levels = (...headings: readonly LevelInput[]) =>
  assignLevels(headings).levels.map(({ level }) => level);
const lastOf = (...headings: readonly LevelInput[]) => assignLevels(headings).levels.at(-1);

describe('levels of numbered headings', () => {
  it('go as deep as the numberings do', () => {
    expect(levels(head('第一章'), head('一、甲'), head('（一）甲'), head('1.甲'), head('（1）甲'))).toEqual([
      1, 2, 3, 4, 5,
    ]);
  });

  it('do not count what stands beside the chapters, which is of the first', () => {
    expect(levels(head('一、前言', { beside: true }), head('（一）甲'))).toEqual([1, 1]);
    expect(
      levels(head('一、甲'), head('（一）甲'), head('参考文献', { beside: true, indent: 130, size: 8 })),
    ).toEqual([1, 2, 1]);
    expect(lastOf(head('前言', { beside: true }))?.reason).toBe('stands beside the chapters');
  });

  it('are not decided by sizes that are not known', () => {
    expect(levels(head('（一）甲', { style: null }), head('1.甲', { size: 14 }))).toEqual([1, 2]);
  });
});

describe('levels of headings without a number, by the indent of their entry', () => {
  const numbered = [head('一、甲', { indent: 90 }), head('（一）甲', { indent: 110 })];
  const at = (indent: number) => lastOf(...numbered, head('总体', { indent }));

  it('are those of numbered ones within four points', () => {
    expect([90, 94, 106, 114, 86].map((indent) => at(indent)?.level)).toEqual([1, 1, 2, 2, 1]);
    expect(at(94)?.reason).toBe('its entry is indented like a numbered one');
  });

  it('are their rank among all others', () => {
    expect([94.1, 114.1, 80].map((indent) => at(indent)?.level)).toEqual([2, 3, 1]);
    const ranked = (...indents: readonly number[]) =>
      lastOf(...indents.map((indent) => head('总体', { indent })))?.level;
    expect([ranked(90, 110), ranked(94, 90, 110), ranked(95, 90, 110), ranked(90, 90, 110)]).toEqual([
      2, 2, 3, 2,
    ]);
    expect(
      lastOf(
        head('总体'),
        head('一、甲', { indent: null }),
        head('总体', { indent: 94 }),
        head('总体', { indent: 98 }),
      )?.level,
    ).toBe(1);
  });
});

describe('levels of headings without a number or an entry', () => {
  const numbered = [
    head('一、甲', { size: 18 }),
    head('（一）甲', { size: 14 }),
    head('1.甲', { size: 14, font: 'KaiTi' }),
  ];
  const like = (more: More) => lastOf(...numbered, head('总体', more))?.level;

  it('are those of numbered ones that are set alike', () => {
    expect([like({ size: 14 }), like({ size: 14, font: 'KaiTi' }), like({ size: 18 })]).toEqual([2, 3, 1]);
    expect(lastOf(...numbered, head('总体', { size: 14 }))?.reason).toBe('set like a numbered heading');
  });

  it('are told by size where one thing of the setting differs', () => {
    const differing = [
      { size: 14, bold: false },
      { size: 14, font: 'SimSun' },
      { size: 18, bold: false },
      { size: 16 },
      { size: 20 },
      { size: 12 },
    ];
    expect(differing.map(like)).toEqual([2, 2, 1, 2, 1, 4]);
  });

  it('are inside of all that have a number where those of several levels are set alike, or in its size', () => {
    const [outer, inner] = [head('一、甲'), head('（一）甲')];
    expect(levels(outer, inner, head('乙'))).toEqual([1, 2, 3]);
    expect(levels(outer, inner, head('乙', { font: 'SimSun' }))).toEqual([1, 2, 3]);
    expect(levels(outer, head('（一）甲', { size: 11 }), head('乙'))).toEqual([1, 2, 1]);
    expect(levels(outer, head('（一）甲', { size: 11 }), head('乙', { font: 'SimSun' }))).toEqual([1, 2, 1]);
  });

  it('are told by size alone where no heading has a number', () => {
    expect(
      levels(
        head('甲', { size: 14 }),
        head('乙', { size: 18 }),
        head('丙', { size: 12 }),
        head('丁', { size: 14 }),
      ),
    ).toEqual([2, 1, 3, 2]);
    expect(
      levels(
        head('甲', { size: 18 }),
        head('乙', { size: 16 }),
        head('一、丙', { size: 14 }),
        head('丁', { size: 12 }),
      ),
    ).toEqual([1, 1, 1, 4]);
    expect(levels(head('甲', { style: null }), head('乙', { style: null }))).toEqual([1, 1]);
  });

  it('are those that a witness gives most of the numbered ones of its depth', () => {
    const deep = (text: string, depth: number, size: number) =>
      head(text, { size, depths: new Map([['bookmarks', depth]]) });
    const known = [
      deep('一、甲', 3, 18),
      deep('（一）甲', 3, 14),
      deep('（二）甲', 3, 14),
      deep('二、甲', 2, 18),
    ];
    expect(lastOf(...known, deep('总体', 3, 11))).toEqual({
      level: 2,
      reason: 'bookmarks put it beside numbered headings',
    });
    expect(lastOf(...known, deep('总体', 2, 11))?.level).toBe(1);
    expect(lastOf(...known, deep('总体', 4, 11))?.level).toBe(3);
  });
});

describe('lines beside the body', () => {
  const measures = { ...learnMeasures([page([])], [[]]), bodySize: 50, leading: 20, bodyFont: 'FangSong' };
  const judge = (size: number, y = 100, more: Parameters<typeof line>[3] = {}) =>
    judgeLines(
      [line('上', 80, 73, { size: 50 }), line('下', 80, y, { size, ...more })],
      measures,
      ({ bold }) => bold,
    ).at(-1);

  it('are larger by six hundredths, and smaller by more than six', () => {
    expect([53, 52.5].map((size) => judge(size)?.larger)).toEqual([true, false]);
    expect([47, 46.5].map((size) => judge(size)?.smaller)).toEqual([false, true]);
  });

  it('are set off by size, weight or font, unless they are smaller', () => {
    const distinct = (size: number, more = {}) => judge(size, 100, more)?.distinct;
    expect([
      distinct(53),
      distinct(50),
      distinct(50, { bold: true }),
      distinct(50, { fontName: 'KaiTi' }),
      distinct(40, { bold: true }),
    ]).toEqual([true, false, true, true, false]);
  });

  it('stand apart from the line above at 1.35 times the leading, on one page', () => {
    expect([judge(50, 100)?.spaced, judge(50, 99.9)?.spaced, judge(50, 200, { page: 2 })?.spaced]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('have the place that they have in their column', () => {
    const columns = { ...measures, edges: [{ left: 80, right: 330 }] };
    const [full] = judgeLines([line('文文文文文', 80, 100, { size: 50 })], columns, () => false);
    const [centred] = judgeLines(
      [line('文', 180, 100, { size: 40 })],
      { ...columns, edges: [{ left: 80, right: 320 }] },
      () => false,
    );
    expect([full?.full, full?.centred, full?.indented]).toEqual([true, false, false]);
    expect([centred?.full, centred?.centred, centred?.indented]).toEqual([false, true, true]);
  });
});

describe('levels of composed numbers', () => {
  it('stay inside of what they count in, where contents begin both alike', () => {
    const letters = ['甲', '乙', '丙', '丁'].map((text) => head(text, { indent: 90 }));
    const host = head('7.戊', { indent: 90 });
    const others = ['1', '2', '3', '4'].map((text) => head(`9.${text} 庚`, { indent: 110 }));
    expect(
      levels(...letters, host, head('7.1 己', { indent: 90 }), head('9.己', { indent: 90 }), ...others)[5],
    ).toBe(2);
    expect(
      levels(...letters, host, head('6.1 己', { indent: 90 }), head('9.己', { indent: 90 }), ...others)[5],
    ).toBe(1);
  });
});
