/** Rows of tables that neither rules nor white space part, and what lies over or behind a table. */
import { describe, expect, it } from 'vitest';
import { across, down, filled, prose, words, type Drawing } from '../support/drawn-page.ts';
import { cells, rowsOf, tablesOf } from '../support/drawn-tables.ts';

const CAPTION = words('表 1 指标对比', 250, 110, 12);
const COLUMNS = [100, 250, 400];
const HEAD = ['文件', '时间', '链接'];

/** Lines of one cell, 20 points apart, around the middle of their row. */
const cell = (lines: readonly string[], x: number, middle: number) =>
  lines.map((text, index) => words(text, x, middle + 20 * (index - (lines.length - 1) / 2)));

/** A table of three rules. */
const ruled = (...text: NonNullable<Drawing['text']>): Drawing => ({
  text: [CAPTION, ...cells([HEAD], COLUMNS), ...text, prose(420)],
  rulings: [across(125, 90, 505), across(146, 90, 505), across(320, 90, 505)],
});

describe('rows whose cells stand in their middle', () => {
  const first = [
    ...cell(['甲市促进', '产业发展', '若干措施'], 100, 190),
    ...cell(['2024年'], 250, 190),
    ...cell(['甲网甲网', '甲页甲页'], 400, 190),
  ];
  const second = (offset: number) => [
    ...cell(['乙市促进', '产业发展', '若干政策'], 100, 250),
    ...cell(['2025年'], 250, 250 + offset),
    ...cell(['乙网乙网', '乙页乙页'], 400, 250),
  ];

  it('are told by the middles, at even distances of lines', () => {
    expect(rowsOf(tablesOf(ruled(...first, ...second(0)))[0])).toEqual([
      '文件|时间|链接',
      '甲市促进产业发展若干措施|2024年|甲网甲网甲页甲页',
      '乙市促进产业发展若干政策|2025年|乙网乙网乙页乙页',
    ]);
  });

  it('may miss the middle by a fifth of a line’s distance', () => {
    const certain = (offset: number) => tablesOf(ruled(...first, ...second(offset)))[0]?.asset === undefined;
    expect([certain(3.9), certain(4.3)]).toEqual([true, false]);
  });

  it('may be cut by the page end: the rest of a row begins at its top', () => {
    const rest = [
      ...cell(['丙市促进', '产业发展'], 100, 300),
      ...cell(['2026年'], 250, 290),
      ...cell(['丙网'], 400, 290),
    ];
    expect(rowsOf(tablesOf(ruled(...first, ...second(0), ...rest))[0]).at(-1)).toBe(
      '丙市促进产业发展|2026年|丙网',
    );
  });

  it('are not made of the lines of two rows whose cells begin at their top', () => {
    const rowAt = (y: number, name: string) => [
      ...[words(name, 100, y), words('机构', 250, y)],
      ...[words(`${name}的做法与它的不`, 400, y), words('足之处在此', 400, y + 11)],
    ];
    const rows = [168, 191, 214, 237].flatMap((y, index) => rowAt(y, '甲乙丙丁'[index] ?? ''));
    expect(rowsOf(tablesOf(ruled(...rows))[0]).slice(1)).toEqual(
      ['甲', '乙', '丙', '丁'].map((name) => `${name}|机构|${name}的做法与它的不足之处在此`),
    );
  });

  it('are left to other witnesses where most cells begin at the top', () => {
    const top = [
      ...cell(['甲市促进', '产业发展', '若干措施'], 100, 190),
      ...[words('2024年', 250, 170), words('甲网甲网', 400, 170)],
      ...cell(['乙市促进', '产业发展'], 100, 240),
      ...[words('2025年', 250, 230), words('乙网乙网', 400, 230)],
    ];
    expect(rowsOf(tablesOf(ruled(...top))[0]).slice(1)).toEqual([
      '甲市促进产业发展若干措施|2024年|甲网甲网',
      '乙市促进产业发展|2025年|乙网乙网',
    ]);
  });
});

