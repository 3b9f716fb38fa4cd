import { describe, expect, test } from 'vitest';
import type { Found, Match } from '../../src/lib/search/matching.ts';
import { PASSAGE_KINDS, type MatchKind, type PassageKind } from '../../src/lib/search/model.ts';
import { rankMatches, smallestGap } from '../../src/lib/search/rank.ts';

/** A word at these offsets; `atWordStart` of them begin a word. */
function word(
  group: number,
  written: string,
  offsets: readonly number[],
  atWordStart = offsets.length,
): Found {
  const term = { written, characters: [...written], hits: new Map() };
  return { group, term, hit: { record: 0, offsets, atWordStart } };
}

interface Candidate {
  readonly length?: number;
  readonly kind?: PassageKind;
  readonly match?: MatchKind;
  readonly record?: number;
  readonly whole?: boolean;
  readonly found: readonly Found[];
}

/** Numbers of the candidates, best first. */
function order(
  candidates: readonly Candidate[],
  isFirst: (record: number) => boolean = () => true,
): readonly number[] {
  const table = {
    firstOf: Int32Array.of(0, candidates.length),
    kinds: Uint8Array.from(candidates, ({ kind }) => PASSAGE_KINDS.indexOf(kind ?? 'text')),
    starts: new Int32Array(candidates.length),
    lengths: Int32Array.from(candidates, ({ length }) => length ?? 100),
  };
  const matches = candidates.map(
    ({ found, match = 'exact', record = 0, whole = true }, passage): Match & { match: MatchKind } => ({
      passage,
      record,
      found,
      whole,
      match,
    }),
  );
  return rankMatches(matches, table, isFirst).map(({ passage }) => passage);
}

describe('among passages of one sort', () => {
  const caption = { length: 5, found: [word(0, '生成式模型', [0])] };
  const paragraph = (occurrences: number): Candidate => ({
    length: 160,
    found: [
      word(
        0,
        '生成式模型',
        Array.from({ length: occurrences }, (_, at) => at * 30),
      ),
    ],
  });

  test('a caption that is nothing but the word beats a paragraph that holds it four times', () => {
    expect(order([paragraph(4), caption])).toEqual([1, 0]);
  });

  test('a paragraph that holds it five times beats such a caption', () => {
    expect(order([caption, paragraph(5)])).toEqual([1, 0]);
  });

  test.each([
    [9, [1, 0]],
    [11, [0, 1]],
  ])('a Latin word counts at its beginning as much as ten times inside others: %i', (inside, expected) => {
    const insides = Array.from({ length: inside }, (_, at) => at * 3);
    expect(order([{ found: [word(0, 'ai', insides, 0)] }, { found: [word(0, 'ai', [0])] }])).toEqual(
      expected,
    );
  });

  test('a beginning counts beside the insides of the same passage', () => {
    const mixed = { found: [word(0, 'ai', [0, 5], 1)] };
    const single = { found: [word(0, 'ai', [0])] };
    expect(order([single, mixed])).toEqual([1, 0]);
  });

  // Side by side in a text so long that only nearness counts, against 12 apart with more of the one word.
  test.each([
    [7, [0, 1]],
    [8, [1, 0]],
  ])('words 12 characters apart are worth half of words side by side: %i', (times, expected) => {
    const far = { length: 1_000_000, found: [word(0, '模型', [0]), word(1, '水印', [2])] };
    const near = {
      length: 2 * times + 14,
      found: [
        word(
          0,
          '模型',
          Array.from({ length: times }, (_, at) => at * 2),
        ),
        word(1, '水印', [2 * times + 12]),
      ],
    };
    expect(order([far, near])).toEqual(expected);
  });

  test('one word has no nearness: its names do not come near each other', () => {
    const names = { found: [word(0, '模型', [0]), word(0, '模式', [2])] };
    const often = { found: [word(0, '模型', [0, 10, 20])] };
    expect(order([names, often])).toEqual([1, 0]);
  });

  test('reading order decides between equals', () => {
    expect(order([{ found: [word(0, '模型', [0])] }, { found: [word(0, '模型', [7])] }])).toEqual([0, 1]);
  });
});

describe('before all that', () => {
  const weak = { found: [word(0, '模型', [0])] };
  const strong = { found: [word(0, '模型', [0, 10, 20])] };

  test.each<[string, Candidate, Candidate]>([
    ['the very words come before other names', { ...strong, match: 'alias' }, { ...weak, match: 'exact' }],
    ['other names come before what is near', { ...strong, match: 'near' }, { ...weak, match: 'alias' }],
    ['a passage with all words comes before parts', { ...strong, whole: false }, { ...weak, whole: true }],
    ['a viewpoint comes before a paragraph', { ...strong }, { ...weak, kind: 'viewpoint' }],
    ['a heading comes before a paragraph', { ...strong }, { ...weak, kind: 'heading' }],
  ])('%s', (_, worse, better) => {
    expect(order([worse, better])).toEqual([1, 0]);
  });

  test('the report that the reader is in comes first', () => {
    expect(order([strong, { ...weak, record: 7 }], (record) => record === 7)).toEqual([1, 0]);
    expect(order([{ ...weak, record: 7 }, strong], (record) => record === 7)).toEqual([0, 1]);
  });

  test.each<[string, readonly Found[], readonly Found[]]>([
    ['a word', [word(0, 'ai', [3], 0)], [word(0, 'ai', [0, 9])]],
    [
      'one of two words',
      [word(0, 'ai', [0]), word(1, 'gen', [4], 0)],
      [word(0, 'ai', [0, 20]), word(1, 'gen', [2, 30])],
    ],
  ])('a heading does not lead where %s stands only inside Latin words', (_, inHeading, inText) => {
    expect(order([{ kind: 'heading', found: inHeading }, { found: inText }])).toEqual([1, 0]);
  });
});

describe('the smallest gap', () => {
  test.each<[string, readonly Found[], number]>([
    ['is nothing for one word', [word(0, '模型', [0, 9])], 0],
    ['is nothing side by side', [word(0, '模型', [0]), word(1, '水印', [2])], 0],
    ['counts what is between', [word(0, '模型', [0]), word(1, '水印', [5])], 3],
    ['counts likewise where the second word comes first', [word(0, '模型', [5]), word(1, '水印', [0])], 3],
    ['is nothing where words overlap', [word(0, '智能', [0]), word(1, '能体', [1])], 0],
    ['is that of the closest occurrences', [word(0, '模型', [0, 10, 40]), word(1, '水印', [13, 90])], 1],
    ['spans all words', [word(0, '模型', [0]), word(1, '水印', [5]), word(2, '金砖国家', [10])], 6],
    [
      'takes the latest of each word, whichever it is',
      [word(0, '模型', [0, 30]), word(1, '水印', [20]), word(2, '国', [24])],
      7,
    ],
    ['knows names of one word', [word(0, '模型', [0]), word(0, '模式', [9]), word(1, '水印', [13])], 2],
  ])('%s', (_, found, gap) => {
    expect(smallestGap(found)).toBe(gap);
  });
});
