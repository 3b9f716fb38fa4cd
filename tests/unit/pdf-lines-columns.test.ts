import { describe, expect, it } from 'vitest';
import type { GlyphRun } from '../../scripts/ingest/readers/pdf/glyphs/page-content.ts';
import { findGutters, readLines } from '../../scripts/ingest/readers/pdf/lines/page-columns.ts';
import { page, run } from '../support/pdf-page-content.ts';

/** Left and right run of a row: [x, characters of ten points] each, or null where there is none. */
type Row = readonly [
  left: readonly [x: number, count: number] | null,
  right?: readonly [x: number, count: number] | null,
];

const LEFT = [80, 20] as const;
const RIGHT = [300, 20] as const;
const both: Row = [LEFT, RIGHT];
const times = (count: number, row: Row): readonly Row[] => Array.from({ length: count }, () => row);
const runsOf = (rows: readonly Row[], style: Partial<GlyphRun> = {}): GlyphRun[] =>
  rows.flatMap((row, index) =>
    row.flatMap((part) =>
      part ? [run('文'.repeat(part[1]), part[0], 60 + 20 * index, { size: 10, ...style })] : [],
    ),
  );
const gutterOf = (rows: readonly Row[], more: readonly GlyphRun[] = []) =>
  findGutters([page([...runsOf(rows), ...more])])[0];
const GUTTER = { left: 280, right: 300 };
const across: Row = [[80, 42]];

describe('the gutter of a page', () => {
  it('has twelve rows on both sides of it', () => {
    expect(gutterOf(times(12, both))).toEqual(GUTTER);
    expect(gutterOf(times(11, both))).toBeNull();
    expect(gutterOf([...times(12, both), ...times(3, [LEFT])])).toEqual(GUTTER);
    expect(gutterOf([...times(11, both), ...times(3, [LEFT]), ...times(3, [null, RIGHT])])).toBeNull();
  });

  it('is crossed by a quarter of the rows at most', () => {
    expect(gutterOf([...times(12, both), ...times(4, across)])).toEqual(GUTTER);
    expect(gutterOf([...times(12, both), ...times(5, across)])).toBeNull();
  });

  it('is seven tenths of an em wide, of the usual size', () => {
    expect(gutterOf(times(14, [LEFT, [287, 20]]))).toEqual({ left: 280, right: 287 });
    expect(gutterOf(times(14, [LEFT, [286.9, 20]]))).toBeNull();
    expect(gutterOf(times(14, both), [run('题', 80, 400, { size: 30 })])).toEqual(GUTTER);
    const notes = Array.from({ length: 12 }, (_, index) => run('注', 20, 400 + 20 * index, { size: 4 }));
    expect(gutterOf(times(12, [LEFT, [285, 20]]), notes)).toBeNull();
  });

  it('lies in the middle of the page', () => {
    expect(
      gutterOf(
        times(14, [
          [80, 12],
          [220, 28],
        ]),
      ),
    ).toBeNull();
    expect(
      gutterOf(
        times(14, [
          [80, 13],
          [230, 27],
        ]),
      ),
    ).toEqual({ left: 210, right: 230 });
    expect(
      gutterOf(
        times(14, [
          [80, 27],
          [370, 14],
        ]),
      ),
    ).toEqual({ left: 350, right: 370 });
    expect(
      gutterOf(
        times(14, [
          [80, 29],
          [390, 14],
        ]),
      ),
    ).toBeNull();
  });

  it('is where most rows keep clear: marks that hang into it do not narrow it', () => {
    const hanging = (left: number, right: number): readonly Row[] =>
      Array.from({ length: 20 }, (_, index): Row => [
        index % 5 < left ? [84, 20] : LEFT,
        index % 5 < right ? [296, 20] : RIGHT,
      ]);
    const sparse = (row: Row): readonly Row[] => [...times(9, both), row, ...times(9, both), row];
    expect(
      gutterOf(
        sparse([
          [84, 20],
          [296, 20],
        ]),
      ),
    ).toEqual(GUTTER);
    expect(gutterOf(hanging(1, 0))).toEqual({ left: 284, right: 300 });
    expect(gutterOf(hanging(0, 1))).toEqual({ left: 280, right: 296 });
  });

  it('parts columns that are filled, not cells', () => {
    const filled = (usual: number, count: number): readonly Row[] => [
      ...times(20 - count, both),
      ...times(count, [LEFT, [300, usual]]),
    ];
    expect(gutterOf(filled(15, 11))).toEqual(GUTTER);
    expect(gutterOf(filled(14, 11))).toBeNull();
    expect(gutterOf(filled(10, 9))).toEqual(GUTTER);
    expect(gutterOf([...times(19, [LEFT, [300, 10]]), both])).toEqual(GUTTER);
    expect(gutterOf([...times(9, both), ...times(11, [[140, 14], RIGHT])])).toBeNull();
    expect(gutterOf([...times(12, both), ...times(13, [LEFT])])).toEqual(GUTTER);
  });

  it('parts columns whose rows have gaps of their own', () => {
    const gapped = runsOf(times(11, [LEFT, [300, 4]]));
    const rest = runsOf(times(11, [null, [360, 14]]));
    const whole = runsOf(times(20, both)).filter(({ baseline }) => baseline >= 60 + 20 * 11);
    expect(findGutters([page([...gapped, ...rest, ...whole])])).toEqual([GUTTER]);
    const inside = runsOf(times(14, [[100, 5]]));
    expect(gutterOf(times(14, both), inside)).toEqual(GUTTER);
  });

  it('is not filled by what is turned or vertical', () => {
    const turned = (style: Partial<GlyphRun>) => runsOf(times(14, [[250, 6]]), style);
    expect(gutterOf(times(14, both), turned({ rotation: 90 }))).toEqual(GUTTER);
    expect(gutterOf(times(14, both), turned({ vertical: true }))).toEqual(GUTTER);
    expect(gutterOf(times(14, both), turned({}))).toBeNull();
  });

  it('stands between runs whose baselines differ by the two points that one row may', () => {
    const shifted = (points: number) =>
      runsOf(times(14, [null, RIGHT])).map((each) => ({ ...each, baseline: each.baseline + points }));
    const left = times(14, [LEFT]);
    expect(gutterOf(left, shifted(2))).toEqual(GUTTER);
    // Two columns of that page alone, whose rows are not level.
    expect(gutterOf(left, shifted(5))).toMatchObject({ ...GUTTER, sideColumn: { isHalf: true } });
  });
});

