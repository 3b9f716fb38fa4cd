/** Captions that have no number: 图：…, 表：…, ▲ … beside a picture or table. */
import { describe, expect, it } from 'vitest';
import { inlineText } from '../../scripts/ingest/readers/pdf/lines/join-lines.ts';
import { across, down, picture, prose, regionsOf, words, type Drawing } from '../support/drawn-page.ts';

/** Each figure and table: its kind, caption and source. */
const shown = (drawing: Drawing): readonly string[] =>
  regionsOf(drawing).regions.flatMap((region) =>
    region.kind === 'callout'
      ? []
      : [[region.kind, inlineText(region.block.caption), inlineText(region.block.source)].join('|')],
  );

/** Two columns and three rows between 150 and 240 points. */
const grid = {
  rulings: [
    ...[150, 180, 210, 240].map((y) => across(y, 90, 500)),
    ...[90, 300, 500].map((x) => down(x, 150, 240)),
  ],
  cells: [165, 195, 225].flatMap((y) => [words('甲甲', 100, y + 4), words('乙乙', 310, y + 4)]),
};

const NO_NUMBER = '';

describe('captions without a number', () => {
  it('belong to the picture below them or above them', () => {
    const images = [picture(120, 150, 350, 200)];
    const above = { text: [prose(80), words('图：总体架构', 120, 140), prose(400)], images };
    const below = { text: [prose(80), words('▲ 总体架构', 250, 370), prose(410)], images };
    expect(shown(above)).toEqual(['figure|总体架构|']);
    expect(shown(below)).toEqual(['figure|总体架构|']);
    expect(
      regionsOf(below).regions.map((region) =>
        region.kind === 'figure' ? [region.block.number, ...region.dropped.map(({ text }) => text)] : [],
      ),
    ).toEqual([[NO_NUMBER, '▲']]);
  });

  it('belong to the table below them or above them', () => {
    const { rulings, cells } = grid;
    const above = { rulings, text: [prose(80), words('表：对照', 90, 140), ...cells, prose(300)] };
    const below = { rulings, text: [prose(80), ...cells, words('▲对照', 250, 258), prose(300)] };
    expect([...shown(above), ...shown(below)]).toEqual(['table|对照|', 'table|对照|']);
  });

  it.each([140, 150])('of a picture stand beside those of a table, or beside the table itself (%i)', (y) => {
    const text = [
      prose(80),
      words('图：总体架构', 90, y),
      words('表：对照', 310, 130),
      ...[155, 185, 215].flatMap((row) => [words('甲甲', 320, row + 4), words('乙乙', 420, row + 4)]),
      prose(300),
    ];
    const rulings = [
      ...[140, 170, 200, 230].map((row) => across(row, 310, 500)),
      ...[310, 410, 500].map((x) => down(x, 140, 230)),
    ];
    const drawing = { text, rulings, images: [picture(90, 160, 190, 90)] };
    expect(shown(drawing).toSorted()).toEqual(['figure|总体架构|', 'table|对照|']);
  });

  it('are text where no figure or table is near', () => {
    expect(shown({ text: [prose(80), words('图：总体架构', 90, 140), prose(180)] })).toEqual([]);
  });

  it('are a list where ▲ begins the lines next to them', () => {
    const images = [picture(120, 100, 350, 200)];
    const two = (second: number) =>
      shown({ text: [prose(80), words('▲ 甲', 250, 320), words('▲ 乙', 250, second)], images });
    expect(two(320 + 55)).toEqual(['figure||']);
    expect(two(320 + 57)).toEqual(['figure|甲|']);
  });

  it('with ▲ that name a source are one', () => {
    const text = [prose(80), words('▲ 数据来源：某研究院', 250, 320, 9), prose(360)];
    expect(shown({ text, images: [picture(120, 100, 350, 200)] })).toEqual(['figure||▲数据来源：某研究院']);
  });
});
