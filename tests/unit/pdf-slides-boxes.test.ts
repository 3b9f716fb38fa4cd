import { describe, expect, it } from 'vitest';
import { breakParagraphs } from '../../scripts/ingest/readers/pdf/flow/break-paragraphs.ts';
import { buildDocument } from '../../scripts/ingest/readers/pdf/build-document.ts';
import { NO_FACTS } from '../../scripts/ingest/readers/pdf/glyphs/file-facts.ts';
import { factsByColumn } from '../../scripts/ingest/readers/pdf/lines/line-facts.ts';
import { levelInDeck, slideClaims } from '../../scripts/ingest/readers/pdf/outline/witnesses/slides.ts';
import { orderBoxes } from '../../scripts/ingest/readers/pdf/slides/order-boxes.ts';
import { isScattered } from '../../scripts/ingest/readers/pdf/slides/picture-slides.ts';
import type { Block } from '../../scripts/ingest/model/document.ts';
import { linesOf, slide, title } from '../support/invented-deck.ts';
import type { SlideText } from '../support/invented-deck.ts';
import { line } from '../support/pdf-page-content.ts';

const boxesOf = (texts: readonly SlideText[]) => {
  const boxes = orderBoxes(linesOf([slide(1, texts)]).flat());
  return boxes.map(({ lines }) => lines.map((each) => each.text).join('|'));
};
/** Lines one below the other, 24 points apart. */
const column = (texts: readonly string[], x: number, y: number): SlideText[] =>
  texts.map((each, index) => [each, x, y + 24 * index]);

describe('orderBoxes', () => {
  const left = column(['建设重心由规模', '转向效能提升。'], 60, 200);
  const right = column(['产业分工进一步', '细化协同创新。'], 500, 200);

  it('reads columns one after the other, below what stands across them', () => {
    expect(
      boxesOf([
        ['总体平稳，稳中有进，产业分工进一步细化，协同创新格局初步形成。', 60, 120],
        ...left,
        ...right,
      ]),
    ).toEqual([
      '总体平稳，稳中有进，产业分工进一步细化，协同创新格局初步形成。',
      '建设重心由规模|转向效能提升。',
      '产业分工进一步|细化协同创新。',
    ]);
  });

  it('reads rows one after the other where a short label stands before each', () => {
    const rows: SlideText[] = [
      ['2021年', 60, 120],
      ...column(['建设重心由规模', '转向效能提升。'], 300, 120),
      ['2022年', 60, 220],
      ...column(['产业分工进一步', '细化协同创新。'], 300, 220),
    ];
    expect(boxesOf(rows)).toEqual([
      '2021年',
      '建设重心由规模|转向效能提升。',
      '2022年',
      '产业分工进一步|细化协同创新。',
    ]);
    const long = rows.map(([text, ...place]): SlideText => [
      text.replace('年', '年以来的规模与效能'),
      ...place,
    ]);
    expect(boxesOf(long)[0]).toBe('2021年以来的规模与效能|2022年以来的规模与效能');
  });

  it('parts at strips of an em and bands of 1.2, not at narrower ones', () => {
    const strip = (gap: number): SlideText[] => [
      ...column(['效能', '提升'], 60, 120),
      ...column(['分工', '细化'], 92 + gap, 120),
    ];
    expect(boxesOf(strip(48))).toHaveLength(2);
    expect(boxesOf(strip(15))).toHaveLength(1);
    const band = (gap: number): SlideText[] => [
      ['总体平稳稳中有进产业分工进一步细化', 60, 120],
      ...column(['效能', '提升'], 60, 136 + gap),
      ...column(['分工', '细化'], 200, 136 + gap),
    ];
    expect(boxesOf(band(20))).toEqual(['总体平稳稳中有进产业分工进一步细化', '效能|提升', '分工|细化']);
    expect(boxesOf(band(19))).toHaveLength(1);
  });

  it('keeps paragraphs of one text in one box', () => {
    expect(
      boxesOf([
        ['建设重心。', 60, 120],
        ['效能提升。', 60, 170],
        ['分工。', 60, 230],
      ]),
    ).toHaveLength(1);
  });
});

