import { describe, expect, it } from 'vitest';
import { rejoinWords } from '../../scripts/ingest/readers/pdf/lines/hyphens.ts';
import { inlineText, joinLines } from '../../scripts/ingest/readers/pdf/lines/join-lines.ts';
import type { GlyphRun } from '../../scripts/ingest/readers/pdf/glyphs/page-content.ts';
import { line } from '../support/pdf-page-content.ts';

type Line = string | (Partial<GlyphRun> & { readonly text: string });

/** Lines of one page below each other. */
const linesOf = (texts: readonly Line[], page = 1) =>
  texts.map((each, index) => {
    const { text, ...style } = typeof each === 'string' ? { text: each } : each;
    return line(text, 80, 100 + 24 * index, { page, ...style });
  });
const joined = (...texts: readonly Line[]): string => {
  const { lines } = rejoinWords([linesOf(texts)]);
  return inlineText(joinLines(lines.flat()));
};

describe('a word divided at the end of a line', () => {
  it('loses its hyphen where the document writes it without', () => {
    expect(joined('many facilities and facil-', 'ities of')).toBe('many facilities and facilities of');
  });

  it('keeps it where the document writes the compound with it', () => {
    expect(joined('a long-term plan, wellknown and long-', 'term aims')).toContain('and long-term aims');
    expect(joined('state-of-the-art, theart the-', 'art')).toContain(' the-art');
  });

  it('does as the others do where the document writes neither', () => {
    const unknown = ['some compu-', 'tation'] as const;
    expect(joined('facilities of facil-', 'ities', ...unknown)).toContain('computation');
    expect(joined('long-term of long-', 'term', ...unknown)).toContain('compu-tation');
    expect(joined(...unknown)).toBe('some compu-tation');
  });

  it('goes on over a page end and over the notes there, in the next line of its size', () => {
    const first = linesOf(['the facilities and facil-', { text: '1 a note', size: 8 }]);
    const { lines, trimmings } = rejoinWords([first, linesOf(['ities of'], 2)]);
    expect(inlineText(joinLines([lines[0]![0]!, lines[1]![0]!]))).toBe('the facilities and facilities of');
    expect(trimmings).toEqual([{ text: '-', page: 1 }]);
  });

  it('is none before a capital, a number or Chinese text, nor behind one', () => {
    const texts = ['datadriven Data-', 'Driven 2020-', '2021 x-', '甲'];
    expect(rejoinWords([linesOf(texts)]).trimmings).toEqual([]);
  });
});