describe('the cells of rows without rules', () => {
  const rows = [HEAD, ['甲市措施', '2024年', '甲网'], ['乙市措施', '2025年', '乙网']];
  const page = (fill: string): Drawing => ({
    text: [CAPTION, ...cells(rows, COLUMNS), prose(320)],
    rulings: [across(125, 90, 505), across(146, 90, 505), across(188, 90, 505)],
    boxes: [filled(242, 150, 100, 36, fill)],
  });

  it('are not joined by white boxes behind their text', () => {
    expect(rowsOf(tablesOf(page('#ffffff'))[0])).toEqual(rows.map((row) => row.join('|')));
  });

  it('are joined by a coloured one', () => {
    expect(rowsOf(tablesOf(page('#dde7f3'))[0])).toEqual([
      '文件|时间|链接',
      '甲市措施|2×1:2024年2025年|甲网',
      '乙市措施|乙网',
    ]);
  });
});

describe('a watermark over a table', () => {
  const rows = [HEAD, ['甲市措施', '2024年', '甲网'], ['乙市措施', '2025年', '乙网']];
  const page = (rotation: number): Drawing => ({
    text: [CAPTION, ...cells(rows, COLUMNS), { ...words('内部资料', 80, 190, 120), rotation }, prose(420)],
    rulings: [
      ...[126, 146, 166, 186].map((at) => across(at, 90, 505)),
      ...[90, 240, 390, 505].map((at) => down(at, 126, 186)),
    ],
  });

  it('takes none of its rules for the outlines of its letters', () => {
    expect(rowsOf(tablesOf(page(315))[0])).toEqual(rows.map((row) => row.join('|')));
  });
});

describe('a table that goes on over the page end', () => {
  const part = (rows: readonly (readonly string[])[], columns: readonly number[], top: number): Drawing => ({
    text: cells(rows, columns, top + 15),
    rulings: [across(top, 90, 505), across(top + 21, 90, 505), across(top + 20 * rows.length + 2, 90, 505)],
  });
  const first = part([HEAD, ['甲市措施', '2024年', '甲网']], [100, 250, 400], 700);
  const tables = (head: readonly string[]) => {
    const second = part([head, ['乙市措施', '2025年', '乙网']], [100, 180, 330], 80);
    return tablesOf(
      {
        text: [prose(600), words('表 1 指标对比', 250, 690, 12), ...(first.text ?? [])],
        rulings: first.rulings ?? [],
      },
      { text: [...(second.text ?? []), prose(300)], rulings: second.rulings ?? [] },
    ).map(rowsOf);
  };

  it('is told by its head where its columns have another width', () => {
    expect(tables(HEAD)).toEqual([['文件|时间|链接', '甲市措施|2024年|甲网', '乙市措施|2025年|乙网']]);
    expect(tables(['条文', '日期', '地址'])).toHaveLength(2);
  });
});

describe('the head of a table', () => {
  it('ends above a bold line over all columns, and is not said again where the table goes on', () => {
    const part = (rows: readonly (readonly string[])[], top: number): Drawing => ({
      text: [
        ...cells([HEAD], COLUMNS, top + 15),
        words('一、地方措施', 260, top + 35, 10.5, true),
        ...cells(rows, COLUMNS, top + 55, false),
      ],
      rulings: [
        ...[top, top + 20, top + 40, top + 60].map((at) => across(at, 90, 505)),
        ...[down(90, top, top + 60), down(505, top, top + 60)],
        ...[240, 390].flatMap((at) => [down(at, top, top + 20), down(at, top + 40, top + 60)]),
      ],
    });
    const first = part([['甲市措施', '2024年', '甲网']], 700);
    const second = part([['乙市措施', '2025年', '乙网']], 80);
    const [table] = tablesOf(first, second);
    expect(table?.headerRows).toBe(1);
    expect(rowsOf(table)).toEqual([
      '文件|时间|链接',
      '1×3:一、地方措施',
      '甲市措施|2024年|甲网',
      '1×3:一、地方措施',
      '乙市措施|2025年|乙网',
    ]);
  });
});