describe('a box of a slide', () => {
  const lines = [line('建设重心由规模扩张转向效能提升产业分工', 80, 200), line('细化协同创新', 80, 224)];
  const count = (starts: boolean) =>
    breakParagraphs(lines, {
      factsOf: factsByColumn(() => ({ left: 80, right: 310 })),
      leadingAt: () => 24,
      indents: () => false,
      startsBox: ({ id }) => starts && id === lines[1]?.id,
    }).length;

  it('begins anew whatever stands before', () => {
    expect([count(false), count(true)]).toEqual([1, 2]);
  });
});

describe('isScattered', () => {
  const boxes = (count: number, ink: number) =>
    Array.from({ length: count }, (_, index) => ({
      lines: [line('效'.repeat(ink), 60, 100 + index * 30)],
      column: { left: 60, right: 400 },
    }));

  it('takes many small boxes for the labels of a drawing', () => {
    expect(isScattered(boxes(8, 12))).toBe(true);
    expect(isScattered(boxes(7, 12))).toBe(false);
    expect(isScattered(boxes(8, 13))).toBe(false);
  });
});

describe('levels of slides', () => {
  it('are those of the deck, others below them, matter beside the chapters', () => {
    const own = line('市场规模', 80, 50);
    const [claim] = slideClaims([{ line: own }] as unknown as Parameters<typeof slideClaims>[0], [
      { kind: 'slide', lines: [own] },
    ]);
    expect(claim).toMatchObject({ from: 0, to: 1, level: 2 });
    expect(levelInDeck(claim ? [claim] : [], 1, false)).toBe(2);
    expect([levelInDeck([], 1, false), levelInDeck([], 4, false), levelInDeck([], 3, true)]).toEqual([
      3, 4, 1,
    ]);
  });
});

describe('a deck as a document', () => {
  const labels = ['设计', '生产', '物流', '销售', '服务', '回收', '检测', '维修', '培训'];
  const pages = [
    slide(1, [['产业效能研究', 300, 250, { size: 36 }]]),
    slide(2, [
      title('市场规模'),
      ...column(['建设重心由规模扩张转', '向效能提升。'], 60, 150),
      ...column(['产业分工进一步细化而', '协同创新。'], 500, 150),
    ]),
    slide(3, [
      title('产业链'),
      ...labels.map((each, index): SlideText => [each, 60 + 90 * index, 150 + 40 * ((index * 4) % 9)]),
    ]),
    slide(4, [title('风险'), ['●产业分工不及预期。', 60, 150]]),
  ];
  const source = { kind: 'pdf', sha256: '0'.repeat(64), bytes: 1, pages: 4 } as unknown as Parameters<
    typeof buildDocument
  >[1];
  const { document, audit } = buildDocument({ pages, facts: NO_FACTS }, source);
  const paragraphs = (blocks: readonly Block[]): string[] =>
    blocks.flatMap((block) => (block.type === 'paragraph' ? [JSON.stringify(block.children)] : []));

  it('never has the text of one box inside the sentence of another', () => {
    expect(paragraphs(document.body)).toEqual([
      expect.stringContaining('建设重心由规模扩张转向效能提升。'),
      expect.stringContaining('产业分工进一步细化而协同创新。'),
    ]);
  });

  it('shows scattered labels as a picture with its words, and says so once', () => {
    const figures = document.body.filter((block) => block.type === 'figure');
    expect(figures).toHaveLength(1);
    for (const label of labels) expect(figures[0]?.alt).toContain(label);
    const told = document.messages.filter(({ reason }) => reason.includes('scattered'));
    expect(told.map(({ reason }) => /page\(s\) 3\b/u.test(reason))).toEqual([true]);
  });

  it('loses and invents nothing', () => {
    expect(audit).toMatchObject({ lost: 0, invented: 0 });
    expect(document.body.filter(({ type }) => type === 'heading')).toHaveLength(4);
  });
});
