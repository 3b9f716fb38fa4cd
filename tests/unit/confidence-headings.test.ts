import { describe, expect, it } from 'vitest';
import type { DoubtId } from '../../scripts/ingest/model/confidence.ts';
import type { HeadingLevel } from '../../scripts/ingest/model/document.ts';
import { judgeHeadings } from '../../scripts/ingest/readers/pdf/confidence/judge-headings.ts';
import type { ContentsLine } from '../../scripts/ingest/readers/pdf/furniture/contents-pages.ts';
import { NO_OUTLINE, type Outline } from '../../scripts/ingest/readers/pdf/outline/find-headings.ts';
import type { Claim, WitnessName } from '../../scripts/ingest/readers/pdf/outline/witnesses/claim.ts';
import { line } from '../support/pdf-page-content.ts';

interface Case {
  readonly text: string;
  readonly level?: HeadingLevel;
  /** The contents name it: on its page, or on another. */
  readonly announced?: 'here' | 'elsewhere';
  readonly witnesses?: readonly WitnessName[];
  readonly reason?: string;
  readonly matter?: 'front' | 'back';
}

const entryOf = (text: string): ContentsLine => ({
  text,
  label: '1',
  indent: 90,
  page: 1,
  target: null,
  list: 'headings',
});

/** The outline of some headings, and what is doubted of each. */
function doubtsOf(
  cases: readonly Case[],
  listed: readonly HeadingLevel[] = [],
): readonly (readonly DoubtId[])[] {
  const made = cases.map(({ text, level = 1, announced, witnesses = ['numbering'], reason = '', matter }) => {
    const entry = announced === undefined ? null : entryOf(text);
    const claim = (witness: WitnessName): Claim => ({
      witness,
      from: 0,
      to: 1,
      level: null,
      weight: 1,
      reason: '',
    });
    return {
      heading: { lines: [line(text, 90, 100)], level, number: '', ...(matter && { matter }) },
      decision: {
        from: 0,
        to: 1,
        text,
        page: 1,
        heading: true,
        weight: 1,
        claims: witnesses.map(claim),
        entry,
        given: { level, reason },
      },
      entries: entry ? [{ entry, number: null, level, found: true, labelAgrees: announced === 'here' }] : [],
    };
  });
  const others = listed.map((level, index) => ({
    entry: entryOf(`条目${index}`),
    number: null,
    level,
    found: true,
    labelAgrees: true,
  }));
  const outline: Outline = {
    ...NO_OUTLINE,
    headings: made.map(({ heading }) => heading),
    decisions: made.map(({ decision }) => decision),
    entries: [...made.flatMap(({ entries }) => entries), ...others],
  };
  return [...judgeHeadings(outline).values()];
}
const doubtsOfOne = (one: Case, listed?: readonly HeadingLevel[]) => doubtsOf([one], listed)[0];

describe('confidence in a heading', () => {
  it('is whole where the contents name it on its page', () => {
    expect(doubtsOfOne({ text: '总体态势', announced: 'here' })).toEqual([]);
  });

  it('is shaken where they name another page', () => {
    expect(doubtsOfOne({ text: '总体态势', announced: 'elsewhere' })).toEqual(['heading/other-page']);
  });

  it('is shaken where contents of four entries list its level and leave it out; three tell nothing', () => {
    const one: Case = { text: '一、总体态势', level: 2 };
    expect(doubtsOfOne(one, [1, 2, 2, 1])).toEqual(['heading/unannounced']);
    expect(doubtsOfOne(one, [1, 2, 2])).toEqual([]);
    expect(doubtsOfOne({ ...one, level: 3 }, [1, 2, 2, 1])).toEqual([]);
    expect(doubtsOfOne({ text: '前言', matter: 'front' }, [1, 1, 1, 1])).toEqual([]);
  });

  it('without a number wants two witnesses, and a level that more than its look tells', () => {
    const text = '总体态势';
    expect(doubtsOfOne({ text, witnesses: ['setting'], reason: 'by its size' })).toEqual([
      'heading/alone',
      'heading/level-by-look',
    ]);
    expect(
      doubtsOfOne({
        text,
        witnesses: ['setting', 'bookmarks'],
        reason: 'the numbering begins anew in such headings',
      }),
    ).toEqual([]);
  });

  it('is shaken where its number does not go on, and only there', () => {
    const numbers = (...texts: readonly (readonly [string, HeadingLevel])[]) =>
      doubtsOf(texts.map(([text, level]) => ({ text, level }))).map((doubts) => doubts.length);
    const [one, two, four] = ['一、总体态势', '二、发展趋势', '四、政策建议'];
    expect(numbers([one, 1], ['（一）基础', 2], [two, 1], ['（一）方向', 2])).toEqual([0, 0, 0, 0]);
    expect(numbers([one, 1], [two, 1], [four, 1])).toEqual([0, 0, 1]);
    expect(numbers([two, 1])).toEqual([1]);
  });

  it('is shaken where it has no words, ends as text does, or is longer than forty characters', () => {
    const doubts = (text: string) => doubtsOfOne({ text, announced: 'here' });
    expect(doubts('42%')).toEqual(['heading/reads-like-text']);
    expect(doubts('我国发展态势如下：')).toEqual(['heading/reads-like-text']);
    expect(doubts('态'.repeat(40))).toEqual([]);
    expect(doubts('态'.repeat(41))).toEqual(['heading/reads-like-text']);
  });
});
