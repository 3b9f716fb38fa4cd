import { describe, expect, it } from 'vitest';
import { inlineText } from '../../scripts/ingest/readers/pdf/lines/join-lines.ts';
import { across, down, filled, prose, regionsOf, words, type Drawing } from '../support/drawn-page.ts';
import { cells, rowsOf, tablesOf } from '../support/drawn-tables.ts';

type Words = NonNullable<Drawing['text']>;

const CAPTION = words('表 1 指标对比', 250, 110, 12);
const SOURCE = words('数据来源：某研究院', 90, 222, 9);

const THREE_COLUMNS = [100, 250, 400];
const HEAD = ['指标', '2023年', '2024年'];
const ROWS = [HEAD, ['规模', '52.0', '68.3'], ['增速', '5.9%', '7.3%'], ['占比', '12.1', '61.9']];

describe('tables', () => {
  it('reads three rules, with caption, source and head', () => {
    const rulings = [across(125, 90, 505), across(146, 90, 505), across(208, 90, 505)];
    const text = [prose(80), CAPTION, ...cells(ROWS, THREE_COLUMNS), SOURCE, prose(320)];
    const [table] = tablesOf({ text, rulings });
    expect(rowsOf(table)).toEqual(ROWS.map((row) => row.join('|')));
    expect(table).toMatchObject({ number: '表 1', headerRows: 1 });
    expect(inlineText(table!.caption)).toBe('指标对比');
    expect(inlineText(table!.source)).toBe('数据来源：某研究院');
  });

  it('reads stripes without a rule, the last row beside them included', () => {
    const boxes = [filled(90, 126, 415, 20), filled(90, 166, 415, 20, '#f2f2f2')];
    const [table] = tablesOf({ text: [CAPTION, ...cells(ROWS, THREE_COLUMNS), prose(320)], boxes });
    expect(rowsOf(table)).toEqual(ROWS.map((row) => row.join('|')));
    expect(table?.headerRows).toBe(1);
  });

  it('reads columns of text under a caption where nothing is drawn', () => {
    const [table] = tablesOf({ text: [CAPTION, ...cells(ROWS, THREE_COLUMNS), SOURCE, prose(320)] });
    expect(rowsOf(table)).toEqual(ROWS.map((row) => row.join('|')));
  });

  it('merges cells where the rule between them is missing', () => {
    const text = [CAPTION, ...cells([HEAD, ['基础', '12', '13'], ['', '14', '15']], THREE_COLUMNS)];
    const rulings = [
      ...[126, 146, 186].map((at) => across(at, 90, 505)),
      across(166, 240, 505),
      ...[90, 240, 390, 505].map((at) => down(at, 126, 186)),
    ];
    expect(rowsOf(tablesOf({ text, rulings })[0])).toEqual(['指标|2023年|2024年', '2×1:基础|12|13', '14|15']);
  });

  it('ends with one cell where missing rules leave an area whose corner is another cell', () => {
    const rows = [HEAD, ['规模', '12', '13'], ['增速', '14', '15']];
    const rulings = [
      ...[126, 166, 186].map((at) => across(at, 90, 505)),
      ...[across(146, 90, 240), across(146, 390, 505)],
      ...[90, 390, 505].map((at) => down(at, 126, 186)),
      ...[down(240, 126, 146), down(240, 166, 186)],
    ];
    const [table] = tablesOf({ text: [CAPTION, ...cells(rows, THREE_COLUMNS)], rulings });
    expect(rowsOf(table)).toEqual(['2×2:指标2023年规模12|2024年', '13', '增速|14|15']);
  });

  it('reads a head over two columns whose neighbours stand in the middle of both rows', () => {
    const rulings = [across(120, 90, 505), across(157, 90, 505), across(205, 90, 505)];
    const text = [
      words('得分', 340, 132),
      ...[words('类别', 100, 141), words('备注', 450, 141)],
      ...[words('2023年', 260, 151), words('2024年', 370, 151)],
      ...cells(
        [
          ['甲', '1.5', '2.5', '—'],
          ['乙', '3.5', '4.5', '抽样'],
        ],
        [100, 260, 370, 450],
        175,
        false,
      ),
    ];
    const [table] = tablesOf({ text: [CAPTION, ...text, prose(320)], rulings });
    expect(rowsOf(table)).toEqual([
      '2×1:类别|1×2:得分|2×1:备注',
      '2023年|2024年',
      '甲|1.5|2.5|—',
      '乙|3.5|4.5|抽样',
    ]);
    expect(table?.headerRows).toBe(2);
  });

  it('merges labels that are set in the middle of their rows', () => {
    const rulings = [across(125, 90, 505), across(146, 90, 505), across(248, 90, 505)];
    const rows = [
      HEAD,
      ['', '甲', '1.5'],
      ['', '乙', '2.5'],
      ['', '丙', '3.5'],
      ['', '丁', '4.5'],
      ['', '戊', '5.5'],
    ];
    const labels = [words('基础', 100, 180), words('成效', 100, 230)];
    const [table] = tablesOf({
      text: [CAPTION, ...cells(rows, THREE_COLUMNS), ...labels, prose(320)],
      rulings,
    });
    expect(rowsOf(table)).toEqual([
      '指标|2023年|2024年',
      '3×1:基础|甲|1.5',
      '乙|2.5',
      '丙|3.5',
      '2×1:成效|丁|4.5',
      '戊|5.5',
    ]);
  });

  it('keeps wrapped lines in their cell', () => {
    const rulings = [across(125, 90, 505), across(146, 90, 505), across(230, 90, 505)];
    const lines = (first: string, y: number): Words => [
      words(first, 250, y),
      words('协同推进实施。', 250, y + 13),
    ];
    const text = [
      ...cells([['类型', '做法']], [100, 250]),
      ...[words('甲型', 100, 172), ...lines('以智能体为接口的调度平台', 165)],
      ...[words('乙型', 100, 212), ...lines('以数据集为基础的评测体系', 205)],
    ];
    const [table] = tablesOf({ text: [CAPTION, ...text, prose(320)], rulings });
    expect(rowsOf(table)).toEqual([
      '类型|做法',
      '甲型|以智能体为接口的调度平台协同推进实施。',
      '乙型|以数据集为基础的评测体系协同推进实施。',
    ]);
  });

  it('asks for a picture and says so where nothing tells the rows apart', () => {
    const lines = [140, 153, 166, 179, 192].map((y) => words('以智能体为接口的调度平台', 250, y));
    const text = [CAPTION, words('甲型', 100, 153), words('乙型', 100, 192), ...lines, prose(320)];
    const { regions, messages } = regionsOf({ text });
    expect(regions).toMatchObject([{ kind: 'table', block: { asset: null } }]);
    expect(messages).toMatchObject([{ ruleId: 'pdf/table-structure', severity: 'warning' }]);
  });

  it('does not take body text between two rules for a table', () => {
    const rulings = [across(90, 90, 505), across(200, 90, 505)];
    expect(tablesOf({ text: [prose(110), prose(138), prose(166)], rulings })).toEqual([]);
  });
});

