import { describe, expect, it } from 'vitest';
import { readNumber } from '../../scripts/ingest/genre/numbering.ts';
import { demoteUnannounced } from '../../scripts/ingest/readers/pdf/outline/demote-unannounced.ts';
import type { LevelledHeading } from '../../scripts/ingest/readers/pdf/outline/demote-unannounced.ts';

const heading = (level: number, text: string, more: Partial<LevelledHeading> = {}): LevelledHeading => ({
  level,
  announced: false,
  number: readNumber(text),
  beside: false,
  ...more,
});
const named = (level: number, text: string) => heading(level, text, { announced: true });
const FOUR = [named(1, '1.总体'), named(1, '2.规模'), named(2, '2.1结构'), named(2, '2.2态势')];

describe('headings that complete contents do not name', () => {
  it('go below what they name around them, in their own order', () => {
    const inner = [heading(1, '1.甲'), heading(2, '1.1乙'), heading(1, '2.丙'), heading(1, '小结')];
    expect(demoteUnannounced([...FOUR, ...inner, named(1, '3.展望')], 5)).toEqual([
      1, 1, 2, 2, 3, 4, 3, 3, 1,
    ]);
  });

  it('never rise, and stay before the first that is named, or where they stand beside the chapters', () => {
    const headings = [
      heading(1, '致读者'),
      ...FOUR,
      heading(4, '（1）甲'),
      heading(1, '参考文献', { beside: true }),
    ];
    expect(demoteUnannounced(headings, 4)).toEqual([1, 1, 1, 2, 2, 4, 1]);
  });

  it('stay where their number goes on with those that are named', () => {
    expect(demoteUnannounced([...FOUR, heading(2, '2.3布局'), named(1, '3.展望')], 5)).toEqual([
      1, 1, 2, 2, 2, 1,
    ]);
    expect(
      demoteUnannounced(
        [named(1, '1.甲'), heading(1, '2.乙'), ...[3, 4, 5].map((n) => named(1, `${String(n)}.丙`))],
        4,
      ),
    ).toEqual([1, 1, 1, 1, 1]);
    // The contents name a fifth: the one before it is an item.
    expect(demoteUnannounced([named(1, '4.甲'), heading(1, '5.乙'), named(1, '5.丙'), ...FOUR], 6)[1]).toBe(
      2,
    );
    // A first one is a sibling only of a second that is named.
    expect(demoteUnannounced([...FOUR, named(1, '3.甲'), heading(2, '3.1乙'), named(2, '3.2丙')], 6)[5]).toBe(
      2,
    );
  });

  it('stay as they are where few entries, or less than nine of ten, were found', () => {
    const headings = [...FOUR, heading(1, '小结')];
    expect(demoteUnannounced(headings.slice(1), 3).at(-1)).toBe(1);
    expect(demoteUnannounced(headings, 4).at(-1)).toBe(3);
    expect(demoteUnannounced(headings, 5).at(-1)).toBe(1);
  });
});
