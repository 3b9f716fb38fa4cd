/** Figures, tables and boxed text on either side of the distances and shares that tell them apart. */
import { describe, expect, it } from 'vitest';
import { inlineText } from '../../scripts/ingest/readers/pdf/lines/join-lines.ts';
import { across, down, path, picture, prose, regionsOf, words, type Drawing } from '../support/drawn-page.ts';
import { rowsOf, tablesOf } from '../support/drawn-tables.ts';

/** Body text of the invented pages is of 14 points, set from 90 to 505 points. */
const kindsOf = (...drawings: readonly Drawing[]): readonly string[] =>
  regionsOf(...drawings).regions.map(({ kind }) => kind);

describe('a figure', () => {
  /** A picture that ends at 250, and a caption whose top stands `gap` points below. */
  const numbersAt = (gap: number): readonly string[] =>
    regionsOf({
      text: [prose(80), words('图 1 总体架构', 250, 250 + gap + 0.88 * 12, 12), prose(500)],
      images: [picture(120, 100, 350, 150)],
    }).regions.flatMap((region) => (region.kind === 'figure' ? [region.block.number] : []));

  it('belongs to a caption up to six ems away, and stands without one further off', () => {
    expect(numbersAt(83)).toEqual(['图 1']);
    expect(numbersAt(86)).toEqual(['']);
  });

  it('may stand below its caption as far as above', () => {
    const numbersBelow = (gap: number): readonly string[] =>
      regionsOf({
        text: [prose(80), words('图 1 总体架构', 250, 110, 12), prose(600)],
        images: [picture(120, 110 + 0.12 * 12 + gap, 350, 150)],
      }).regions.flatMap((region) => (region.kind === 'figure' ? [region.block.number] : []));
    expect(numbersBelow(83)).toEqual(['图 1']);
    expect(numbersBelow(86)).toEqual(['']);
  });

  it('without a caption is a fifth of the measure wide and four ems high', () => {
    const withPicture = (width: number, height: number): readonly string[] =>
      kindsOf({ text: [prose(80), prose(400)], images: [picture(120, 120, width, height)] });
    expect(withPicture(84, 57)).toEqual(['figure']);
    expect(withPicture(82, 57)).toEqual([]);
    expect(withPicture(84, 55)).toEqual([]);
  });

  it('without a picture is a drawing of twelve parts; fewer are an ornament', () => {
    const withParts = (count: number): readonly string[] => {
      const paths = Array.from({ length: count }, (_, index) =>
        path(120 + 40 * (index % 6), 150 + 40 * Math.floor(index / 6), 30, 30),
      );
      return kindsOf({ text: [prose(80), prose(400)], paths });
    };
    expect(withParts(12)).toEqual(['figure']);
    expect(withParts(11)).toEqual([]);
  });

  it('may hold two lines that look like text; with three in front it lies behind the page', () => {
    const withLines = (count: number): readonly string[] =>
      kindsOf({
        text: [prose(80), ...[130, 158, 186].slice(0, count).map(prose), prose(500)],
        images: [picture(90, 110, 400, 280)],
      });
    expect(withLines(2)).toEqual(['figure']);
    expect(withLines(3)).toEqual([]);
  });
});

