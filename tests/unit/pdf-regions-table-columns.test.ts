/** Columns of tables that their text alone tells, labels in the middle of rows, and lists in cells. */
import { describe, expect, it } from 'vitest';
import { plainText } from '../../scripts/ingest/model/text-of.ts';
import { across, prose, words, type Drawing } from '../support/drawn-page.ts';
import { cells, rowsOf, tablesOf } from '../support/drawn-tables.ts';

type Words = NonNullable<Drawing['text']>;

const CAPTION = words('表 1 指标对比', 250, 110, 12);

/** A table of three rules. */
const ruled = (...text: Words): Drawing => ({
  text: [CAPTION, ...text, prose(520)],
  rulings: [across(125, 90, 505), across(146, 90, 505), across(420, 90, 505)],
});
const readRows = (...text: Words): readonly string[] => rowsOf(tablesOf(ruled(...text))[0]);

describe('a head wider than what stands below it', () => {
  /** The head of the second column ends 4 points right of where the text of the third one begins. */
  const table = (gap: number): Words => [
    ...[words('文件', 100, 140), words('发布机构名称', 198, 140), words('链接', 330, 140)],
    ...[words('甲市措施', 100, 166), words('https://a.example/one', 257, 166)],
    ...[words('甲市', 257 - gap - 21, 186), words('乙市措施', 100, 206)],
    ...[words('https://b.example/two', 257, 206), words('乙市', 257 - gap - 21, 226)],
  ];

  it('tells its column, where the texts below two heads stand apart', () => {
    // The text is 10.5 points high: gaps of .55 of it part columns.
    expect(readRows(...table(5.9))[0]).toBe('文件|发布机构名称|链接');
    expect(readRows(...table(5.6))[0]).not.toBe('文件|发布机构名称|链接');
  });
});

describe('marks of list items', () => {
  const rows = (mark: (index: number) => string): readonly string[] =>
    readRows(
      ...cells([['领域', '', '表现', '经验']], [100, 200, 240, 400]),
      ...[0, 1, 2].flatMap((index) => [
        ...[
          words(`领域${'甲乙丙'[index]!}`, 100, 170 + 30 * index),
          words(mark(index), 200, 170 + 30 * index),
        ],
        ...[words('判断不清', 240, 170 + 30 * index), words('早做准备', 400, 170 + 30 * index)],
      ]),
    );

  it('are no column of their own where no head stands above them', () => {
    expect(rows((index) => `${String(index + 1)}.`)).toEqual([
      '领域|表现|经验',
      '领域甲|1.判断不清|早做准备',
      '领域乙|2.判断不清|早做准备',
      '领域丙|3.判断不清|早做准备',
    ]);
    expect(rows((index) => `第${'一二三'[index]!}`)[1]).toBe('领域甲|第一|判断不清|早做准备');
  });
});

describe('labels in the middle of rows whose other cells begin at the top', () => {
  const column = (lines: readonly string[], x: number, top: number): Words =>
    lines.map((text, index) => words(text, x, top + 20 * index));
  const row = (name: string, top: number, label: number): Words => [
    words(name, 100, label),
    ...column([`${name}的表现之一`, '在这里写下去', '到此为止了。'], 220, top),
    ...column([`${name}的经验之谈`, '也写在这里。'], 360, top),
  ];
  const head = cells([['领域', '表现', '经验']], [100, 220, 360]);

  it('tell where the rows end', () => {
    expect(
      readRows(...head, ...row('甲类', 170, 190), ...row('乙类', 230, 250), ...row('丙类', 290, 310)),
    ).toEqual([
      '领域|表现|经验',
      '甲类|甲类的表现之一在这里写下去到此为止了。|甲类的经验之谈也写在这里。',
      '乙类|乙类的表现之一在这里写下去到此为止了。|乙类的经验之谈也写在这里。',
      '丙类|丙类的表现之一在这里写下去到此为止了。|丙类的经验之谈也写在这里。',
    ]);
  });

  it('are two at least: one may stand there by chance', () => {
    const rowCount = (...text: Words): number => readRows(...head, ...text).length;
    expect(rowCount(...row('甲类', 170, 190), ...row('乙类', 230, 250))).toBe(3);
    expect(rowCount(...row('甲类', 170, 190))).toBeGreaterThan(2);
  });
});

describe('rows of text', () => {
  it('are parted by white space of one and three quarter ems, whatever they hold', () => {
    // Words are 10.5 points high.
    const below = (gap: number): readonly string[] =>
      readRows(
        ...cells([['评级', '日期']], [100, 300]),
        words('推荐', 100, 170),
        words('今日', 300, 170),
        words('研究', 100, 180.5 + gap),
      );
    expect(below(18.3)).toEqual(['评级|日期', '推荐研究|今日']);
    expect(below(18.5)).toEqual(['评级|日期', '推荐|今日', '研究|']);
  });

  it('hold names that are set wide, which are no heads over several columns', () => {
    const names = ['甲　某', '乙某某', '丙某某'].map((name) => [name, `${name.slice(0, 1)}乙`, '丁某某']);
    const text = names.flatMap((row, index) =>
      row.flatMap((name, at) => {
        const [x, y] = [100 + 150 * at, 150 + 26 * index];
        return name.includes('　')
          ? [words(name.slice(0, 1), x, y), words(name.slice(-1), x + 21, y)]
          : [words(name, x, y)];
      }),
    );
    const second = [words('戊', 100, 176), words('某', 121, 176)];
    const rulings = [across(125, 90, 505), across(240, 90, 505)];
    const [table] = tablesOf({
      text: [...text.filter(({ x, y }) => x > 130 || y !== 176), ...second],
      rulings,
    });
    expect(rowsOf(table)).toEqual(['甲某|甲乙|丁某某', '戊某|乙乙|丁某某', '丙某某|丙乙|丁某某']);
  });
});

describe('a list in a cell', () => {
  const linesOf = (items: readonly string[]): string => {
    const text = items.flatMap((item, index) => [words(item, 200, 170 + 14 * index)]);
    const [table] = tablesOf({
      text: [CAPTION, ...cells([['领域', '表现的全部说明']], [100, 200]), words('甲类', 100, 170), ...text],
      rulings: [across(125, 90, 505), across(146, 90, 505), across(420, 90, 505)],
    });
    return plainText(table?.rows[1]?.[1]?.children ?? [], { lineBreak: '\n' });
  };

  it('has an item a line, where marks count on', () => {
    expect(linesOf(['1.判断不清楚', '的情形很多；', '2.做法不一致。'])).toBe(
      '1.判断不清楚的情形很多；\n2.做法不一致。',
    );
    expect(linesOf(['1.判断不清楚', '的情形很多；', '4.做法不一致。'])).not.toContain('\n');
    expect(linesOf(['•判断不清楚', '的情形很多；', '•做法不一致。'])).toContain('\n•做法');
  });
});
