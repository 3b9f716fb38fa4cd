import { describe, expect, it } from 'vitest';
import { breakParagraphs } from '../../scripts/ingest/readers/pdf/flow/break-paragraphs.ts';
import { readListMarker } from '../../scripts/ingest/readers/pdf/lines/list-markers.ts';
import { factsByColumn } from '../../scripts/ingest/readers/pdf/lines/line-facts.ts';
import type { TextLine } from '../../scripts/ingest/readers/pdf/lines/text-line.ts';
import { A4, line } from '../support/pdf-page-content.ts';

const factsOf = factsByColumn(() => ({ left: A4.left, right: A4.right }));
const TEXT = '建设重心正由规模扩张转向效能提升产业分工进一步细化协同创新格局初步形成';
const texts = (lines: readonly TextLine[]) =>
  breakParagraphs(lines, { factsOf, leadingAt: () => A4.leading, indents: () => true }).map((each) =>
    each.lines.map((one) => one.text).join(''),
  );
let y = 0;
const at = (text: string, x: number) => line(text, x, (y += A4.leading));
/** A line from `x` to the right edge, `end` at its end. */
const full = (x: number, end = '') =>
  at(TEXT.slice(0, Math.floor((A4.right - x) / A4.size) - end.length) + end, x);

describe('a line further left than the line before', () => {
  it('goes on a full line, though it stands right of the edge that was learned', () => {
    expect(texts([full(128), full(104), at('完成。', 104)])).toHaveLength(1);
  });

  it('begins anew behind a line that is not full, or that ends a sentence', () => {
    expect(texts([at('基本概念', 128), full(104)])).toHaveLength(2);
    expect(texts([full(128, '。'), full(104)])).toHaveLength(2);
  });
});

describe('a line further right than the line before', () => {
  it('hangs from a full line that stops within a sentence', () => {
    expect(texts([full(80), at('完成。', 100)])).toHaveLength(1);
  });

  it('begins anew behind the end of a sentence, with a mark of its own, or too far to the right', () => {
    expect(texts([full(80, '。'), at('完成。', 100)])).toHaveLength(2);
    expect(texts([full(80), at('●完成。', 100)])).toHaveLength(2);
    expect(texts([full(80), at('完成。', 180)])).toHaveLength(2);
  });

  it('is followed by a new paragraph where the lines return to the first one', () => {
    expect(texts([full(80), full(100), full(80), at('完成。', 100)])).toHaveLength(2);
  });

  it('is no part of a short item above: that one is a title', () => {
    expect(texts([at('1）数据治理', 104), full(120), at('完成。', 104)])).toEqual([
      '1）数据治理',
      expect.stringContaining('完成。'),
    ]);
  });
});

describe('readListMarker', () => {
  it('knows round and square bullets of any size and arrows, but no sign within text', () => {
    expect(['⚫规模', '⬤规模', '◼规模', '‣规模', '➤规模'].every((text) => readListMarker(text))).toBe(true);
    expect(readListMarker('规模⚫规模')).toBeNull();
  });
});
