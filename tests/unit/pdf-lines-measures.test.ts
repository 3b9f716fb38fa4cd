import { describe, expect, it } from 'vitest';
import { columnAt, learnMeasures } from '../../scripts/ingest/readers/pdf/lines/learn-measures.ts';
import { lineFacts } from '../../scripts/ingest/readers/pdf/lines/line-facts.ts';
import type { Gutter } from '../../scripts/ingest/readers/pdf/lines/page-columns.ts';
import type { TextLine } from '../../scripts/ingest/readers/pdf/lines/text-line.ts';
import { line, page } from '../support/pdf-page-content.ts';

/** Lines of so many characters of twelve points, from x on, one below the other. */
const lines = (
  count: number,
  x: number,
  characters: number,
  more: {
    readonly page?: number;
    readonly size?: number;
    readonly pitch?: number;
    readonly top?: number;
  } = {},
): TextLine[] => {
  const { page: number = 1, size = 12, pitch = 20, top = 60 } = more;
  return Array.from({ length: count }, (_, index) =>
    line('文'.repeat(characters), x, top + pitch * index, { size, page: number }),
  );
};
const measure = (...pages: readonly (readonly TextLine[])[]) =>
  learnMeasures(
    pages.map((_, index) => page([], { page: index + 1 })),
    pages,
  );

describe('the size of the body', () => {
  it('is that of most ink, to a quarter of a point', () => {
    const sized = (size: number) => measure(lines(3, 80, 10, { size })).bodySize;
    expect([13.998, 14.04, 10.1, 10.2, 10.35].map(sized)).toEqual([14, 14, 10, 10.25, 10.25]);
    expect(measure([...lines(1, 80, 30, { size: 10 }), ...lines(5, 80, 5, { size: 16 })]).bodySize).toBe(10);
  });

  it('and all other measures have a value where there are no lines', () => {
    expect(measure([])).toMatchObject({
      bodySize: 12,
      left: 0,
      right: 595,
      leading: 12 * 1.6,
      bodyFont: '',
      edges: [{ left: 0, right: 595 }],
    });
    expect(learnMeasures([], [])).toMatchObject({ left: 0, right: 0, edges: [] });
  });
});

describe('the left edge', () => {
  it('is where a quarter as many lines begin as at the usual indent', () => {
    expect(measure([...lines(3, 80, 30), ...lines(12, 104, 30)]).left).toBe(80);
    expect(measure([...lines(2, 80, 30), ...lines(12, 104, 30)]).left).toBe(104);
  });

  it('takes lines together that begin within a point, and is where most of these begin', () => {
    expect(measure([...lines(2, 80, 30), ...lines(1, 81, 30), ...lines(12, 104, 30)]).left).toBe(80);
    expect(measure([...lines(1, 80, 30), ...lines(2, 81, 30), ...lines(12, 104, 30)]).left).toBe(81);
    expect(measure([...lines(2, 80, 30), ...lines(1, 82, 30), ...lines(12, 104, 30)]).left).toBe(104);
    expect(measure([...lines(3, 80, 30), ...lines(12, 82, 30)]).left).toBe(80);
  });

  it('is not that of cells and labels, which are narrower than a fifth of the page', () => {
    expect(measure([...lines(9, 20, 9), ...lines(6, 80, 30)]).left).toBe(80);
    expect(measure([...lines(9, 20, 10), ...lines(6, 80, 30)]).left).toBe(20);
    expect(measure(lines(9, 20, 5)).left).toBe(20);
  });

  it('and the right one are those of lines of the body’s size', () => {
    const notes = lines(9, 40, 40, { size: 9 }).slice(0, 5);
    expect(measure([...notes, ...lines(12, 80, 30)])).toMatchObject({ left: 80, right: 440 });
  });
});

describe('the right edge', () => {
  it('is where most of the lines end that reach over nearly half of the page', () => {
    expect(measure([...lines(9, 80, 22), ...lines(4, 80, 36)]).right).toBe(512);
    expect(measure([...lines(9, 80, 23), ...lines(4, 80, 36)]).right).toBe(356);
    expect(measure(lines(5, 80, 10)).right).toBe(200);
  });
});

