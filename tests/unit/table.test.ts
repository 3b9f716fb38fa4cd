import { describe, expect, it } from 'vitest';
import { cellNumber } from '../../src/lib/table/cell-number.ts';
import { fillGrid } from '../../src/lib/table/grid.ts';
import { formatCsv, formatMarkdownTable, formatTsv } from '../../src/lib/table/write-table.ts';

const cell = (text: string, columnSpan = 1, rowSpan = 1) => ({ text, columnSpan, rowSpan });

describe('a grid', () => {
  it('has the text of a cell that spans once, and empty places for the rest of it', () => {
    const rows = [
      [cell('区', 1, 2), cell('用电', 2)],
      [cell('甲'), cell('乙')],
      [cell('东'), cell('1'), cell('2')],
    ];
    expect(fillGrid(rows)).toEqual([
      ['区', '用电', ''],
      ['', '甲', '乙'],
      ['东', '1', '2'],
    ]);
  });

  it('is as wide as its widest row, and cuts off what reaches below the last', () => {
    expect(fillGrid([[cell('a', 1, 9)], [cell('b'), cell('c')]])).toEqual([
      ['a', '', ''],
      ['', 'b', 'c'],
    ]);
    expect(fillGrid([])).toEqual([]);
  });
});

describe('the number of a cell', () => {
  it.each([
    ['1,204.5', 1204.5],
    ['990', 990],
    ['-2.4%', -2.4],
    ['−5', -5],
    ['+3', 3],
    ['１２．５％', 12.5],
    ['1234567', 1234567],
  ])('is read: %s', (text, number) => {
    expect(cellNumber(text)).toBe(number);
  });

  it.each(['', '–', '-', '——', '…', '/', 'N/A'])('is said to be missing: “%s”', (text) => {
    expect(cellNumber(text)).toBeUndefined();
  });

  it.each(['甲', '12 万', '1,23', '1.2.3', '3-5', '2024年', '=1+1'])('is none in %s', (text) => {
    expect(cellNumber(text)).toBeNull();
  });
});

describe('a file for spreadsheets', () => {
  it('begins with the mark of UTF-8, ends lines as RFC 4180 asks, and quotes what needs it', () => {
    expect(
      formatCsv([
        ['甲', 'a,b'],
        ['"引"', '1\n2'],
      ]),
    ).toBe('\uFEFF甲,"a,b"\r\n"""引""","1\n2"\r\n');
  });

  it.each(['=1+1', '+cmd', '-cmd', '@SUM(A1)', '＝1+1', '\t=1', ' =1'])(
    'has no cell that is computed: %s',
    (text) => {
      expect(formatCsv([[text]]).replace(/^\uFEFF"?/u, '')).toMatch(/^'/u);
      expect(formatTsv([[text]])).toMatch(/^'/u);
    },
  );

  it.each(['-2.4%', '+3', '-', '−5'])('leaves a number with a sign a number: %s', (text) => {
    expect(formatCsv([[text]])).toBe(`\uFEFF${text}\r\n`);
  });
});

it('cells to be pasted hold no tabs and line ends', () => {
  expect(
    formatTsv([
      ['a\tb', 'c\nd'],
      ['e', 'f'],
    ]),
  ).toBe('a b\tc d\ne\tf');
});

it('a table of Markdown has its first row as head, and cells that stay cells', () => {
  expect(
    formatMarkdownTable([
      ['甲|乙', '2.4%'],
      ['-1', '*x*'],
    ]),
  ).toBe('| 甲\\|乙 | 2.4% |\n| --- | --- |\n| -1 | \\*x\\* |');
});
