import { describe, expect, it } from 'vitest';
import { levelsOfStyles } from '../../scripts/ingest/genre/style-levels.ts';
import type { ContentsLine } from '../../scripts/ingest/readers/pdf/furniture/contents-pages.ts';
import type { Bookmark } from '../../scripts/ingest/readers/pdf/glyphs/file-facts.ts';
import { assembleLines } from '../../scripts/ingest/readers/pdf/lines/assemble-lines.ts';
import { learnMeasures } from '../../scripts/ingest/readers/pdf/lines/learn-measures.ts';
import { darknessTest } from '../../scripts/ingest/readers/pdf/lines/line-style.ts';
import type { GlyphRun } from '../../scripts/ingest/readers/pdf/glyphs/page-content.ts';
import { findHeadings } from '../../scripts/ingest/readers/pdf/outline/find-headings.ts';
import type { Outline, OutlineInput } from '../../scripts/ingest/readers/pdf/outline/find-headings.ts';
import { layOut, page, paragraph, run, type TextPart } from '../support/pdf-page-content.ts';

const TEXT =
  '从供给侧看，建设重心正由规模扩张转向效能提升，产业分工进一步细化，协同创新的格局初步形成。'.repeat(2);

/** Lays paragraphs (strings) and lines (objects) out below each other on one page, and reads the outline. */
function outlineOf(parts: readonly TextPart[], more: Partial<OutlineInput> = {}): Outline {
  const runs = layOut(parts, 60);
  const lines = assembleLines(runs);
  const measures = learnMeasures([page(runs)], [lines]);
  const isDark = darknessTest(lines, measures);
  return findHeadings({
    lines,
    contents: [],
    contentsPages: new Set(),
    labels: ['1'],
    measures,
    isDark,
    ...more,
  });
}
const titles = ({ headings }: Outline): readonly (readonly [number, string])[] =>
  headings.map(({ level, lines }) => [level, lines.map(({ text }) => text).join('')]);
const set = (text: string, style: Partial<GlyphRun> = {}): TextPart => ({ text, ...style });
const dark = { fontName: 'SimHei' };
const big = { size: 16, ...dark };
const bookmark = (title: string, depth = 1, at: number | null = 1): Bookmark => ({ title, depth, page: at });
const entry = (text: string, more: Partial<ContentsLine> = {}): ContentsLine => ({
  text,
  label: '1',
  indent: 90,
  page: 1,
  target: null,
  list: 'headings',
  ...more,
});

/** Four chapters that are headings by themselves, each with a paragraph. */
const CHAPTERS = ['一、态势', '二、布局', '三、问题', '四、建议'];
const chapters = (): readonly TextPart[] => CHAPTERS.flatMap((title) => [set(title, big), TEXT]);

describe('levels of headings', () => {
  it('follow size and containment: 1. over （一）', () => {
    const parts = ['1.总体', '（一）规模', '（二）结构', '2.建议', '（一）措施'].flatMap((text) => [
      set(text, { size: text.startsWith('（') ? 14 : 18, ...dark }),
      TEXT,
    ]);
    expect(titles(outlineOf(parts)).map(([level]) => level)).toEqual([1, 2, 2, 1, 2]);
  });

  it('tell people which numbering stands in which, and why', () => {
    const { styles } = outlineOf([set('1.总体', big), TEXT, set('（一）规模', dark), TEXT]);
    expect(styles).toEqual([{ outer: 'arabic', inner: 'hanParen', reason: 'size' }]);
    expect(levelsOfStyles([]).levels.size).toBe(0);
  });
});

describe('gaps in the numbering', () => {
  const gapped = (middle: TextPart): readonly TextPart[] => [
    set('一、态势', big),
    TEXT,
    middle,
    TEXT,
    set('三、建议', big),
    TEXT,
  ];

  it('are filled by the one line between that has the number, however it is set', () => {
    const outline = outlineOf(gapped(set('二、布局，及其变化')));
    expect(titles(outline)).toContainEqual([1, '二、布局，及其变化']);
    const decision = outline.decisions.find(({ text }) => text.startsWith('二、'));
    expect(decision?.claims.map(({ reason }) => reason)).toContain('fills the gap between 一、 and 三、');
  });

  it('are left where the line is a sentence, or where two lines have the number', () => {
    expect(titles(outlineOf(gapped(set('二、布局已经完成。'))))).toHaveLength(2);
    const twice = [
      ...gapped(set('二、布局，一')).slice(0, 4),
      set('二、布局，二'),
      TEXT,
      set('三、建议', big),
      TEXT,
    ];
    expect(titles(outlineOf(twice))).toHaveLength(2);
  });

  it('are none where the next number is the next', () => {
    const outline = outlineOf([
      set('一、态势', big),
      TEXT,
      set('一、布局，及其变化'),
      TEXT,
      set('二、建议', big),
      TEXT,
    ]);
    expect(titles(outline).map(([, text]) => text)).toEqual(['一、态势', '二、建议']);
  });
});