describe('edges of mirrored pages', () => {
  const odd = (count: number, number = 1) => lines(count, 80, 30, { page: number });
  const even = (count: number, number = 2) => lines(count, 110, 30, { page: number });

  it('are learned apart for odd and even pages with twelve lines, and are the usual ones where there are fewer', () => {
    const edges = (count: number) =>
      measure(odd(20), even(count), odd(20, 3)).edges.map(({ left, right }) => [left, right]);
    expect(edges(12)).toEqual([
      [80, 440],
      [110, 470],
      [80, 440],
    ]);
    expect(edges(11)).toEqual([
      [80, 440],
      [80, 440],
      [80, 440],
    ]);
  });

  it('make a line full and no first line on either side', () => {
    const measures = measure(odd(20), even(20), odd(20, 3), even(20, 4));
    const facts = [...odd(1, 3), ...even(1, 4)].map((each) => lineFacts(each, columnAt(measures, each)));
    expect(facts.map(({ full, indented, slack }) => [full, indented, slack])).toEqual([
      [true, false, 0],
      [true, false, 0],
    ]);
  });

  it('are learned apart for pages of another shape', () => {
    const sizes = [{ page: 1 }, { page: 3, width: 842, height: 595 }];
    const { edges } = learnMeasures(
      [page([], sizes[0]), page([], { page: 2 }), page([], sizes[1])],
      [odd(20), [], lines(20, 60, 50, { page: 3 })],
    );
    expect(edges.map(({ left }) => left)).toEqual([80, 60, 60]);
  });
});

describe('the leading', () => {
  it('is the usual distance of two lines of the body, to half a point', () => {
    const pitched = (pitch: number) => measure(lines(5, 80, 30, { pitch })).leading;
    expect([pitched(20), pitched(20.2), pitched(20.3), pitched(47)]).toEqual([20, 20, 20.5, 47]);
  });

  it('is not learned from what is further apart, higher up, or of another size', () => {
    expect(measure(lines(5, 80, 30, { pitch: 48 })).leading).toBe(12 * 1.6);
    expect(measure(lines(5, 80, 30, { pitch: -20 })).leading).toBe(12 * 1.6);
    expect(measure(lines(5, 80, 30, { pitch: 0 })).leading).toBe(12 * 1.6);
    const mixed = [
      ...lines(1, 80, 30),
      ...lines(1, 80, 3, { size: 16, top: 90 }),
      ...lines(1, 80, 30, { top: 120 }),
    ];
    expect(measure(mixed).leading).toBe(12 * 1.6);
  });
});

describe('the column of a line', () => {
  const gutter: Gutter = { left: 280, right: 300 };
  const measuresOf = (right: number) => ({ ...measure([]), edges: [{ left: 80, right }], gutters: [gutter] });
  const at = (x: number, width: number) => {
    const one = line('文', x, 60);
    return { ...one, box: { ...one.box, width } };
  };
  const columns = measuresOf(280);

  it('is the page’s where there is one', () => {
    expect(columnAt(measure(lines(5, 80, 30)), at(90, 10))).toEqual({ left: 80, right: 440 });
    expect(columnAt({ ...columns, edges: [], gutters: [] }, at(90, 10))).toMatchObject({
      left: 0,
      right: 595,
    });
  });

  it('is the left one up to the gutter, a point over it allowed', () => {
    expect(columnAt(columns, at(80, 201))).toEqual({ left: 80, right: 280 });
    expect(columnAt(measuresOf(510), at(80, 201))).toEqual({ left: 80, right: 280 });
    expect(columnAt(measuresOf(510), at(80, 200))).toEqual({ left: 80, right: 280 });
  });

  it('is the right one from the gutter on, as wide as the left one at least', () => {
    expect(columnAt(columns, at(299, 200))).toEqual({ left: 300, right: 500 });
    expect(columnAt(measuresOf(510), at(300, 200))).toEqual({ left: 300, right: 510 });
  });

  it('is both where a line crosses the gutter', () => {
    const page510 = measuresOf(510);
    expect(columnAt(page510, at(80, 201.1))).toEqual({ left: 80, right: 510 });
    expect(columnAt(page510, at(298.9, 100))).toEqual({ left: 80, right: 510 });
    expect(columnAt(page510, at(299, 100))).toEqual({ left: 300, right: 510 });
  });
});

describe('the edges of a group of pages', () => {
  it('are those of all pages where the group shows no long lines, however many short ones', () => {
    const usual = lines(20, 80, 35);
    const sources = lines(14, 80, 12, { page: 2 });
    const [odd, even] = measure(usual, sources).edges;
    expect(even).toEqual(odd);
    const own = [...lines(11, 60, 12, { page: 2 }), ...lines(3, 60, 30, { page: 2, top: 300 })];
    expect(measure(usual, own).edges[1]).toEqual({ left: 60, right: 420 });
  });
});
