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
});
