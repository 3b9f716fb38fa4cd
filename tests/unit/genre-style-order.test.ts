import { describe, expect, it } from 'vitest';
import { readNumber } from '../../scripts/ingest/genre/numbering.ts';
import { levelsOfStyles } from '../../scripts/ingest/genre/style-levels.ts';
import type { StyleLevels } from '../../scripts/ingest/genre/style-levels.ts';

type Title = string | readonly [text: string, size: number];

function order(
  titles: readonly Title[],
): StyleLevels & { readonly ofTitles: readonly (number | undefined)[] } {
  const marks = titles.map((each) => {
    const [text, size] = typeof each === 'string' ? ([each, 0] as const) : each;
    const mark = readNumber(text);
    if (mark === null) throw new Error(`no number: ${text}`);
    return { ...mark, size };
  });
  const found = levelsOfStyles(marks);
  return { ...found, ofTitles: marks.map(({ style }) => found.levels.get(style)) };
}
const reasons = (titles: readonly Title[]) =>
  order(titles).reasons.map(({ outer, inner, reason }) => `${outer} over ${inner}: ${reason}`);

describe('one numbering stands outside of another', () => {
  it('where contents name titles of the one and not of the other, four at least', () => {
    const named = (count: number) => {
      const texts = ['一、甲', '（一）乙', '二、甲', '（一）乙', '（1）丙', '（2）丁', '（3）戊'];
      const marks = texts.flatMap((text, index) => {
        const mark = readNumber(text);
        return mark ? [{ ...mark, size: index > 3 ? 20 : 12, announced: index < count }] : [];
      });
      const { levels, reasons: why } = levelsOfStyles(marks);
      return [
        levels.get('hanParen'),
        levels.get('arabicParen'),
        why.some(({ reason }) => reason === 'contents'),
      ];
    };
    expect(named(4)).toEqual([2, 3, true]);
    expect(named(3)).toEqual([3, 1, false]);
  });

  it('by what begins anew, against the sizes, where two numbers say so', () => {
    const sized = (han: number, arabic: number): readonly Title[] => [
      ['1.甲', arabic],
      ['（一）甲', han],
      ['2.甲', arabic],
      ['（一）甲', han],
    ];
    expect(reasons(sized(18, 14))).toEqual(['arabic over hanParen: containment']);
  });

  it('by size, where only one number begins anew', () => {
    const once = (han: number, arabic: number): readonly Title[] => [
      ['（一）甲', han],
      ['1.甲', arabic],
      ['（一）甲', han],
    ];
    expect(reasons(once(18, 14))).toEqual(['hanParen over arabic: size']);
    expect(reasons(once(0, 0))).toEqual(['arabic over hanParen: containment']);
  });

  it('by the one number that begins anew or counts on, where no size speaks', () => {
    expect(reasons(['1.甲', '（一）甲', '1.甲'])).toEqual(['hanParen over arabic: containment']);
    expect(reasons(['（一）甲', '1.甲', '（二）甲'])).toEqual(['hanParen over arabic: containment']);
    expect(reasons(['1.甲', '（一）甲', '2.甲'])).toEqual(['arabic over hanParen: containment']);
    expect(reasons(['（一）甲', '1.甲', '（三）甲'])).toEqual(['hanParen over arabic: usual order']);
    expect(reasons(['1.甲', '（一）甲', '3.甲'])).toEqual(['hanParen over arabic: usual order']);
  });

  it('by a size that is five hundredths larger, not less', () => {
    const sized = (arabic: number, han: number): readonly Title[] => [
      ['1.甲', arabic],
      ['（一）甲', han],
    ];
    expect(reasons(sized(21, 20))).toEqual(['arabic over hanParen: size']);
    expect(reasons(sized(20.9, 20))).toEqual(['hanParen over arabic: usual order']);
    expect(reasons(sized(20, 21))).toEqual(['hanParen over arabic: size']);
  });

  it('by no size where that of one is not known', () => {
    expect(reasons([['1.甲', 20], '（一）甲'])).toEqual(['hanParen over arabic: usual order']);
    expect(reasons(['1.甲', ['（一）甲', 20]])).toEqual(['hanParen over arabic: usual order']);
  });

  it('by the size in the middle of its titles', () => {
    const titles: readonly Title[] = [
      ['1.甲', 30],
      ['1.乙', 8],
      ['1.丙', 12],
      ['（一）甲', 10],
    ];
    expect(reasons(titles)).toEqual(['arabic over hanParen: size']);
  });

  it('by depth alone among decimals, whatever their sizes', () => {
    expect(
      reasons([
        ['1.1甲甲', 12],
        ['1.1.1甲甲', 14],
      ]),
    ).toEqual(['decimal2 over decimal3: usual order']);
    expect(
      reasons([
        ['1 甲', 12],
        ['1.1甲甲', 14],
      ]),
    ).toEqual(['decimal1 over decimal2: usual order']);
  });

  it('by containment where one of them has no decimals', () => {
    expect(reasons(['1.1甲甲', '（一）甲', '1.2甲甲', '（一）甲'])).toEqual([
      'decimal2 over hanParen: containment',
    ]);
    expect(reasons(['1.甲', '1.1甲甲', '2.甲', '2.1甲甲'])).toEqual(['arabic over decimal2: containment']);
    expect(
      reasons([
        ['1 甲', 12],
        ['一、甲', 16],
      ]),
    ).toEqual(['han over decimal1: size']);
  });
});

describe('a number that begins anew behind a third numbering', () => {
  it('says nothing about the other two: （一） behind 二、 is not inside of 1.', () => {
    const titles = ['一、甲', '（一）甲', '1.甲', '2.乙', '二、乙', '（一）丙', '三、丙', '（一）丁'];
    expect(order(titles).ofTitles).toEqual([1, 2, 3, 3, 1, 2, 1, 2]);
  });
});

describe('decimals', () => {
  it('have what numbers their chapters before them, where nothing else says so', () => {
    expect(order(['1.甲', '1.1甲甲', '1.2甲甲']).ofTitles).toEqual([1, 2, 2]);
    expect(order(['一、甲', '1.甲', '1.1甲甲', '1.2甲甲']).ofTitles).toEqual([1, 2, 3, 3]);
    expect(order(['1 甲', '1.乙', '1.1甲甲', '1.2甲甲']).ofTitles).toEqual([1, 2, 3, 3]);
  });

  it('hang on a numbering that six of ten of them repeat, not on one that half of them do', () => {
    const half = ['第一章 甲', '一、甲', '1.1甲甲', '1.2甲甲', '2.1甲甲', '2.2甲甲'];
    expect(order(half).ofTitles.slice(1)).toEqual([2, 2, 2, 2, 2]);
    const more = [...half, '一、甲', '1.3甲甲'];
    expect(order(more).ofTitles.slice(1)).toEqual([2, 3, 3, 3, 3, 2, 3]);
  });

  it('hang on the numbering that they repeat most, and on no other decimals', () => {
    expect(order(['第一篇', '第一章', '1.1甲甲', '1.2甲甲', '1.甲']).ofTitles).toEqual([1, 2, 3, 3, 4]);
    expect(order(['1.1甲甲', '1.1.1甲甲', '1.1.2甲甲']).ofTitles).toEqual([2, 3, 3]);
  });
});
