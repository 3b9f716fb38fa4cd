import { describe, expect, it } from 'vitest';
import { assembleLines } from '../../scripts/ingest/readers/pdf/lines/assemble-lines.ts';
import type { ContentsLine } from '../../scripts/ingest/readers/pdf/furniture/contents-pages.ts';
import { findHeadings } from '../../scripts/ingest/readers/pdf/outline/find-headings.ts';
import { learnMeasures } from '../../scripts/ingest/readers/pdf/lines/learn-measures.ts';
import { darknessTest } from '../../scripts/ingest/readers/pdf/lines/line-style.ts';
import type { GlyphRun } from '../../scripts/ingest/readers/pdf/glyphs/page-content.ts';
import { layOut, page, type TextPart } from '../support/pdf-page-content.ts';

const TEXT =
  '从供给侧看，建设重心正由规模扩张转向效能提升，产业分工进一步细化，协同创新的格局初步形成。'.repeat(2);

/** Lays headings and paragraphs out below each other and reads the outline of the page. */
function outline(parts: readonly TextPart[], contents: readonly ContentsLine[] = []) {
  const runs = layOut(parts, 100);
  const lines = assembleLines(runs);
  const measures = learnMeasures([page(runs)], [lines]);
  const input = {
    lines,
    contents,
    contentsPages: new Set<number>(),
    labels: ['1'],
    measures,
    isDark: darknessTest(lines, measures),
  };
  const { headings } = findHeadings(input);
  return headings.map((heading) => [
    heading.level,
    heading.number,
    heading.lines.map((each) => each.text).join(''),
    heading.matter ?? '',
  ]);
}
const set = (text: string, style: Partial<GlyphRun> = {}) => ({ text, ...style });
const dark = { fontName: 'SimHei' };

describe('findHeadings', () => {
  it('gives levels by numbering, from the outside inwards, without gaps', () => {
    const found = outline([
      set('第一章 总体态势', { size: 18, ...dark }),
      TEXT,
      set('一、规模', { size: 15, ...dark }),
      TEXT,
      set('（一）增速', dark),
      TEXT,
      set('二、结构', { size: 15, ...dark }),
      TEXT,
    ]);
    expect(found.map(([level, number]) => [level, number])).toEqual([
      [1, '第一章'],
      [2, '一、'],
      [3, '（一）'],
      [2, '二、'],
    ]);
  });

  it('knows a heading in the very setting of the body by its number, but not the items of a list', () => {
    const found = outline([
      set('一、态势', { size: 16, ...dark }),
      TEXT,
      set('（1）评估对象'),
      TEXT,
      '主要包括以下方面：',
      set('（1）数据资源'),
      set('（2）数据产品'),
      set('（3）数据服务'),
      TEXT,
    ]);
    expect(found.map(([, , text]) => text)).toEqual(['一、态势', '（1）评估对象']);
  });

  it('takes no sentence, reference or caption for a heading', () => {
    const found = outline([
      set('一、态势', { size: 16, ...dark }),
      TEXT,
      set('1.数据开放稳步推进。'),
      TEXT,
      set('图1 总体框架', dark),
      set('（10）：6-55.'),
      set('45.', dark),
      TEXT,
    ]);
    expect(found.map(([, , text]) => text)).toEqual(['一、态势']);
  });

  it('joins a heading that takes two lines', () => {
    const first = '一、智能算力面临的主要问题与挑战以及面向未来五年的总体部署和';
    const found = outline([set(first, { size: 13, ...dark }), set('重点任务', { size: 13, ...dark }), TEXT]);
    expect(found).toEqual([[1, '一、', `${first}重点任务`, '']]);
  });

  it('believes the contents pages about what is a heading and how deep it lies', () => {
    const entry = (text: string, indent: number): ContentsLine => ({
      text,
      label: '1',
      indent,
      page: 1,
      target: null,
      list: 'headings',
    });
    const found = outline(
      [set('平台经济总览', dark), TEXT, set('区域差异', { bold: true }), TEXT, set('附加说明', dark), TEXT],
      [entry('平台经济总览', 90), entry('区域差异', 111), entry('附加说明', 90)],
    );
    expect(found.map(([level, , text]) => [level, text])).toEqual([
      [1, '平台经济总览'],
      [2, '区域差异'],
      [1, '附加说明'],
    ]);
  });

  it('ends the front matter at the first chapter, numbered or set like the front title, and marks the back', () => {
    const big = { size: 18, ...dark };
    const numbered = outline([
      set('前 言', big),
      TEXT,
      set('一、态势', big),
      TEXT,
      set('参考文献', big),
      TEXT,
    ]);
    expect(numbered.map(([, , text, matter]) => [text, matter])).toEqual([
      ['前言', 'front'],
      ['一、态势', ''],
      ['参考文献', 'back'],
    ]);
    const plain = outline([set('摘要', big), TEXT, set('平台经济总览', big), TEXT]);
    expect(plain.map(([, , , matter]) => matter)).toEqual(['front', '']);
  });
});
