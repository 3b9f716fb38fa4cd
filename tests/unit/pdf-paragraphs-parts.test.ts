import { describe, expect, it } from 'vitest';
import { breakParagraphs } from '../../scripts/ingest/readers/pdf/flow/break-paragraphs.ts';
import { indentsByPart } from '../../scripts/ingest/readers/pdf/flow/paragraph-indents.ts';
import { factsByColumn } from '../../scripts/ingest/readers/pdf/lines/line-facts.ts';
import type { TextLine } from '../../scripts/ingest/readers/pdf/lines/text-line.ts';
import { A4, line } from '../support/pdf-page-content.ts';

const factsOf = factsByColumn(() => ({ left: A4.left, right: A4.right }));
const FULL = '建设重心正由规模扩张转向效能提升产业分工进一步细化协同创新格局初步形成';
const dark = new Set<number>();
const count = (lines: readonly TextLine[]) =>
  breakParagraphs(lines, {
    factsOf,
    leadingAt: () => A4.leading,
    indents: () => true,
    isDark: ({ id }) => dark.has(id),
  }).length;
let y = 0;
const at = (text: string, x: number = A4.left, more = {}) => line(text, x, (y += A4.leading), more);
const inDark = (each: TextLine) => {
  dark.add(each.id);
  return each;
};

describe('indentsByPart', () => {
  /** Paragraphs of a full and a short line, the first line at `x`. */
  const part = (paragraphs: number, x: number, page: number) =>
    Array.from({ length: paragraphs }, (_, index) => [
      line(FULL.slice(0, 34), x, 100 + 48 * index, { page }),
      line(`${FULL.slice(0, 19)}。`, A4.left, 124 + 48 * index, { page }),
    ]).flat();

  it('learns of the document, and anew where enough paragraphs of a page are set otherwise', () => {
    const indents = indentsByPart([...part(9, 104, 1), ...part(5, A4.left, 2)], factsOf);
    expect([indents({ page: 1, size: 12 }), indents({ page: 2, size: 12 })]).toEqual([true, false]);
    expect(indents({ page: 2, size: 9 })).toBe(true);
  });

  it('lets the document decide where a page has few paragraphs, or both kinds', () => {
    const few = indentsByPart([...part(9, 104, 1), ...part(4, A4.left, 2)], factsOf);
    expect(few({ page: 2, size: 12 })).toBe(true);
    const mixed = [...part(9, 104, 1), ...part(3, A4.left, 2), ...part(3, 104, 2)];
    expect(indentsByPart(mixed, factsOf)({ page: 2, size: 12 })).toBe(true);
  });
});

describe('a dark line', () => {
  const stopped = `${FULL.slice(0, -1)}。`;

  it('begins anew behind a full line that ends a sentence', () => {
    expect(count([at(stopped), inDark(at('第八条效能'))])).toBe(2);
  });

  it('goes on within a sentence, in dark text, and where it is full', () => {
    expect(count([at(FULL), inDark(at('第八条效能'))])).toBe(1);
    expect(count([inDark(at(stopped)), inDark(at('第八条效能'))])).toBe(1);
    expect(count([at(stopped), inDark(at(FULL))])).toBe(1);
  });
});

describe('short lines on the right', () => {
  const onTheRight = (length: number) => at(FULL.slice(0, length), A4.right - length * A4.size);

  it('stand by themselves where they end at one place and begin at two', () => {
    expect(count([onTheRight(12), onTheRight(10), onTheRight(15)])).toBe(3);
  });

  it('are a block where they begin at one place, and text where they are long', () => {
    expect(count([onTheRight(12), onTheRight(12)])).toBe(1);
    expect(count([at(FULL.slice(0, 34), 104), onTheRight(36)])).toBe(1);
  });
});

describe('space between lines of a text without indents', () => {
  const apart = (before: string, leading: number) =>
    breakParagraphs([line(before, A4.left, 100), line('完成。', A4.left, 100 + leading)], {
      factsOf,
      leadingAt: () => A4.leading,
      indents: () => false,
    }).length;

  it('parts paragraphs behind the end of a sentence, and is leading within one', () => {
    expect(apart(`${FULL.slice(0, -1)}。`, 1.4 * A4.leading)).toBe(2);
    expect(apart(FULL, 1.4 * A4.leading)).toBe(1);
  });

  it('parts anything where it is wide', () => {
    expect(apart(FULL, 1.8 * A4.leading)).toBe(2);
  });
});

describe('the last line of a page', () => {
  const over = (length: number) =>
    count([at(FULL), at(FULL.slice(0, length)), at(FULL, A4.left, { page: 2 })]);

  it('has come to an end where it is short, stop or not', () => {
    expect(over(26)).toBe(2);
  });

  it('goes on where it is nearly full', () => {
    expect(over(28)).toBe(1);
  });
});
