import { describe, expect, it } from 'vitest';
import type { GlyphRun, PageContent } from '../../scripts/ingest/readers/pdf/glyphs/page-content.ts';
import { columnAt, learnMeasures } from '../../scripts/ingest/readers/pdf/lines/learn-measures.ts';
import { findGutters, readLines } from '../../scripts/ingest/readers/pdf/lines/page-columns.ts';
import { line, page, rule, run } from '../support/pdf-page-content.ts';

/** Rows of `count` characters of ten points from (x, y) on, `leading` apart. */
function block(
  text: string,
  [x, y]: readonly [number, number],
  { rows = 10, count = 12, leading = 14 }: { rows?: number; count?: number; leading?: number } = {},
): GlyphRun[] {
  return Array.from({ length: rows }, (_, index) =>
    run(text.repeat(count), x, y + index * leading, { size: 10 }),
  );
}

/** A side column of 120 points, 24 points from a body with another leading. */
const side = (options = {}) => block('侧', [40, 103], { leading: 13, ...options });
const body = (options = {}) => block('正', [184, 100], { rows: 20, count: 36, leading: 17, ...options });
const gutterOf = (runs: readonly GlyphRun[], more: Partial<PageContent> = {}) =>
  findGutters([page(runs, more)])[0];
const read = (runs: readonly GlyphRun[]) =>
  readLines(runs, [], gutterOf(runs) ?? null)
    .map(({ text }) => text[0])
    .join('');

describe('a side column', () => {
  it('is found beside the body, on either side and on one page of many', () => {
    const plain = page(block('正', [40, 100], { rows: 30, count: 50 }));
    const gutters = findGutters([page([...side(), ...body()]), plain, plain, plain, plain, plain]);
    expect(gutters[0]).toMatchObject({ left: 160, right: 184, sideColumn: { side: 'left', isHalf: false } });
    expect(gutters.slice(1).every((gutter) => gutter === null)).toBe(true);
    const right = [
      ...block('正', [40, 100], { rows: 20, count: 36, leading: 17 }),
      ...block('侧', [424, 103], { leading: 13 }),
    ];
    expect(gutterOf(right)).toMatchObject({ left: 400, right: 424, sideColumn: { side: 'right' } });
  });

  it('is read after the body, never into it, below a head over both', () => {
    const head = run('题'.repeat(40), 60, 60, { size: 12 });
    const end = run('正正。', 184, 440, { size: 10 });
    expect(read([head, ...side(), ...body(), end])).toBe(`题${'正'.repeat(21)}${'侧'.repeat(10)}`);
  });

  it('is read before the body where that runs on over the end of the page', () => {
    const head = run('题'.repeat(40), 60, 60, { size: 12 });
    const foot = run('12', 500, 800, { size: 10 });
    expect(read([head, ...side(), ...body(), foot])).toBe(`题${'侧'.repeat(10)}${'正'.repeat(20)}1`);
  });

  it('leaves lone lines at the foot of the page out', () => {
    const foot = run('请读声明', 40, 800, { size: 10 });
    const gutter = gutterOf([...side(), ...body(), foot]);
    expect(gutter?.sideColumn?.height).toEqual({ from: 103, to: 103 + 9 * 13 });
  });

  it('has eight rows', () => {
    expect(gutterOf([...side({ rows: 8 }), ...body()])).not.toBeNull();
    expect(gutterOf([...side({ rows: 7 }), ...body()])).toBeNull();
  });

  it('is 15 % of the page wide at least', () => {
    expect(gutterOf([...side({ count: 9 }), ...body()])).not.toBeNull();
    expect(gutterOf([...side({ count: 8 }), ...body()])).toBeNull();
  });

  it('is an em clear of the body, over its whole height', () => {
    expect(gutterOf([...side({ count: 13 }), ...body()])).not.toBeNull();
    expect(gutterOf([...side({ count: 14 }), ...body()])).toBeNull();
    expect(gutterOf([...side(), ...body(), run('横'.repeat(40), 60, 165, { size: 10 })])).toBeNull();
  });

  it('gives the lines beside it a column of their own', () => {
    const content = page([...side(), ...body(), run('横'.repeat(50), 40, 500, { size: 10 })]);
    const gutters = findGutters([content]);
    const lines = [readLines(content.runs, [], gutters[0] ?? null)];
    const measures = learnMeasures([content], lines, gutters);
    expect(columnAt(measures, line('正文', 184, 120)).left).toBe(184);
    expect(columnAt(measures, line('侧栏', 40, 120)).right).toBe(160);
    expect(columnAt(measures, line('下文', 40, 530))).toEqual(measures.edges[0]);
  });
});

describe('two halves of one page whose rows are not level', () => {
  it('are read from left to right', () => {
    const runs = [
      ...block('左', [60, 100], { rows: 14, count: 22, leading: 15 }),
      ...block('右', [310, 104], { rows: 14, count: 22, leading: 17 }),
    ];
    expect(read(runs)).toBe('左'.repeat(14) + '右'.repeat(14));
  });
});

describe('tables are no columns', () => {
  it('where their rows stand on one baseline', () => {
    const level = { rows: 20, leading: 17 };
    expect(gutterOf([...block('甲', [40, 100], level), ...body()])).toBeNull();
  });

  it('where first cells stand in the middle of rows of two lines', () => {
    const cells = block('甲', [40, 108.5], { rows: 10, count: 9, leading: 34 });
    expect(gutterOf([...cells, ...body()])).toBeNull();
  });

  it.each([3, 4, 5])('with %i columns without rules', (columns) => {
    const cells = Array.from({ length: columns - 1 }, (_, index) =>
      block('格', [190 + (index * 380) / (columns - 1), 100], { rows: 20, count: 24 / columns, leading: 17 }),
    );
    expect(gutterOf([...side(), ...cells.flat()])).toBeNull();
  });

  it('where rules or coloured rows run over the strip', () => {
    const runs = [...side(), ...body()];
    expect(gutterOf(runs, { rulings: [rule(170, 40, 540)] })).toBeNull();
    expect(gutterOf(runs, { rulings: [rule(90, 40, 540)] })).not.toBeNull();
    expect(gutterOf(runs, { rulings: [rule(170, 40, 172), rule(170, 172, 540)] })).toBeNull();
    expect(gutterOf(runs, { rulings: [rule(170, 40, 172), rule(150, 172, 540)] })).not.toBeNull();
    const band = (y: number, height: number) => [
      { box: { x: 40, y, width: 500, height }, fill: '#dde7f3', stroke: '', artifact: false },
    ];
    expect(gutterOf(runs, { boxes: band(140, 28) })).toBeNull();
    expect(gutterOf(runs, { boxes: band(80, 600) })).not.toBeNull();
  });

  it('where text beside labels is ragged, as in a chart', () => {
    const ragged = Array.from({ length: 20 }, (_, index) =>
      run('值'.repeat(index % 4 === 0 ? 36 : 5), 184, 100 + 17 * index, { size: 10 }),
    );
    expect(gutterOf([...side(), ...ragged])).toBeNull();
  });

  it('where rows begin at no common edge, as centred and letter-spaced titles', () => {
    const centred = side().map((each, index) => {
      const by = (index % 4) * 6;
      return { ...each, box: { ...each.box, x: each.box.x + by, width: each.box.width - 2 * by } };
    });
    expect(gutterOf([...centred, ...body()])).toBeNull();
    const spaced = [...'数据要素'].map((text, index) => run(text, 100 + 100 * index, 60, { size: 20 }));
    expect(gutterOf([...spaced, ...block('正', [80, 100], { rows: 30, count: 40 })])).toBeNull();
  });
});
