/** The head of a table at the head of each page that it goes on over, and running heads. */
import { describe, expect, it } from 'vitest';
import { findFurniture } from '../../scripts/ingest/readers/pdf/furniture/find-furniture.ts';
import { assembleLines } from '../../scripts/ingest/readers/pdf/lines/assemble-lines.ts';
import { learnMeasures } from '../../scripts/ingest/readers/pdf/lines/learn-measures.ts';
import { page, paragraph, run } from '../support/pdf-page-content.ts';

const BODY = '数据要素市场建设取得明显成效，流通规模持续扩大。'.repeat(6);

/** The text of a cell, or with it its distance from the baseline of the others. */
type Cell = string | { readonly text: string; readonly y: number };

/** What is set aside of six pages, on which these cells stand at the top; the second page may hold them in its middle. */
function heads(cells: readonly Cell[], inBody: readonly Cell[]): readonly string[] {
  const rowAt = (row: readonly Cell[], baseline: number, number: number) =>
    row.map((cell, column) => {
      const { text, y } = typeof cell === 'string' ? { text: cell, y: 0 } : cell;
      return run(text, 60 + 90 * Math.min(column, 3), baseline + y, { page: number, size: 10.5 });
    });
  const pages = [1, 2, 3, 4, 5, 6].map((number) =>
    page([
      ...(number > 2 ? rowAt(cells, 40, number) : []),
      ...(number === 2 ? rowAt(inBody, 600, number) : []),
      ...paragraph(BODY, 120, { page: number }),
    ]),
  );
  const lines = pages.map((each) => assembleLines(each.runs));
  const { claims } = findFurniture({ pages, lines, measures: learnMeasures(pages, lines) });
  return [...new Set(claims.filter(({ kind }) => kind === 'header').map(({ text }) => text))];
}

describe('a row of cells at the head of pages', () => {
  const HEAD = ['文件名称', '施行时间', '发布机构'];

  it('is no running head where it stands in the middle of a page, too', () => {
    expect(heads(HEAD, HEAD)).toEqual([]);
  });

  it('takes along a cell whose two lines stand around the middle of the others', () => {
    const high = [...HEAD, { text: '序', y: -6 }, { text: '号', y: 6 }];
    expect(heads(high, high)).toEqual([]);
  });

  it('is a running head where no table begins with it, or where it has two parts', () => {
    expect(heads(HEAD, ['文件名称', '施行时间', '具体内容'])).toEqual(HEAD);
    expect(heads(['某某报告', '某某研究院'], ['某某报告', '某某研究院'])).toEqual(['某某报告', '某某研究院']);
  });
});
