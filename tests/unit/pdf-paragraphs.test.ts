import { describe, expect, it } from 'vitest';
import { breakParagraphs } from '../../scripts/ingest/readers/pdf/flow/break-paragraphs.ts';
import { blocksOfParagraphs } from '../../scripts/ingest/readers/pdf/flow/build-blocks.ts';
import { dropStart } from '../../scripts/ingest/readers/pdf/lines/paragraph-of-lines.ts';
import { findInsets } from '../../scripts/ingest/readers/pdf/flow/find-insets.ts';
import { readListMarker } from '../../scripts/ingest/readers/pdf/lines/list-markers.ts';
import { factsByColumn } from '../../scripts/ingest/readers/pdf/lines/line-facts.ts';
import type { TextLine } from '../../scripts/ingest/readers/pdf/lines/text-line.ts';
import { A4, line } from '../support/pdf-page-content.ts';

const column = { left: A4.left, right: A4.right };
const factsOf = factsByColumn(() => column);
const FULL = '建设重心正由规模扩张转向效能提升产业分工进一步细化协同创新格局初步形成';
const texts = (lines: readonly TextLine[], indents = true) =>
  breakParagraphs(lines, { factsOf, leadingAt: () => A4.leading, indents: () => indents }).map((each) =>
    each.lines.map((one) => one.text).join(''),
  );
let y = 0;
const at = (text: string, x: number = A4.left, more = {}) => line(text, x, (y += 24), more);
const first = (text: string) => at(text.slice(0, 34), 104);

describe('breakParagraphs', () => {
  it('joins full lines and begins anew at an indent', () => {
    const lines = [first(FULL), at(FULL), at('发展。'), first(FULL), at('完成。')];
    expect(texts(lines)).toEqual([`${FULL.slice(0, 34)}${FULL}发展。`, `${FULL.slice(0, 34)}完成。`]);
  });

  it('joins over a page end', () => {
    const next = line('继续完成。', A4.left, 100, { page: 2 });
    expect(texts([first(FULL), at(FULL), next])).toHaveLength(1);
    expect(texts([first(FULL), at('结束。'), line('另起一段。', 104, 100, { page: 2 })])).toHaveLength(2);
  });

  it('takes a line for full that ends early because the next word would not fit', () => {
    expect(
      texts([first(FULL), at(FULL.slice(0, 30)), at('https://example.org/report/2023/index.html。')]),
    ).toHaveLength(1);
  });

  it('parts paragraphs without indents by the space between them', () => {
    const open = at(`${FULL.slice(0, -1)}。`);
    y += 12;
    expect(texts([open, at(FULL), at('完成。')], false)).toHaveLength(2);
  });

  it('begins an item at its mark, but not at an enumeration that happens to begin a line', () => {
    expect(
      texts([at('主要包括：', 104), at('（1）数据资源；', 104), at('（2）数据产品。', 104)]),
    ).toHaveLength(3);
    expect(texts([first(FULL), at('①结构化数据和②非结构化数据。')])).toHaveLength(1);
  });
});

describe('blocks', () => {
  it('make lists of items in a row, nested where they stand further in', () => {
    const lines = [at('●总体平稳；', 104), at('—其中东部；', 128), at('●稳中有进。', 104), at('以上。', 104)];
    const blocks = blocksOfParagraphs(
      breakParagraphs(lines, { factsOf, leadingAt: () => 24, indents: () => true }),
      {},
    );
    expect(blocks).toMatchObject([
      {
        type: 'list',
        ordered: false,
        items: [
          {
            marker: '●',
            children: [{ children: [{ value: '总体平稳；' }] }, { type: 'list', items: [{ marker: '—' }] }],
          },
          { marker: '●', children: [{ children: [{ value: '稳中有进。' }] }] },
        ],
      },
      { type: 'paragraph' },
    ]);
  });

  it('read a block set in from both sides as one quotation', () => {
    const quote = [at('“先通后畅听上去简单，真正执行时却牵涉三本台账', 128), at('口径各不相同。”', 104)];
    const insets = findInsets(quote, factsOf);
    expect(insets.size).toBe(2);
    const paragraphs = breakParagraphs(quote, {
      factsOf: factsByColumn((each) => insets.get(each.id) ?? column),
      leadingAt: () => 24,
      indents: () => true,
    });
    expect(blocksOfParagraphs(paragraphs, {}, (each) => insets.has(each.id))).toMatchObject([
      { type: 'quote', children: [{ type: 'paragraph' }] },
    ]);
  });

  it('never take the short end of a paragraph for a quotation', () => {
    expect(findInsets([at(FULL), at('完成。', 112), at('（一）规模', 112)], factsOf).size).toBe(0);
  });

  it('take a mark off the beginning without losing what follows', () => {
    expect(
      dropStart(
        [
          { type: 'strong', children: [{ type: 'text', value: '1.' }] },
          { type: 'text', value: ' 应用' },
        ],
        2,
      ),
    ).toEqual([{ type: 'text', value: '应用' }]);
    expect(
      ['1.应用', '3.5亿', '——续', '[12] 张伟', '（1）规模'].map(
        (text) => readListMarker(text)?.marker ?? null,
      ),
    ).toEqual(['1.', null, null, '[12]', '（1）']);
  });
});