describe('bookmarks', () => {
  it('add headings of the body’s own setting where the others name headings', () => {
    const parts = [...chapters(), set('关于数据的说明'), TEXT];
    const bookmarks = [...CHAPTERS, '关于数据的说明'].map((title) => bookmark(title));
    expect(titles(outlineOf(parts))).toHaveLength(4);
    expect(titles(outlineOf(parts, { bookmarks }))).toHaveLength(5);
  });

  it('that are noise change nothing: a file name above all, cells, paragraphs, captions', () => {
    const parts = [...chapters(), set('甲地区'), TEXT, set('乙地区'), TEXT, set('图1 总体框架'), TEXT];
    const bookmarks = [
      bookmark('logo.pdf', 1, null),
      bookmark('图1 总体框架', 2),
      bookmark(TEXT, 2),
      ...['甲地区', '乙地区', '一、态势', '二、布局'].map((title) => bookmark(title, 2)),
    ];
    expect(titles(outlineOf(parts, { bookmarks }))).toEqual(titles(outlineOf(parts)));
  });

  it('are trusted only where there are enough of them', () => {
    const parts = [...chapters(), set('关于数据的说明'), TEXT];
    const few = ['一、态势', '二、布局', '关于数据的说明'].map((title) => bookmark(title));
    expect(titles(outlineOf(parts, { bookmarks: few }))).toHaveLength(4);
  });

  it('give the level of headings without a number, by their own count', () => {
    const parts = [...chapters(), set('（一）规模', big), TEXT, set('关于数据的说明', { bold: true }), TEXT];
    const bookmarks = [
      ...CHAPTERS.map((title) => bookmark(title, 2)),
      bookmark('（一）规模', 3),
      bookmark('关于数据的说明', 3),
    ];
    expect(titles(outlineOf(parts, { bookmarks })).at(-1)).toEqual([2, '关于数据的说明']);
  });
});

describe('tags and running heads', () => {
  const tagged = { tag: 'H2' };

  it('are no headings by themselves, but are with each other or a bookmark', () => {
    const parts = [...chapters(), set('关于数据的说明', tagged), TEXT];
    expect(titles(outlineOf(parts))).toHaveLength(4);
    const doubted = { bookmarks: [bookmark('关于数据的说明')] };
    expect(titles(outlineOf(parts, doubted))).toHaveLength(5);
    const heads = new Map([[2, ['关于数据的说明']]]);
    const distinct = [...chapters(), set('关于数据的说明', { ...tagged, fontName: 'KaiTi' }), TEXT];
    expect(titles(outlineOf(distinct))).toHaveLength(4);
    expect(titles(outlineOf(distinct, { heads }))).toHaveLength(5);
    expect(titles(outlineOf(distinct, { heads: new Map([[3, ['关于数据的说明']]]) }))).toHaveLength(4);
  });
});

describe('contents', () => {
  it('lead to the page that their entry links to, before the page that it names', () => {
    const first = [set('附录说明', { ...big, page: 1 }), TEXT];
    let y = 60;
    const runs = [1, 2].flatMap((number) => {
      y = 60;
      return first.flatMap((part) => {
        const made =
          typeof part === 'string'
            ? paragraph(part, y, { page: number })
            : [run(part.text, 104, y, { ...big, page: number })];
        y += 24 * made.length;
        return made;
      });
    });
    const pages = [1, 2].map((number) => page(runs.filter((each) => each.page === number)));
    const lines = pages.flatMap((each) => assembleLines(each.runs));
    const measures = learnMeasures(pages, [
      lines.filter((l) => l.page === 1),
      lines.filter((l) => l.page === 2),
    ]);
    const matched = (target: number | null): number | undefined =>
      findHeadings({
        lines,
        contents: [entry('附录说明', { label: '', target })],
        contentsPages: new Set(),
        labels: ['1', '2'],
        measures,
        isDark: darknessTest(lines, measures),
      }).decisions.find((each) => each.entry !== null)?.page;
    expect([matched(null), matched(2)]).toEqual([1, 2]);
  });

  it('name what has no heading, with the level that it would have', () => {
    const { entries } = outlineOf([set('一、态势', big), TEXT], {
      contents: [entry('一、态势'), entry('（一）规模', { indent: 110 }), entry('二、建议', { label: '9' })],
    });
    expect(entries.map(({ level, found, labelAgrees }) => [level, found, labelAgrees])).toEqual([
      [1, true, true],
      [2, false, false],
      [1, false, false],
    ]);
  });
});

describe('decisions', () => {
  it('explain why a line is no heading', () => {
    const { decisions } = outlineOf([
      ...chapters(),
      '主要包括：',
      set('（1）数据资源'),
      set('（2）数据产品'),
      TEXT,
    ]);
    const reasonOf = (text: string): string | undefined =>
      decisions.find((each) => each.text === text && !each.heading)?.claims[0]?.reason;
    expect(reasonOf('（1）数据资源')).toBe('an item of a list: the next line has a number of its kind');
    expect(reasonOf('（2）数据产品')).toBe('an item of a list: the line above has the number before');
  });

  it('say of each heading its level and the reason for it', () => {
    const { decisions } = outlineOf(chapters());
    expect(decisions[0]).toMatchObject({
      heading: true,
      weight: 1,
      given: { level: 1, reason: 'numbered in the style han' },
      claims: [{ witness: 'numbering', reason: 'numbered, and set off from the body' }],
    });
  });
});
