import { describe, expect, it } from 'vitest';
import { findBlockColumns } from '../../scripts/ingest/readers/pdf/flow/block-columns.ts';
import { breakParagraphs } from '../../scripts/ingest/readers/pdf/flow/break-paragraphs.ts';
import { findInsets } from '../../scripts/ingest/readers/pdf/flow/find-insets.ts';
import { leadingBySetting } from '../../scripts/ingest/readers/pdf/flow/usual-leading.ts';
import { factsByColumn, isFullBefore } from '../../scripts/ingest/readers/pdf/lines/line-facts.ts';
import { A4, line } from '../support/pdf-page-content.ts';

const factsOf = factsByColumn(() => ({ left: A4.left, right: A4.right }));
const TEXT = '建设重心正由规模扩张，转向效能提升产业分工。进一步细化协同，创新格局初步形成';
/** Lines one below another, from `top` on. */
const lines = (texts: readonly string[], x: number, leading: number, page = 1, top = 100) =>
  texts.map((text, index) => line(text, x, top + index * leading, { page }));

describe('findBlockColumns', () => {
  const block = lines([TEXT.slice(0, 22), TEXT.slice(2, 24), TEXT.slice(4, 26), TEXT.slice(0, 9)], 120, 18);

  it('finds the edges of a block of running text that ends clear of the page edge', () => {
    expect([...findBlockColumns(block, factsOf).values()]).toEqual(
      block.map(() => ({ left: 120, right: 384 })),
    );
  });

  it('leaves lines to the page that are few, end at its edge, are ragged or read like names', () => {
    const full = lines(
      [0, 1, 2, 3].map((from) => TEXT.slice(from, from + 36)),
      A4.left,
      18,
    );
    const ragged = lines(
      [22, 17, 20, 14].map((length) => TEXT.slice(0, length)),
      120,
      18,
    );
    const titles = lines(
      Array.from({ length: 4 }, () => '规模扩张效能提升产业分工协同创新格局形成'),
      120,
      18,
    );
    for (const each of [block.slice(0, 3), full, ragged, titles])
      expect(findBlockColumns(each, factsOf).size).toBe(0);
  });
});

describe('findBlockColumns of a page', () => {
  const long = (ends: readonly number[]) =>
    ends.map((length, index) => line(TEXT.slice(0, length), A4.left, 100 + index * 40));

  it('takes the edge that most long lines of the page come near to', () => {
    const column = { left: A4.left, right: A4.left + 32 * A4.size };
    expect([...findBlockColumns(long([32, 31, 31, 25]), factsOf).values()]).toEqual(
      [1, 2, 3, 4].map(() => column),
    );
  });

  it('leaves the learned edge where long lines are few or end anywhere', () => {
    expect(findBlockColumns(long([32, 31, 9]), factsOf).size).toBe(0);
    expect(findBlockColumns(long([32, 29, 26, 23]), factsOf).size).toBe(0);
  });
});

describe('leadingBySetting', () => {
  it('is that of the page and size where they show one, and the usual one elsewhere', () => {
    const wide = lines(
      Array.from({ length: 6 }, () => TEXT),
      A4.left,
      30,
    );
    const few = lines([TEXT, TEXT], A4.left, 17, 2);
    const leadingAt = leadingBySetting([...wide, ...few], 24);
    expect([...wide.slice(0, 1), ...few.slice(0, 1)].map(leadingAt)).toEqual([30, 24]);
  });

  it('shows no habit where distances differ', () => {
    const tops = [100, 117, 141, 171, 190, 226, 247];
    expect(
      leadingBySetting(
        tops.map((top) => line(TEXT, A4.left, top)),
        24,
      )(line(TEXT, A4.left, 100)),
    ).toBe(24);
  });
});

describe('findInsets', () => {
  const WORDS = 'a proof that holds for every statement of a kind and that one';
  const ragged = (top: number) => lines([`${WORDS} may`, `${WORDS} can`, 'checks.'], 98, 18, 1, top);

  it('leaves what hangs from an open item to the item', () => {
    const item = line('● Soundness: if the statement is false, no prover may show that it holds', 80, 100);
    expect(findInsets([item, ...ragged(118)], factsOf).size).toBe(0);
  });

  it('leaves a ragged rest of a block to the lines above it that reach the edge', () => {
    const full = line('规模扩张效能提升产业分工协同创新格局形成规模扩张效能提升产业分工完成。', 98, 100);
    expect(findInsets([full, ...ragged(118)], factsOf).size).toBe(0);
  });
});

describe('a line that is full', () => {
  it('leaves no room for a word with a dash or an apostrophe in it', () => {
    const before = line('can be used to increase the throughput of all by', A4.left, 100);
    const column = { left: A4.left, right: before.box.x + before.box.width + 6 * A4.size };
    const facts = factsByColumn(() => column)(before);
    expect(isFullBefore(before, line('1,000–100,000x.', A4.left, 118), facts)).toBe(true);
    expect(isFullBefore(before, line('1,000 times.', A4.left, 118), facts)).toBe(false);
  });

  it('ends with a sentence within a ragged paragraph, where paragraphs are parted by space', () => {
    const pair = (next: string) => [
      line(`${'a proof of it '.repeat(4)}may hold.`, A4.left, 100),
      line(next, A4.left, 118),
    ];
    const texts = (next: string, indents: boolean) =>
      breakParagraphs(pair(next), {
        factsOf: factsByColumn(() => ({ left: A4.left, right: 500 })),
        leadingAt: () => 18,
        indents: () => indents,
      });
    expect(texts('Notwithstanding this, it may not.', false)).toHaveLength(1);
    expect(texts('It may.', false)).toHaveLength(2);
    expect(texts('Notwithstanding this, it may not.', true)).toHaveLength(2);
  });

  it('goes on behind a hyphen, though it is short and what follows looks like an item', () => {
    const options = { factsOf, leadingAt: () => 18, indents: () => false };
    const pair = (end: string) => [line(`the ICD${end}`, A4.left, 100), line('10）及其后的版本', 102, 118)];
    expect(breakParagraphs(pair('-'), options)).toHaveLength(1);
    expect(breakParagraphs(pair('：'), options)).toHaveLength(2);
  });

  it('begins no paragraph where it is short and stands far right: a page number, a date', () => {
    const options = { factsOf, leadingAt: () => 24, indents: () => true };
    const [number, next] = [line('20', 500, 100), line('Overview', A4.left, 124)];
    expect(breakParagraphs([number, next], options)).toHaveLength(2);
  });
});