describe('the rows of a table', () => {
  const CAPTION = words('表 1 指标对比', 250, 110, 12);
  const HEAD = ['指标', '2023年', '2024年'];
  const COLUMNS = [100, 250, 400];
  const rowAt = (y: number, texts: readonly string[]) =>
    texts.flatMap((text, column) => (text === '' ? [] : [words(text, COLUMNS[column] ?? 0, y)]));

  it('are parted by white space that is clearly more than that between the lines of a cell', () => {
    // Lines of a cell leave 3.5 points between them.
    const withGap = (gap: number) => {
      const step = gap + 10.5 + 14;
      const rows = [0, 1, 2].flatMap((row) => [
        ...rowAt(166 + row * step, ['', '', '依托数据集构']),
        ...rowAt(180 + row * step, ['规模', '5.9', '建平台能力']),
      ]);
      return regionsOf({
        text: [CAPTION, ...rowAt(140, HEAD), ...rows, prose(400)],
        rulings: [across(125, 90, 505), across(150, 90, 505), across(290, 90, 505)],
      });
    };
    expect(withGap(4.8).messages).toEqual([]);
    expect(withGap(4.8).regions).toHaveLength(1);
    expect(withGap(4.6).messages).toMatchObject([{ ruleId: 'pdf/table-structure' }]);
  });

  it('without a frame end at a gap of more than twice the usual one', () => {
    // The rows before leave 9.5 points between them.
    const withGap = (gap: number): number => {
      const rows = [HEAD, ['规模', '52.0', '68.3'], ['增速', '5.9%', '7.3%']];
      const text = rows.flatMap((row, index) => rowAt(140 + 20 * index, row));
      const last = rowAt(180 + gap + 10.5, ['占比', '12.1', '61.9']);
      return rowsOf(tablesOf({ text: [CAPTION, ...text, ...last, prose(320)] })[0]).length;
    };
    expect(withGap(20)).toBe(4);
    expect(withGap(22)).toBe(3);
  });

  it('go on over the page end where the last line of a cell fills three quarters of it', () => {
    const grid = (rows: readonly (readonly string[])[], top: number): Drawing => {
      const bottom = top + 20 * rows.length;
      return {
        text: rows.flatMap((row, index) => rowAt(top + 14 + 20 * index, row)),
        rulings: [
          ...Array.from({ length: rows.length + 1 }, (_, index) => across(top + 20 * index, 90, 505)),
          ...[90, 240, 390, 505].map((at) => down(at, top, bottom)),
        ],
      };
    };
    const joined = (last: string): readonly string[] => {
      const first = grid([HEAD, ['规模', '', last]], 700);
      const second = grid([['', '52.0', '能力。']], 80);
      return rowsOf(
        tablesOf(
          { ...first, text: [prose(600), words('表 1 指标对比', 250, 690, 12), ...(first.text ?? [])] },
          { ...second, text: [...(second.text ?? []), prose(300)] },
        )[0],
      );
    };
    // The cell is 115 points wide, a character 10.5.
    expect(joined('依托数据集构建平台')).toHaveLength(2);
    expect(joined('依托数据集构建平')).toHaveLength(3);
    expect(joined('依托数据集构建平。')).toHaveLength(3);
  });
});

describe('boxed text', () => {
  const frame = [across(100, 90, 505), across(260, 90, 505), down(90, 100, 260), down(505, 100, 260)];
  /** The callouts of a frame of 415 points around these lines; a character is 10.5 points wide. */
  const calloutsOf = (lines: readonly { readonly length: number; readonly bold?: boolean }[]) => {
    const text = lines.map(({ length, bold = false }, index) =>
      words('框'.repeat(length), 100, 120 + 30 * index, 10.5, bold),
    );
    const { regions } = regionsOf({ text: [prose(80), ...text, prose(300)], rulings: frame });
    return regions.flatMap((region) => (region.kind === 'callout' ? [region] : []));
  };

  it('has a title only where a bold first line leaves some of the frame free', () => {
    const titleOf = (length: number): string =>
      inlineText(calloutsOf([{ length, bold: true }, { length: 36 }, { length: 36 }])[0]?.title ?? []);
    expect(titleOf(33)).toHaveLength(33);
    expect(titleOf(34)).toBe('');
  });

  it('without a title holds two lines that fill most of the frame, below one only one', () => {
    expect(calloutsOf([{ length: 28 }, { length: 28 }, { length: 5 }])).toHaveLength(1);
    expect(calloutsOf([{ length: 28 }, { length: 27 }, { length: 5 }])).toEqual([]);
    expect(calloutsOf([{ length: 8, bold: true }, { length: 28 }, { length: 5 }])).toHaveLength(1);
    expect(calloutsOf([{ length: 8, bold: true }, { length: 27 }, { length: 5 }])).toEqual([]);
  });
});
