/** Contents pages of two columns, and those of left and right pages: where their entries begin. */
import { describe, expect, it } from 'vitest';
import { readContentsPages } from '../../scripts/ingest/readers/pdf/furniture/contents-pages.ts';
import type { PageContent } from '../../scripts/ingest/readers/pdf/glyphs/page-content.ts';
import { assembleLines } from '../../scripts/ingest/readers/pdf/lines/assemble-lines.ts';
import { page, run } from '../support/pdf-page-content.ts';

const linesOf = (pages: readonly PageContent[]) => pages.map((each) => assembleLines(each.runs));
const entries = (count: number, from = 1): string[] =>
  Array.from({ length: count }, (_, index) => `第${String(from + index)}节规模......${String(from + index)}`);

describe('entries of contents', () => {
  it('in two columns are read column by column, with indents from the left of each', () => {
    const half = (from: number, x: number) =>
      entries(3, from).map((text, row) => run(text, x + 12 * Math.min(row, 1), 100 + 24 * row));
    const content = page([run('目录', 90, 60), ...half(1, 90), ...half(4, 320)]);
    const { entries: found } = readContentsPages([content], linesOf([content]), new Set());
    expect(found.map(({ label, indent }) => [label, indent])).toEqual([
      ['1', 90],
      ['2', 102],
      ['3', 102],
      ['4', 90],
      ['5', 102],
      ['6', 102],
    ]);
  });

  it('are indented from the left of the text on their page', () => {
    const pages = [90, 126].map((x, index) =>
      page(
        ['目录', ...entries(4, 1 + 4 * index)].map((text, row) =>
          run(text, x, 100 + 24 * row, { page: index + 1 }),
        ),
      ),
    );
    const edges = [
      { left: 80, right: 500 },
      { left: 116, right: 536 },
    ];
    const { entries: found } = readContentsPages(pages, linesOf(pages), new Set(), edges);
    expect(new Set(found.map(({ indent }) => indent))).toEqual(new Set([10]));
  });

  it('in two columns below a title and text of the whole width are read without either', () => {
    const column = (from: number, x: number) =>
      entries(4, from).flatMap((text, row) => {
        const [title = '', label = ''] = text.split('......');
        return [run(title, x, 148 + 24 * row), run(label, x + 190, 148 + 24 * row, { bold: true })];
      });
    const note = run('本文可作为参考，如有需要请与作者联系，来信请寄至编写组，谢谢各位', 80, 300);
    // The second column begins left of the middle, beside the title.
    const rows = [run('目录', 80, 130), ...column(1, 80), ...column(5, 284)];
    const content = page([
      run('关于课程的提议', 200, 60),
      run('这是摘要里的一句话，它很长，一直到右边', 80, 100),
      ...rows,
      note,
    ]);
    const { entries: found, claims } = readContentsPages([content], linesOf([content]), new Set());
    expect(found.map(({ text, label }) => [text, label])).toEqual(
      entries(8).map((text) => text.split('......')),
    );
    expect(new Set(claims.flatMap(({ runIds }) => runIds))).toEqual(new Set(rows.map(({ id }) => id)));
  });

  it('in two columns begin with their numbers, though a title reaches over the gap between them', () => {
    const column = (from: number, x: number) =>
      Array.from({ length: 4 }, (_, row) => [
        run(`${String(from + row)}.1`, x, 100 + 24 * row),
        run('规模......8', x + 24, 100 + 24 * row, { bold: true }),
      ]).flat();
    const long = [run('3.2', 80, 160), run('这是一个很长很长很长的题目8', 104, 160, { bold: true })];
    const content = page([run('目录', 80, 60), ...column(1, 80), ...long, ...column(6, 268)]);
    const { entries: found } = readContentsPages([content], linesOf([content]), new Set());
    expect(found.map(({ text }) => text.slice(0, 3))).toEqual([
      '1.1',
      '2.1',
      '3.1',
      '3.2',
      '4.1',
      '6.1',
      '7.1',
      '8.1',
      '9.1',
    ]);
  });

  it('name themselves in none: a head with the title of the contents', () => {
    const rows = ['目录', ...entries(4), '目录......ii'].map((text, row) => run(text, 90, 100 + 24 * row));
    const content = page(rows);
    const { entries: found } = readContentsPages([content], linesOf([content]), new Set());
    expect(found).toHaveLength(4);
  });

  it('are none where the pages that they name come in any order: an index', () => {
    const found = (labels: readonly number[]) => {
      const rows = labels.map((label, row) =>
        run(`规模${'.'.repeat(6)}${String(label)}`, 90, 100 + 24 * row),
      );
      const content = page(rows);
      return readContentsPages([content], linesOf([content]), new Set()).entries.length;
    };
    expect(found([1, 2, 4, 3, 5])).toBe(5);
    expect(found([1, 5, 4, 3, 5])).toBe(0);
  });
});