/** A ruled table with rows 20 points high. */
function grid(
  rows: readonly (readonly string[])[],
  top: number,
): Required<Pick<Drawing, 'text' | 'rulings'>> {
  const ends = rows.map((_, index) => top + 20 * (index + 1));
  return {
    text: cells(rows, THREE_COLUMNS, top + 14),
    rulings: [
      ...[top, ...ends].map((at) => across(at, 90, 505)),
      ...[90, 240, 390, 505].map((at) => down(at, top, ends.at(-1)!)),
    ],
  };
}

describe('tables over a page end', () => {
  it('become one, without the head that is printed again, with a mark where the page turns', () => {
    const first = grid([HEAD, ['规模', '52.0', '68.3']], 700);
    const second = grid([HEAD, ['增速', '5.9%', '7.3%']], 80);
    const { regions } = regionsOf(
      { text: [prose(600), words('表 1 指标对比', 250, 690, 12), ...first.text], rulings: first.rulings },
      { text: [...second.text, prose(300)], rulings: second.rulings },
    );
    expect(regions).toHaveLength(1);
    const region = regions[0]!;
    if (region.kind !== 'table') throw new Error('expected a table');
    expect(rowsOf(region.block)).toEqual(['指标|2023年|2024年', '规模|52.0|68.3', '增速|5.9%|7.3%']);
    expect(region.block.rows[2]?.[0]?.children[0]).toEqual({ type: 'pageMark', page: 2, label: '2' });
    expect(region.block.origins.map((origin) => origin.kind === 'pdf' && origin.page)).toEqual([1, 2]);
    expect(region.dropped.map(({ kind, page, text }) => [kind, page, text])).toEqual([
      ['other', 2, '指标 2023年 2024年'],
    ]);
  });

  it('join a row that the page end cut', () => {
    const first = grid([HEAD, ['规模', '', '依托数据集构建平台']], 700);
    const second = grid([['', '52.0', '能力。']], 80);
    const [table] = tablesOf(
      { text: [prose(600), words('表 1 指标对比', 250, 690, 12), ...first.text], rulings: first.rulings },
      { text: [...second.text, prose(300)], rulings: second.rulings },
    );
    expect(rowsOf(table)).toEqual(['指标|2023年|2024年', '规模|52.0|依托数据集构建平台能力。']);
  });

  it('keep the source line that stands on the next page', () => {
    const first = grid([HEAD, ['规模', '52.0', '68.3']], 700);
    const [table] = tablesOf(
      { text: [prose(600), words('表 1 指标对比', 250, 690, 12), ...first.text], rulings: first.rulings },
      { text: [words('来源：某研究院', 90, 80, 9), prose(120)] },
    );
    expect(inlineText(table!.source)).toBe('来源：某研究院');
  });

  it('stay apart when text stands between them', () => {
    const first = grid([HEAD, ['规模', '52.0', '68.3']], 600);
    const second = grid([HEAD, ['增速', '5.9%', '7.3%']], 80);
    const tables = tablesOf(
      { text: [words('表 1 指标对比', 250, 590, 12), ...first.text, prose(700)], rulings: first.rulings },
      { text: [...second.text, prose(300)], rulings: second.rulings },
    );
    expect(tables).toHaveLength(2);
  });
});
