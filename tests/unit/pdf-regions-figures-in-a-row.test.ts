/** Figures that stand side by side, with their captions and sources in one row. */
import { describe, expect, it } from 'vitest';
import { inlineText } from '../../scripts/ingest/readers/pdf/lines/join-lines.ts';
import { picture, prose, regionsOf, words, type Drawing } from '../support/drawn-page.ts';

const shown = (drawing: Drawing): readonly string[] =>
  regionsOf(drawing).regions.flatMap((region) =>
    region.kind === 'figure'
      ? [
          [region.block.number, inlineText(region.block.caption), inlineText(region.block.source)]
            .filter((text) => text !== '')
            .join('|'),
        ]
      : [],
  );

/** Two pictures below their captions; the first caption ends so many points before the second. */
const inRow = (gap: number, below: NonNullable<Drawing['text']> = []): Drawing => ({
  text: [
    prose(80),
    words('图1、甲甲甲甲甲甲甲甲甲甲甲甲甲甲', 300 - gap - 10.5 * 16.5, 120),
    words('图2、乙乙乙', 300, 120),
    words('数据来源：甲研究院', 90, 320, 9),
    words('数据来源：乙研究院', 300, 320, 9),
    ...below,
    prose(400),
  ],
  images: [picture(90, 150, 190, 150), picture(300, 150, 190, 150)],
});

describe('two figures side by side', () => {
  it('have a caption and a source each where these nearly touch', () => {
    expect(shown(inRow(9))).toEqual([
      '图 1|甲甲甲甲甲甲甲甲甲甲甲甲甲甲|数据来源：甲研究院',
      '图 2|乙乙乙|数据来源：乙研究院',
    ]);
  });

  it('are not told by captions nearer than words may stand', () => {
    expect(shown(inRow(8))).toHaveLength(1);
  });

  it('keep the second line of a caption that fills its half', () => {
    const second = (gap: number) => shown(inRow(gap, [words('丙丙丙', 300 - gap - 10.5 * 16.5, 136)]))[0];
    expect(second(31)).toContain('甲甲丙丙丙|');
    expect(second(32)).not.toContain('甲甲丙丙丙|');
  });

  it('keep the second line of the first source', () => {
    expect(shown(inRow(9, [words('整理', 90, 332, 9)]))[0]).toContain('数据来源：甲研究院整理');
  });
});
