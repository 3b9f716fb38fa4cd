import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../scripts/ingest/model/document.ts';
import { joinInlines, joinMarks } from '../../scripts/ingest/transforms/join-marks.ts';
import { markPages } from '../../scripts/ingest/transforms/mark-pages.ts';
import { inlinesOf, visitInlines } from '../../scripts/ingest/model/walk.ts';
import { heading, paragraph } from '../support/invented-document.ts';

const text = (value: string): Inline => ({ type: 'text', value });
const strong = (...children: Inline[]): Inline => ({ type: 'strong', children });
const emphasis = (...children: Inline[]): Inline => ({ type: 'emphasis', children });
const page = (number: number): Inline => ({ type: 'pageMark', page: number, label: String(number - 2) });
const [first] = paragraph('').origins;
const origins = [first!];
const box = (...children: Block[]): Block => ({ type: 'callout', title: [text('专栏')], children, origins });
const list = (...children: Block[]): Block => ({
  type: 'list',
  ordered: false,
  origins,
  items: children.map((child) => ({ marker: '●', children: [child] })),
});

/** The pages marked in each block, in order. */
function marks(blocks: readonly Block[]): readonly string[] {
  return blocks.map((block) => {
    const pages: number[] = [];
    visitInlines(inlinesOf(block), (inline) => {
      if (inline.type === 'pageMark') pages.push(inline.page);
    });
    return pages.join(' ');
  });
}

describe('markPages', () => {
  it('marks the first paragraph of a page, also where it stands in a list, a quotation or a box', () => {
    const quote: Block = { type: 'quote', children: [paragraph('丁', 6)], origins };
    const body = [
      paragraph('甲', 3),
      list(paragraph('乙', 4), paragraph('乙', 4)),
      box(paragraph('丙', 5)),
      quote,
    ];
    expect(marks(markPages(body))).toEqual(['3', '4', '5', '6']);
  });

  it('marks no page twice, and none before one that is marked', () => {
    expect(marks(markPages([paragraph('甲', 4), paragraph('乙', 4), paragraph('丙', 3)]))).toEqual([
      '4',
      '',
      '',
    ]);
  });

  it('marks no page without a printed number', () => {
    expect(marks(markPages([paragraph('甲', 2), paragraph('乙', 3)]))).toEqual(['', '3']);
  });

  it('takes a page for marked where the text before has run on to it', () => {
    const running: Block = {
      ...paragraph([text('甲'), page(4), text('乙')], 3),
      origins: [...paragraph('', 3).origins, ...paragraph('', 4).origins],
    };
    expect(marks(markPages([running, paragraph('丙', 4), paragraph('丁', 5)]))).toEqual(['3 4', '', '5']);
    const unmarked: Block = { ...running, children: [text('甲乙')] };
    expect(marks(markPages([unmarked, paragraph('丙', 4)]))).toEqual(['3', '']);
    const over = heading(2, '', '甲', 3);
    const marked: Block = { ...over, children: [...over.children, strong(page(4))] };
    expect(marks(markPages([marked, paragraph('乙', 4)]))).toEqual(['4', '']);
  });

  it('leaves a paragraph that has the mark of its own first page', () => {
    const own = paragraph([page(3), text('甲')], 3);
    expect(markPages([own])).toEqual([own]);
  });

  it('leaves what comes from no page', () => {
    const article: Block = { ...paragraph('甲'), origins: [{ kind: 'article', line: 4 }] };
    expect(markPages([article])).toEqual([article]);
  });
});

describe('joinInlines', () => {
  it('joins bold text with bold text beside it, and italic with italic', () => {
    expect(joinInlines([strong(text('甲')), strong(text('乙'))])).toEqual([strong(text('甲乙'))]);
    expect(joinInlines([emphasis(text('甲')), emphasis(text('乙'))])).toEqual([emphasis(text('甲乙'))]);
  });

  it('joins over a page mark, which goes inside, but over nothing else', () => {
    expect(joinInlines([strong(text('甲')), page(4), strong(text('乙'))])).toEqual([
      strong(text('甲'), page(4), text('乙')),
    ]);
    const note: Inline = { type: 'noteReference', noteId: 'a' };
    for (const between of [note, text('，'), { type: 'break' } as const]) {
      const apart = [strong(text('甲')), between, strong(text('乙'))];
      expect(joinInlines(apart)).toEqual(apart);
    }
    const twoMarks = [strong(text('甲')), page(4), page(5), strong(text('乙'))];
    expect(joinInlines(twoMarks)).toEqual(twoMarks);
  });

  it('leaves bold beside italic, and links and superscripts, as they are', () => {
    const link = (value: string): Inline => ({
      type: 'link',
      url: 'https://a.example/',
      children: [text(value)],
    });
    const raised = (value: string): Inline => ({ type: 'superscript', children: [text(value)] });
    for (const pair of [
      [strong(text('甲')), emphasis(text('乙'))],
      [strong(text('甲')), page(4), emphasis(text('乙'))],
      [link('甲'), link('乙')],
      [raised('1'), raised('2')],
    ])
      expect(joinInlines(pair)).toEqual(pair);
  });

  it('joins text, and drops what is empty', () => {
    expect(joinInlines([text('甲'), text(''), text('乙')])).toEqual([text('甲乙')]);
    expect(joinInlines([text('甲'), strong(text('')), text('乙')])).toEqual([text('甲乙')]);
    expect(joinInlines([strong(emphasis())])).toEqual([]);
  });
});

describe('joinMarks', () => {
  const cut = [strong(text('甲')), strong(text('乙'))];
  const whole = [strong(text('甲乙'))];

  it('joins in text, headings and titles at any depth', () => {
    const inside = list({ ...box(paragraph(cut)), title: cut } as Block);
    const joined = list({ ...box(paragraph(whole)), title: whole } as Block);
    expect(joinMarks([{ ...heading(1, '', ''), children: cut }, inside])).toEqual([
      { ...heading(1, '', ''), children: whole },
      joined,
    ]);
  });

  it('leaves captions, source lines and cells as they were read', () => {
    const exhibit = { origins, number: '', caption: cut, source: cut };
    const body: readonly Block[] = [
      { ...exhibit, type: 'figure', alt: null, asset: null },
      { ...exhibit, type: 'table', headerRows: 0, rows: [[{ children: cut, columnSpan: 1, rowSpan: 1 }]] },
    ];
    expect(joinMarks(body)).toEqual(body);
  });
});