describe('gutters of a document', () => {
  const columns = (right = 300) =>
    page(
      runsOf(
        times(14, [
          [80, 20],
          [right, 20],
        ]),
      ),
    );
  const single = page(runsOf(times(14, across)));
  const short = page(runsOf(times(4, both)));

  it('are none where fewer than a fifth of the pages show one', () => {
    expect(findGutters([columns(), single, single, single, single])).toEqual([
      GUTTER,
      null,
      null,
      null,
      null,
    ]);
    expect(findGutters([columns(), single, single, single, single, single])).toEqual(Array(6).fill(null));
    expect(findGutters([])).toEqual([]);
  });

  it('are also those of short pages where half of the pages show one', () => {
    expect(findGutters([columns(), short])).toEqual([GUTTER, GUTTER]);
    expect(findGutters([columns(), short, single])).toEqual([GUTTER, null, null]);
    expect(findGutters([columns(296), columns(300), columns(304), short])[3]).toEqual(GUTTER);
  });

  it('are none of a short page that more than a quarter of its rows cross', () => {
    expect(findGutters([columns(), page(runsOf([...times(3, both), across]))])[1]).toEqual(GUTTER);
    expect(findGutters([columns(), page(runsOf([...times(2, both), across]))])[1]).toBeNull();
  });
});

describe('lines of a page in two columns', () => {
  const read = (...runs: readonly GlyphRun[]) => readLines(runs, [], GUTTER).map(({ text }) => text);
  const at = (text: string, x: number, y: number, size = 10) => run(text, x, y, { size });

  it('come column by column between the lines that cross', () => {
    const runs = [
      at('左一', 80, 100),
      at('右一', 300, 100),
      at('横'.repeat(20), 180, 120),
      at('左二', 80, 140),
      at('右二', 300, 140),
    ];
    expect(read(...runs)).toEqual(['左一', '右一', '横'.repeat(20), '左二', '右二']);
    expect(readLines(runs.slice(0, 2), [], null).map(({ text }) => text)).toEqual(['左一', '右一']);
  });

  it('cross when one of their runs fills the gutter, not when a mark hangs into it', () => {
    expect(
      read(at('标', 200, 100), at('题横跨两栏的标题', 210, 100, 14), at('右', 300, 80), at('左', 80, 120)),
    ).toEqual(['右', '标题横跨两栏的标题', '左']);
    expect(read(at('右', 300, 80), at('中', 285, 100), at('左', 80, 120))).toEqual(['右', '中', '左']);
    expect(read(at('右', 300, 80), at('“引', 295, 100), at('左', 80, 120))).toEqual(['左', '右', '“引']);
    expect(read(at('右', 300, 80), at('左，', 265, 100), at('左', 80, 120))).toEqual(['左，', '左', '右']);
  });

  it('are none of white space', () => {
    expect(read(at('左', 80, 100), at(' ', 300, 100))).toEqual(['左']);
  });
});
