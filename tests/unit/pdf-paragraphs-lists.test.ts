import { describe, expect, it } from 'vitest';
import { breakParagraphs } from '../../scripts/ingest/readers/pdf/flow/break-paragraphs.ts';
import { blocksOfParagraphs } from '../../scripts/ingest/readers/pdf/flow/build-blocks.ts';
import { assembleLines } from '../../scripts/ingest/readers/pdf/lines/assemble-lines.ts';
import { factsByColumn } from '../../scripts/ingest/readers/pdf/lines/line-facts.ts';
import { listMarkerOf, readListMarker } from '../../scripts/ingest/readers/pdf/lines/list-markers.ts';
import type { TextLine } from '../../scripts/ingest/readers/pdf/lines/text-line.ts';
import { A4, line, run } from '../support/pdf-page-content.ts';

const factsOf = factsByColumn(() => ({ left: A4.left, right: A4.right }));
const FULL = '建设重心正由规模扩张转向效能提升产业分工进一步细化协同创新格局初步形成';
const paragraphs = (lines: readonly TextLine[], indents = true) =>
  breakParagraphs(lines, { factsOf, leadingAt: () => A4.leading, indents: () => indents });
const texts = (lines: readonly TextLine[], indents = true) =>
  paragraphs(lines, indents).map((each) => each.lines.map((one) => one.text).join(''));
let y = 0;
const at = (text: string, x: number = A4.left, more = {}) => line(text, x, (y += A4.leading), more);
/** A line that begins with a mark in a font of its own. */
const marked = (mark: string, fontName: string, text: string, x: number = A4.left) => {
  y += A4.leading;
  return assembleLines([run(mark, x, y, { fontName }), run(text, x + 18, y)])[0]!;
};

describe('listMarkerOf', () => {
  it('knows letters that their font draws as signs, and the o of a typewriter before another font', () => {
    const mark = (letter: string, font: string) => listMarkerOf(marked(letter, font, '提升效能'));
    expect(mark('u', 'ABCDEF+Wingdings-Regular')).toMatchObject({ kind: 'bullet', marker: 'u' });
    expect(mark('Ø', 'Wingdings')).toMatchObject({ kind: 'bullet' });
    expect(mark('o', 'CourierNewPSMT')).toMatchObject({ kind: 'bullet' });
  });

  it('takes the same letters in fonts of text for text', () => {
    expect(listMarkerOf(marked('u', 'ArialMT', '提升效能'))).toBeNull();
    expect(listMarkerOf(marked('x', 'CourierNewPSMT', '提升效能'))).toBeNull();
    expect(listMarkerOf(marked('to', 'Wingdings', '提升效能'))).toBeNull();
    expect(listMarkerOf(line('only', A4.left, 24, { fontName: 'CourierNewPSMT' }))).toBeNull();
  });

  it('takes boxes to tick for an answer, a single box for a mark', () => {
    expect(readListMarker('□适用√不适用')).toBeNull();
    expect(readListMarker('□是 ■否')).toBeNull();
    expect(readListMarker('□提升效能')).toMatchObject({ kind: 'bullet' });
  });
});

describe('bullets of one kind', () => {
  const lists = (lines: readonly TextLine[]) => blocksOfParagraphs(paragraphs(lines), {});

  it('make a list within the item above where they stand further right', () => {
    const blocks = lists([at('●效能；', 104), at('●规模；', 128), at('●分工；', 128), at('●协同。', 104)]);
    expect(blocks).toMatchObject([
      { items: [{ children: [{}, { type: 'list', items: [{}, {}] }] }, { children: [{}] }] },
    ]);
  });

  it('are of one list at one place, and on pages with other margins', () => {
    expect(lists([at('●效能；', 104), at('●规模；', 112)])).toMatchObject([{ items: [{}, {}] }]);
    expect(lists([at('●效能；', 104), at('●规模；', 128, { page: 2 })])).toMatchObject([{ items: [{}, {}] }]);
  });
});

describe('entries of a reference list', () => {
  it('end with the address on a line of its own, behind a stop or not', () => {
    expect(
      texts([
        at('[8]“效能”提升：产业分工细化了吗？'),
        at('https://example.org/a'),
        at('[9] https://example.org/b'),
      ]),
    ).toHaveLength(2);
  });

  it('are not joined to other lines behind a stop', () => {
    expect(texts([at('[8]产业分工细化了吗？'), at('注：以上为公开资料。')])).toHaveLength(2);
  });

  it('count on over a page end with other margins, but not with a number out of turn', () => {
    const next = (mark: string) =>
      texts([at(`[9]${FULL.slice(2)}`), at(`${mark}协同创新研究。`, A4.left - 20, { page: 2 })]);
    expect(next('[10]')).toHaveLength(2);
    expect(next('[14]')).toHaveLength(1);
  });
});

describe('a dot at the beginning of a line', () => {
  it('is part of a name behind a full line that stops within a sentence', () => {
    expect(texts([at(FULL), at('•莫某某批准了方案。')])).toHaveLength(1);
  });

  it('is a bullet behind the end of a sentence, a short line or another bullet, and where it is indented', () => {
    expect(texts([at(`${FULL.slice(0, -1)}。`), at('•批准了方案。')])).toHaveLength(2);
    expect(texts([at(FULL.slice(0, 20)), at('•批准了方案。')])).toHaveLength(2);
    expect(texts([at(`•${FULL.slice(1)}`), at('•批准了方案。')])).toHaveLength(2);
    expect(texts([at(FULL), at('•批准了方案。', 104)])).toHaveLength(2);
  });
});
