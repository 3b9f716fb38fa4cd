import { describe, expect, it } from 'vitest';
import type { ContentsLine } from '../../scripts/ingest/readers/pdf/furniture/contents-pages.ts';
import {
  announcedSettings,
  contentsClaims,
  matchContents,
} from '../../scripts/ingest/readers/pdf/outline/witnesses/contents.ts';
import { largeLine } from '../support/judged-line.ts';
import { line } from '../support/pdf-page-content.ts';

const entry = (text: string, label = '', more: Partial<ContentsLine> = {}): ContentsLine => ({
  text,
  label,
  indent: 90,
  page: 1,
  target: null,
  list: 'headings',
  ...more,
});

/** Where entries are found among lines, each given with its physical page: [from, to, whether the label agrees]. */
function match(
  entries: readonly ContentsLine[],
  lines: readonly (readonly [text: string, page: number])[],
  more: { readonly labels?: readonly string[]; readonly bodyStart?: number } = {},
) {
  const { labels = ['1', '2', '3', '4', '5'], bodyStart = 0 } = more;
  return matchContents({
    entries,
    lines: lines.map(([text, page]) => line(text, 80, 100, { page })),
    labels,
    bodyStart,
  }).map(({ from, to, labelAgrees }) => [from, to, labelAgrees]);
}
const twice = (first: number, second: number) =>
  [
    ['总体态势', first],
    ['正文', first],
    ['总体态势', second],
  ] as const;

describe('an entry of the contents', () => {
  it('is found in the words of a line, or of several', () => {
    expect(
      match(
        [entry('总体态势', '1')],
        [
          ['正文', 1],
          ['总体', 1],
          ['态势', 1],
        ],
      ),
    ).toEqual([[1, 3, true]]);
    expect(match([entry('总体态势', '1')], [['总体态势好', 1]])).toEqual([]);
  });

  it('is found without its number only where it is nowhere found with it', () => {
    expect(
      match(
        [entry('一、总体态势')],
        [
          ['总体态势', 1],
          ['一、总体态势', 1],
        ],
      ),
    ).toEqual([[1, 2, true]]);
    expect(
      match(
        [entry('一、总体态势')],
        [
          ['正文', 1],
          ['总体态势', 1],
        ],
      ),
    ).toEqual([[1, 2, true]]);
  });

  it('belongs to the page that it names, or to the nearest', () => {
    expect(match([entry('总体态势', '3')], twice(1, 3))).toEqual([[2, 3, true]]);
    expect(match([entry('总体态势', '3')], twice(1, 4))).toEqual([[2, 3, false]]);
    expect(match([entry('总体态势', '3')], twice(1, 2))).toEqual([[2, 3, false]]);
    expect(match([entry('总体态势', '2')], twice(2, 2))).toEqual([[0, 1, true]]);
  });

  it('belongs to the first place where no page is near the one that it names', () => {
    expect(match([entry('总体态势', '5')], twice(1, 3))).toEqual([[0, 1, false]]);
    expect(
      match(
        [entry('总体态势', '5')],
        [
          ['正文', 1],
          ['总体态势', 1],
        ],
      ),
    ).toEqual([[1, 2, false]]);
    expect(match([entry('总体态势', 'ii')], twice(1, 3))).toEqual([[0, 1, false]]);
    expect(match([entry('总体态势', 'ii')], twice(1, 3), { labels: ['1', '2', 'iii'] })).toEqual([
      [0, 1, false],
    ]);
  });

  it('goes before a page without a label where it is named, and behind none where another is', () => {
    const labels = ['', '2', '4', '3'];
    expect(match([entry('总体态势', '3')], twice(1, 4), { labels })).toEqual([[2, 3, true]]);
    expect(match([entry('总体态势', '3')], twice(2, 1), { labels })).toEqual([[2, 3, false]]);
    expect(match([entry('总体态势', '3')], twice(1, 2), { labels })).toEqual([[0, 1, false]]);
    expect(match([entry('总体态势')], twice(2, 1), { labels })).toEqual([[0, 1, true]]);
  });

  it('belongs to the page that it links to', () => {
    expect(match([entry('总体态势', '', { target: 3 })], twice(1, 3))).toEqual([[2, 3, true]]);
    expect(match([entry('总体态势', '2', { target: 3 })], twice(2, 3))).toEqual([[0, 1, true]]);
    expect(match([entry('总体态势', '4', { target: 3 })], twice(5, 3))).toEqual([[2, 3, false]]);
  });
});

describe('entries of the contents', () => {
  const lines = [
    ['前言', 1],
    ['一、甲', 2],
    ['小结', 2],
    ['二、乙', 3],
    ['小结', 3],
  ] as const;

  it('are found one behind the other', () => {
    expect(match([entry('一、甲'), entry('小结'), entry('二、乙'), entry('小结')], lines)).toEqual([
      [1, 2, true],
      [2, 3, true],
      [3, 4, true],
      [4, 5, true],
    ]);
    expect(match([entry('二、乙'), entry('一、甲')], lines)).toEqual([[3, 4, true]]);
  });

  it('are looked for in the body first, then before it, and come in the order of the lines', () => {
    expect(match([entry('一、甲'), entry('前言')], lines, { bodyStart: 1 })).toEqual([
      [0, 1, true],
      [1, 2, true],
    ]);
    const again = [['一、甲', 1], ...lines] as const;
    expect(match([entry('一、甲')], again, { bodyStart: 1 })).toEqual([[2, 3, true]]);
    expect(match([entry('前言'), entry('一、甲'), entry('二、乙')], lines, { bodyStart: 1 })).toHaveLength(3);
  });

  it('share no line: the first has it', () => {
    const front = [
      ['前言', 1],
      ['正文', 2],
    ] as const;
    expect(match([entry('前言'), entry('前言')], front, { bodyStart: 1 })).toEqual([[0, 1, true]]);
    const near = [
      ['甲一', 1],
      ['乙二', 1],
      ['正文', 2],
    ] as const;
    expect(match([entry('甲一'), entry('乙二')], near, { bodyStart: 2 })).toEqual([
      [0, 1, true],
      [1, 2, true],
    ]);
    expect(match([entry('乙二'), entry('甲一')], near, { bodyStart: 2 })).toEqual([
      [0, 1, true],
      [1, 2, true],
    ]);
    expect(match([entry('甲一乙二'), entry('乙二')], near, { bodyStart: 2 })).toEqual([[0, 2, true]]);
  });

  it('of figures and tables are no headings', () => {
    expect(match([entry('小结', '', { list: 'figures' })], lines)).toEqual([]);
  });

  it('claim their lines, and say what page they name', () => {
    const [one, other] = [entry('一、甲', '2'), entry('二、乙')];
    const claims = contentsClaims([
      { entry: one, from: 1, to: 2, labelAgrees: false },
      { entry: other, from: 3, to: 4, labelAgrees: true },
    ]);
    expect(claims.map(({ reason, weight, entry: of }) => [reason, weight, of])).toEqual([
      ['the contents announce it on page 2, which is not its page', 1, one],
      ['the contents announce it on page ?', 1, other],
    ]);
  });
});

describe('the settings of announced headings', () => {
  it('are those of which contents announce a fifth of the lines', () => {
    const judged = (others: number) => [
      largeLine('总体'),
      ...Array.from({ length: others }, (_, index) => largeLine(`例 ${String(index)}`)),
    ];
    const settings = (others: number) =>
      announcedSettings([{ entry: entry('总体'), from: 0, to: 1, labelAgrees: true }], judged(others)).size;
    expect([settings(4), settings(5)]).toEqual([1, 0]);
  });
});
