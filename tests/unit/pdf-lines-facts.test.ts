import { describe, expect, it } from 'vitest';
import {
  factsByColumn,
  isFullBefore,
  isSameRow,
  isSameSize,
  lineFacts,
} from '../../scripts/ingest/readers/pdf/lines/line-facts.ts';
import { line } from '../support/pdf-page-content.ts';

const COLUMN = { left: 100, right: 300 };
/** Facts of a line of ten points with these margins, in points: an em is ten. */
const facts = (indent: number, slack: number, end = '文') => {
  const width = 200 - indent - slack;
  const made = line(`文${end}`, 100 + indent, 50, { size: 10 });
  return lineFacts({ ...made, box: { ...made.box, width } }, COLUMN);
};

describe('a line in its column', () => {
  it('is measured in ems, its width as a share of the column', () => {
    expect(facts(20, 30)).toMatchObject({ indent: 2, slack: 3, share: 0.75, column: COLUMN });
  });

  it('is full when it ends 1.6 ems before the edge or nearer', () => {
    expect([facts(0, 16).full, facts(0, 16.1).full, facts(0, -10).full]).toEqual([true, false, true]);
  });

  it('is indented by nine tenths of an em', () => {
    expect([facts(9, 0).indented, facts(8.9, 0).indented]).toEqual([true, false]);
  });

  it('is set in when it keeps clear of both edges, a hanging stop left out', () => {
    expect([facts(8, 8), facts(7.9, 8), facts(8, 7.9)].map(({ inset }) => inset)).toEqual([
      true,
      false,
      false,
    ]);
    expect([facts(8, 3, '。'), facts(8, 2.9, '。')].map(({ inset }) => inset)).toEqual([true, false]);
  });

  it('is centred when its margins are alike, two ems at least', () => {
    expect([facts(21, 21), facts(20, 20)].map(({ centred }) => centred)).toEqual([true, false]);
    expect(
      [facts(40, 28.1), facts(40, 51.9), facts(40, 27.9), facts(40, 52.1)].map(({ centred }) => centred),
    ).toEqual([true, true, false, false]);
  });

  it('has ended with a sentence, an item or a bracket', () => {
    expect(['。', '；', '）', ')', '，'].map((end) => facts(0, 20, end).ended)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('is asked for its column once', () => {
    let asked = 0;
    const factsOf = factsByColumn(() => {
      asked += 1;
      return COLUMN;
    });
    const one = line('文', 100, 50);
    expect(factsOf(one)).toBe(factsOf(one));
    expect(asked).toBe(1);
  });
});

describe('two lines', () => {
  it('have one size when they differ by a twentieth, or by rounding', () => {
    expect([isSameSize(10.5, 10), isSameSize(10.6, 10), isSameSize(9.4, 10)]).toEqual([true, false, false]);
    expect([isSameSize(4.25, 4), isSameSize(4.35, 4)]).toEqual([true, false]);
  });

  it('stand on one row when their baselines differ by less than four tenths of an em', () => {
    const at = (y: number, page = 1) => line('文', 100, y, { size: 10, page });
    expect([
      isSameRow(at(100), at(103.9)),
      isSameRow(at(100), at(104)),
      isSameRow(at(100), at(100, 2)),
    ]).toEqual([true, false, false]);
  });
});

describe('a line that stops before its edge', () => {
  const isFull = (
    slack: number,
    next: string,
    more: {
      readonly end?: string;
      readonly full?: boolean;
      readonly ended?: boolean;
      readonly column?: typeof COLUMN;
    } = {},
  ) => {
    const { end = '文', full = false, ended = false, column = COLUMN } = more;
    const size = { size: 10 };
    return isFullBefore(line(end, 100, 50, size), line(next, 100, 70, size), {
      ...facts(0, 20),
      column,
      full,
      ended,
      slack: slack / 10,
    });
  };

  it('is full when the next word would not fit: its width and what a full line may lack', () => {
    expect([isFull(67.9, 'abcdefghij文'), isFull(68.1, 'abcdefghij文')]).toEqual([true, false]);
  });

  it('is full between Latin words when the next would not fit behind a space', () => {
    expect([isFull(56.9, 'abcdefghij', { end: 'a' }), isFull(57.1, 'abcdefghij', { end: 'a' })]).toEqual([
      true,
      false,
    ]);
    expect(isFull(57.1, '（abcdefghi', { end: 'a' })).toBe(true);
  });

  it('lacks no more than its column for a word that is longer', () => {
    const column = { left: 100, right: 150 };
    const address = `https://example.org/${'a'.repeat(80)}`;
    expect([isFull(65.9, address, { column }), isFull(66.1, address, { column })]).toEqual([true, false]);
  });

  it('is not full where it has ended, or where no word follows', () => {
    expect(isFull(20, 'abcdefghij', { ended: true })).toBe(false);
    expect(isFull(10, '（）文')).toBe(false);
    expect(isFull(90, '文', { full: true, ended: true })).toBe(true);
  });
});
