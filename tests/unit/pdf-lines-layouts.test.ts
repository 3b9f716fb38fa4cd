import { describe, expect, it } from 'vitest';
import type { GlyphRun, PageContent } from '../../scripts/ingest/readers/pdf/glyphs/page-content.ts';
import { columnAt, learnMeasures } from '../../scripts/ingest/readers/pdf/lines/learn-measures.ts';
import { factsByColumn } from '../../scripts/ingest/readers/pdf/lines/line-facts.ts';
import { darknessTest } from '../../scripts/ingest/readers/pdf/lines/line-style.ts';
import { findGutters, readLines } from '../../scripts/ingest/readers/pdf/lines/page-columns.ts';
import { readText, withoutRuns } from '../../scripts/ingest/readers/pdf/lines/read-text.ts';
import { findHeadings } from '../../scripts/ingest/readers/pdf/outline/find-headings.ts';
import { Bulkheads } from '../../scripts/ingest/readers/pdf/process/bulkheads.ts';
import { isProse, startsAtMargin, startsLikeBody } from '../../scripts/ingest/readers/pdf/regions/prose.ts';
import { page, run } from '../support/pdf-page-content.ts';

/** Reads pages as far as their lines, with what the later stages ask of them. */
function read(pages: readonly PageContent[]) {
  const gutters = findGutters(pages);
  const byPage = pages.map((each, index) => readLines(each.runs, [], gutters[index] ?? null));
  const measures = learnMeasures(pages, byPage, gutters);
  const factsOf = factsByColumn((line) => columnAt(measures, line));
  const lines = byPage.flat();
  const outline = findHeadings({
    lines,
    contents: [],
    contentsPages: new Set(),
    labels: pages.map((each) => String(each.page)),
    measures,
    isDark: darknessTest(lines, measures),
  });
  const prose = byPage.flatMap((own) =>
    own.filter((line) => isProse(line, { lines: own, factsOf, measures })),
  );
  return { lines, measures, factsOf, prose, headings: outline.headings };
}

/** Paragraphs of three lines from x on: an indented one, a full one, and a short end. */
function paragraphs(x: number, perLine: number, rows: number, more: Partial<GlyphRun> = {}): GlyphRun[] {
  return Array.from({ length: rows }, (_, row) => {
    const y = 60 + 20 * row;
    if (row % 3 === 0) return run('文'.repeat(perLine - 2), x + 24, y, more);
    return row % 3 === 1 ? run('文'.repeat(perLine), x, y, more) : run('完成', x, y, more);
  });
}

describe('mirrored margins', () => {
  const pages = [1, 2, 3, 4].map((number) =>
    page(paragraphs(number % 2 === 1 ? 70 : 120, 32, 30, { page: number })),
  );
  const { lines, measures, factsOf, prose } = read(pages);

  it('give every page its own edges', () => {
    expect(measures.edges.map(({ left, right }) => [left, right])).toEqual([
      [70, 454],
      [120, 504],
      [70, 454],
      [120, 504],
    ]);
  });

  it('make full lines full and first lines indented on either side', () => {
    const shapes = lines.map((line) => [factsOf(line).full, factsOf(line).indented]);
    expect(shapes).toEqual(
      lines.map(
        (_, index) =>
          [
            [true, true],
            [true, false],
            [false, false],
          ][index % 3],
      ),
    );
  });

  it('leave all of the text prose, on odd and even pages', () => {
    expect(prose).toHaveLength(lines.length);
    const layout = { lines: [], factsOf, measures };
    expect(lines.filter((line) => startsAtMargin(line, layout))).toHaveLength((lines.length * 2) / 3);
    expect(lines.every((line) => startsLikeBody(line, layout))).toBe(true);
  });
});

describe('lines that lose some of their runs', () => {
  const runs = [run('甲', 80, 100), run('乙', 92, 100), run('丙', 80, 140), run('丁', 80, 180)];
  const link = { url: 'https://example.org/', target: null, box: { x: 90, y: 90, width: 20, height: 12 } };
  const content = page(runs, { links: [link] });
  const bulkheads = new Bulkheads();
  const { lines, measures } = readText([content], bulkheads);
  const left = (...gone: readonly number[]) =>
    withoutRuns([content], lines, new Set(gone.map((index) => runs[index]?.id ?? 0)));

  it('are put together of the others, and are gone where none is left', () => {
    expect(left(0, 3).map((own) => own.map(({ text }) => text))).toEqual([['乙', '丙']]);
    expect(left(0)[0]?.[0]?.spans.map(({ url }) => url)).toEqual([link.url]);
    expect(measures.bodySize).toBe(12);
  });

  it('are the same where they lose none', () => {
    expect(left(0)[0]?.[1]).toBe(lines[0]?.[1]);
    expect(withoutRuns([content, content], lines, new Set())).toEqual([...lines, []]);
  });
});

describe('two columns', () => {
  const title = (text: string, x: number, y: number): GlyphRun =>
    run(text, x, y, { size: 15, fontName: 'SimHei' });
  const left = paragraphs(60, 18, 30);
  const right = paragraphs(300, 18, 30);
  const content = page([
    ...left.flatMap((each, index) => [each, right[index]].filter((one) => one !== undefined)),
    title('一、态势', 60, 680),
    title('二、建议', 300, 680),
  ]);
  const { lines, factsOf, prose, headings } = read([content]);

  it('are read one after the other', () => {
    expect(lines.map(({ box }) => (box.x < 280 ? 'left' : 'right'))).toEqual([
      ...Array<string>(31).fill('left'),
      ...Array<string>(31).fill('right'),
    ]);
  });

  it('hold full lines and indents of their own, and prose in both', () => {
    const full = lines.filter((line) => factsOf(line).full);
    expect(full).toHaveLength(40);
    expect(lines.filter((line) => factsOf(line).indented)).toHaveLength(20);
    expect(prose.filter(({ box }) => box.x < 280)).toHaveLength(31);
    expect(prose.filter(({ box }) => box.x > 280)).toHaveLength(31);
  });

  it('hold headings in both', () => {
    expect(
      headings.map((heading) => [heading.level, heading.lines.map(({ text }) => text).join('')]),
    ).toEqual([
      [1, '一、态势'],
      [1, '二、建议'],
    ]);
  });
});
