import { describe, expect, it } from 'vitest';
import { readNumber } from '../../scripts/ingest/genre/numbering.ts';
import { assignLevels } from '../../scripts/ingest/readers/pdf/outline/heading-levels.ts';
import type { LevelInput } from '../../scripts/ingest/readers/pdf/outline/level-input.ts';

const head = (text: string, size = 12, more: Partial<LevelInput> = {}): LevelInput => ({
  number: readNumber(text),
  style: { size, bold: true, font: 'SimHei' },
  indent: null,
  beside: false,
  depths: new Map(),
  ...more,
});
const levels = (headings: readonly LevelInput[]) => assignLevels(headings).levels.map(({ level }) => level);

describe('chapters without a number', () => {
  const numbered = () => [head('一、甲'), head('二、乙'), head('（一）丙')];
  const countries = (size: number) => [1, 2, 3].flatMap(() => [head('国家', size), ...numbered()]);

  it('stand outside of the numbering that begins anew in them, the larger ones outermost', () => {
    expect(levels(countries(13)).slice(0, 4)).toEqual([1, 2, 2, 3]);
    const twofold = [head('欧洲', 20), ...countries(14), head('亚洲', 20), ...countries(14)];
    expect(levels(twofold).slice(0, 5)).toEqual([1, 2, 3, 3, 4]);
  });

  it('do not, where they are hardly larger, where the numbering counts on, or where contents give indents', () => {
    expect(levels(countries(12.5))[1]).toBe(1);
    const counting = ['一', '二', '三', '四'].flatMap((number) => [head('国家', 16), head(`${number}、甲`)]);
    expect(levels(counting)[1]).toBe(1);
    expect(levels([head('一、总', 12, { indent: 90 }), ...countries(16)])[2]).toBe(1);
  });
});

describe('levels of entries that contents indent', () => {
  const at = (indent: number, ...texts: readonly string[]) => texts.map((text) => head(text, 12, { indent }));
  const chapters = at(90, '第一章', '第二章', '第三章', '第四章');
  const sections = at(110, '1.1甲', '1.2甲', '2.1甲', '2.2甲', '3.1甲');
  const parts = at(130, '1.1.1甲', '1.1.2甲', '2.1.1甲', '2.1.2甲', '3.1.1甲');

  it('are those of their indent where its others agree', () => {
    expect(levels([...chapters, ...sections, ...parts, ...at(130, '1.1港')]).at(-1)).toBe(3);
    // Four of five agree, three of five do not.
    expect(
      levels([...chapters, ...sections, ...parts.slice(0, 3), ...at(130, '1.1港', '2.1港')]).at(-1),
    ).toBe(2);
  });

  it('stay where all entries begin at one place', () => {
    expect(
      levels([...at(90, '第一章', '第二章'), ...at(90, ...Array<string>(12).fill('1.1甲'))]).slice(0, 3),
    ).toEqual([1, 1, 2]);
  });
});

describe('levels by bookmarks', () => {
  const marked = (text: string, depth: number) => head(text, 12, { depths: new Map([['bookmarks', depth]]) });

  it('put a heading without a number inside the numbered ones of less depth, though it is set like others', () => {
    expect(
      levels([marked('一、甲', 1), marked('（一）乙', 2), marked('利润表', 3), marked('二、丙', 1)]),
    ).toEqual([1, 2, 3, 1]);
  });
});
