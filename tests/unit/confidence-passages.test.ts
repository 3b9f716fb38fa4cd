import { describe, expect, it } from 'vitest';
import type { DoubtId } from '../../scripts/ingest/model/confidence.ts';
import type { Block } from '../../scripts/ingest/model/document.ts';
import { plainText } from '../../scripts/ingest/model/text-of.ts';
import { judgeParagraphs } from '../../scripts/ingest/readers/pdf/confidence/judge-paragraphs.ts';
import { breakParagraphs } from '../../scripts/ingest/readers/pdf/flow/break-paragraphs.ts';
import { blocksOfParagraphs } from '../../scripts/ingest/readers/pdf/flow/build-blocks.ts';
import { factsByColumn } from '../../scripts/ingest/readers/pdf/lines/line-facts.ts';
import { paragraphOf } from '../../scripts/ingest/readers/pdf/lines/paragraph-of-lines.ts';
import type { TextLine } from '../../scripts/ingest/readers/pdf/lines/text-line.ts';
import { A4, line } from '../support/pdf-page-content.ts';

const FULL = '建设重心正由规模扩张转向效能提升产业分工进一步细化协同创新格局初步形成';
const STOPPED = `${FULL.slice(0, -1)}。`;
const factsOf = factsByColumn(() => ({ left: A4.left, right: A4.right }));
const setting = (indents: boolean) => ({ factsOf, leadingAt: () => A4.leading, indents: () => indents });
let y = 0;
const at = (text: string, x: number = A4.left, more = {}) => line(text, x, (y += A4.leading), more);

/** What is doubted of each paragraph of some blocks, by how it begins. */
const doubtsOf = (blocks: readonly Block[], indents = true): Record<string, readonly DoubtId[]> =>
  Object.fromEntries(
    [...judgeParagraphs(blocks, setting(indents))].map(([paragraph, doubts]) => [
      plainText(paragraph.children).slice(0, 4),
      doubts,
    ]),
  );
const cut = (lines: readonly TextLine[], indents = true): readonly Block[] =>
  blocksOfParagraphs(breakParagraphs(lines, setting(indents)), {});
const whole = (...paragraphs: readonly (readonly TextLine[])[]): readonly Block[] =>
  paragraphs.map((lines) => paragraphOf(lines, {}));

describe('confidence in a paragraph', () => {
  it('is whole where a stop, an early end and an indent part it from its neighbours', () => {
    const lines = [
      at(FULL.slice(2), 104),
      at('第一段完。'),
      at(`第二${FULL.slice(4)}`, 104),
      at('第二段完。'),
    ];
    expect(Object.keys(doubtsOf(cut(lines)))).toHaveLength(2);
    expect(Object.values(doubtsOf(cut(lines))).flat()).toEqual([]);
  });

  it('is shaken where it ends without a stop, and where the next begins with no mark of it', () => {
    const doubts = doubtsOf(whole([at(FULL)], [at('另起的一段。')]));
    expect(doubts).toEqual({
      建设重心: ['paragraph/ends-openly'],
      另起的一: ['paragraph/start-unmarked'],
    });
  });

  it('is shaken where only a stop at the end of a full line parts two', () => {
    expect(doubtsOf(whole([at(STOPPED)], [at('另起的一段。')]))).toEqual({
      建设重心: ['paragraph/end-unmarked'],
      另起的一: ['paragraph/start-unmarked'],
    });
  });

  it('is whole where more room than usual parts two, and shaken just below that', () => {
    const apart = (gap: number) => {
      const first = at(STOPPED);
      y += gap - A4.leading;
      return Object.values(doubtsOf(whole([first], [at('另起的一段。')]), false)).flat().length;
    };
    expect([apart(1.31 * A4.leading), apart(1.29 * A4.leading)]).toEqual([0, 2]);
  });

  it('is shaken where it begins within a sentence', () => {
    expect(doubtsOf(whole([at('，而且如此。')], [at('then it ends here. 完。')]))).toMatchObject({
      '，而且如': ['paragraph/starts-within'],
      then: ['paragraph/starts-within'],
    });
  });

  it('is shaken where a line inside it ends early', () => {
    expect(doubtsOf(whole([at('短短一行'), at('又一行。')]))).toEqual({
      短短一行: ['paragraph/joined-short-line'],
    });
  });

  it('is shaken where it was joined behind a stop, unless indents would have parted it', () => {
    const joined = whole([at(STOPPED), at('接着的话。')]);
    expect(doubtsOf(joined, false)).toEqual({ 建设重心: ['paragraph/joined-after-stop'] });
    expect(doubtsOf(joined, true)).toEqual({ 建设重心: [] });
  });
});

describe('confidence in the items of a list', () => {
  const items = (...texts: readonly string[]) => cut(texts.map((text) => at(text, 104)));

  it('asks for no stop where most of them end without one', () => {
    expect(Object.values(doubtsOf(items('●总体平稳', '●稳中有进', '●长期向好'))).flat()).toEqual([]);
  });

  it('is shaken for the one that ends otherwise than most', () => {
    expect(doubtsOf(items('●总体平稳；', '●稳中有进', '●长期向好。'))).toMatchObject({
      稳中有进: ['paragraph/ends-openly'],
    });
  });
});
