/** What ends a table, and which rules and colours are parts of it. */
import { describe, expect, it } from 'vitest';
import { across, down, filled, prose, words, type Drawing } from '../support/drawn-page.ts';
import { cells, rowsOf, tablesOf } from '../support/drawn-tables.ts';

const COLUMNS = [100, 250, 400];
const ROWS = [
  ['评级', '说明', '期限'],
  ['买入', '大于5%', '半年'],
];

describe('small print between two tables', () => {
  /** Lines of eight points, below the body's size. */
  const print = (count: number, width: number) =>
    Array.from({ length: count }, (_, index) => words('小'.repeat(width), 90, 190 + 14 * index, 8));
  const page = (text: NonNullable<Drawing['text']>): Drawing => ({
    text: [...cells(ROWS, COLUMNS, 140), ...text, ...cells(ROWS, COLUMNS, 266), prose(420)],
    rulings: [125, 146, 166, 252, 272, 292].map((at) => across(at, 90, 505)),
  });

  it('keeps them apart where three of its lines reach from side to side', () => {
    expect(tablesOf(page(print(3, 42)))).toHaveLength(2);
    expect(tablesOf(page(print(2, 42)))).not.toHaveLength(2);
    expect(tablesOf(page(print(3, 41)))).not.toHaveLength(2);
  });
});

describe('a table with rules on all sides', () => {
  const grid = [
    ...[126, 146, 166].map((at) => across(at, 90, 505)),
    ...[90, 240, 390, 505].map((at) => down(at, 126, 166)),
  ];
  const text = [...cells(ROWS, COLUMNS), prose(320)];
  const whole = ROWS.map((row) => row.join('|'));

  it('takes no lone rule beside it for a row or column of its own', () => {
    const withRule = (at: number) => rowsOf(tablesOf({ text, rulings: [...grid, across(at, 90, 512)] })[0]);
    expect(withRule(179)).toEqual(whole);
    expect(withRule(181)).not.toEqual(whole);
  });

  it('has a row that ends where one colour ends and another begins, without a rule there', () => {
    const rulings = grid.filter(({ at }) => at !== 146);
    const painted = (below: string) =>
      rowsOf(
        tablesOf({
          text,
          rulings,
          boxes: [filled(90, 126, 415, 20, '#203864'), filled(90, 146, 415, 20, below)],
        })[0],
      );
    expect(painted('#d2deef')).toEqual(whole);
    expect(painted('#203864')).not.toEqual(whole);
  });
});

describe('what has the colour of the box that it lies in', () => {
  const text = [...cells(ROWS, COLUMNS), prose(320)];
  const NAVY = '#002060';
  const grid = [146, 166].map((at) => across(at, 90, 505));
  const head = [
    filled(90, 120, 150, 26, NAVY),
    filled(240, 120, 150, 26, NAVY),
    filled(390, 120, 115, 26, NAVY),
  ];
  /** With two rules in the boxes of the last two columns, which the first lacks. */
  const withRules = (color: string) =>
    rowsOf(
      tablesOf({
        text,
        boxes: head,
        rulings: [
          ...grid,
          ...[125, 141].flatMap((at) =>
            [
              [240, 390],
              [390, 505],
            ].map(([from = 0, to = 0]) => ({ ...across(at, from, to), color })),
          ),
        ],
      })[0],
    );

  it('parts no cells where it is a box, as the shading of a paragraph is, painted once or twice', () => {
    const shaded = (times: number, fill: string) => {
      const shading = [filled(240, 131, 150, 12, fill), filled(390, 131, 115, 12, fill)];
      const boxes = [...head, ...Array.from({ length: times }, () => shading).flat()];
      return rowsOf(tablesOf({ text, rulings: grid, boxes })[0]);
    };
    const whole = ROWS.map((row) => row.join('|'));
    expect([shaded(1, NAVY), shaded(2, NAVY)]).toEqual([whole, whole]);
    expect(shaded(1, '#c00000')).not.toEqual(whole);
  });

  it('is no edge of a cell where it is a rule, since nobody sees it', () => {
    const whole = ROWS.map((row) => row.join('|'));
    expect(withRules(NAVY)).toEqual(whole);
    expect(withRules('#ffffff')).not.toEqual(whole);
    expect(withRules('#c00000')).not.toEqual(whole);
  });
});
