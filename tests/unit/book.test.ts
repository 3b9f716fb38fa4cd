import { describe, expect, it } from 'vitest';
import { listPassages } from '../../src/lib/book/list-passages.ts';
import type { Body } from '../../src/lib/book/model.ts';
import { parseBody } from '../../src/lib/book/parse-body.ts';
import { textOfBlock, textOfBlocks, textOfInlines } from '../../src/lib/book/text-of.ts';
import { trackedFiles } from '../support/source-files.ts';

/** The only block of a body. */
function only(
  source: string,
  ...start: Parameters<typeof parseBody> extends [string, ...infer Rest] ? Rest : never
) {
  const { blocks } = parseBody(source, ...start);
  expect(blocks).toHaveLength(1);
  return blocks[0]!;
}

const isReference = (value: object): boolean =>
  ('type' in value && value.type === 'noteMark') || ('kind' in value && value.kind === 'place');

const passages = (body: Body) => listPassages(body).map(({ kind, id, text }) => `${kind} ${id} ${text}`);

describe('parsing a chapter', () => {
  it('keeps level, number and place of a heading', () => {
    expect(only('<Heading id="s6" level="2" number="（一）" label="8" page="14">总体态势</Heading>')).toEqual(
      {
        type: 'heading',
        id: 's6',
        level: 2,
        number: '（一）',
        place: { page: 14, label: '8' },
        children: [{ type: 'text', value: '总体态势' }],
      },
    );
  });

  it('keeps marks, links, notes, page marks and breaks within a passage', () => {
    const block = only(
      '<Passage id="p1" lang="en"><strong>A</strong><em>b</em><sup>2</sup><br /><a href="../technology/#f3">图 3</a>' +
        '<a href="https://example.org/?a=1&amp;b=2">x</a><NoteMark id="n3" label="1" /><PageMark page="14" label="8" />c</Passage>',
    );
    expect(block).toMatchObject({ type: 'passage', id: 'p1', language: 'en' });
    expect('children' in block && block.children).toEqual([
      { type: 'strong', children: [{ type: 'text', value: 'A' }] },
      { type: 'emphasis', children: [{ type: 'text', value: 'b' }] },
      { type: 'superscript', children: [{ type: 'text', value: '2' }] },
      { type: 'break' },
      {
        type: 'link',
        target: { kind: 'place', chapter: 'technology', id: 'f3' },
        children: [{ type: 'text', value: '图 3' }],
      },
      {
        type: 'link',
        target: { kind: 'web', address: 'https://example.org/?a=1&b=2' },
        children: [{ type: 'text', value: 'x' }],
      },
      { type: 'noteMark', id: 'n3', label: '1' },
      { type: 'pageMark', page: 14, label: '8' },
      { type: 'text', value: 'c' },
    ]);
    expect(textOfBlock(block)).toBe('Ab2\n图 3xc');
    expect(textOfBlock(block, { noteMark: (label) => `[${label}]` })).toBe('Ab2\n图 3x[1]c');
  });

  it('makes plain text of a link that leads nowhere a report leads', () => {
    const block = only('<Passage id="p1"><a href="javascript:alert(1)">x</a></Passage>');
    expect(block).toMatchObject({ children: [{ type: 'text', value: 'x' }] });
  });

  it('knows on which page a passage begins', () => {
    const { blocks } = parseBody(
      [
        '<Passage id="p1">在前言</Passage>',
        '<Heading id="s1" level="2" label="8" page="14">题</Heading>',
        '<Passage id="p2">甲<PageMark page="15" label="9" />乙</Passage>',
        '<Figure id="f1" page="20" label="14">图</Figure>',
        '<Passage id="p3">丙</Passage>',
        '<Passage id="p4"><strong><PageMark page="16" label="10" />丁</strong></Passage>',
      ].join('\n\n'),
      { page: 13, label: '7' },
    );
    expect(blocks.map((block) => 'place' in block && block.place.label)).toEqual([
      '7',
      '8',
      '8',
      '14',
      '9',
      '10',
    ]);
  });

  it('gives an item its own paragraph, and what is inside it', () => {
    const list = only(
      '<ItemList ordered="true">\n<Item id="p5" marker="1.">甲</Item>\n\n' +
        '<Item id="p6" marker="2.">\n<strong>乙</strong> <em>丙</em>\n\n<ItemList>\n<Item id="p7" marker="●">丁</Item>\n</ItemList>\n</Item>\n\n' +
        '<Item marker="3.">\n<Figure id="f2">图</Figure>\n</Item>\n</ItemList>',
    );
    expect(textOfBlock(list)).toBe('1. 甲\n2. 乙 丙\n● 丁\n3. 图');
    expect(passages({ blocks: [list], notes: [] })).toEqual([
      'text p5 甲',
      'text p6 乙 丙',
      'text p7 丁',
      'figure f2 图',
    ]);
  });

  it('takes elements in a row that stand in lines for one line', () => {
    const list = only('<ItemList>\n<Item id="p5">\n<PageMark page="3" /><br />\n</Item>\n</ItemList>');
    expect(list).toMatchObject({
      items: [
        { children: [{ type: 'passage', children: [{ type: 'pageMark', page: 3 }, { type: 'break' }] }] },
      ],
    });
  });

  it('keeps the indentation and the blank lines of a listing', () => {
    const listing = only(
      '<Listing id="p16">\n<Line>a</Line>\n\n<Line></Line>\n\n<Line indent="4">b</Line>\n</Listing>',
    );
    expect(textOfBlock(listing)).toBe('a\n\n    b');
  });

  it('parts title and content of a box, and reads quotations', () => {
    const box = only(
      '<Box id="c1">\n<BoxTitle>专栏 1</BoxTitle>\n\n<Quotation>\n<Passage id="p8">甲</Passage>\n</Quotation>\n</Box>',
    );
    expect(passages({ blocks: [box], notes: [] })).toEqual(['text c1 专栏 1', 'text p8 甲']);
    expect(textOfBlock(box)).toBe('专栏 1\n甲');
  });

  it('keeps picture, words and source line of a figure', () => {
    const figure = only(
      '<Figure id="f1" number="图 1" src="figures/f1.webp" width="600" height="400" alt="a &amp;nbsp; b" source="来源：甲" />',
    );
    expect(figure).toMatchObject({
      alt: 'a &nbsp; b',
      picture: { path: 'figures/f1.webp', width: 600, height: 400 },
      caption: [],
    });
    expect(textOfBlock(figure)).toBe('图 1\n来源：甲');
  });

  it('keeps rows, heads and spans of a table', () => {
    const table = only(
      '<DataTable id="t1" number="表 1" headerRows="1" source="来源：甲">\n<Caption number="表 1">题</Caption>\n\n' +
        '<Row>\n<Cell header="column" columnSpan="2">甲</Cell>\n</Row>\n\n<Row>\n<Cell>乙</Cell>\n\n<Cell></Cell>\n</Row>\n</DataTable>',
    );
    expect(table).toMatchObject({
      headerRows: 1,
      rows: [
        [{ isHeader: true, columnSpan: 2, rowSpan: 1 }],
        [{ isHeader: false, columnSpan: 1 }, { children: [] }],
      ],
    });
    expect(textOfBlock(table)).toBe('表 1 题\n甲\n乙\t\n来源：甲');
  });

  it('knows where viewpoints stand and which ones speak of a section', () => {
    expect(parseBody('<ViewpointCallout number="3" />\n\n<SpokenOf viewpoints="1 2" />').blocks).toEqual([
      { type: 'viewpointCallout', number: 3 },
      { type: 'spokenOf', viewpoints: [1, 2] },
    ]);
  });

  it('keeps notes apart from the text', () => {
    const { blocks, notes } = parseBody(
      '<Passage id="p1">甲</Passage>\n\n<Notes>\n<Note id="n1" label="1" lang="en">\na<br />b\n</Note>\n\n<Note id="n2" label="2">\n<strong>c</strong>\n</Note>\n</Notes>',
    );
    expect(textOfBlocks(blocks)).toBe('甲');
    expect(
      notes.map(({ id, label, language, children }) => [id, label, language, textOfInlines(children)]),
    ).toEqual([
      ['n1', '1', 'en', 'a\nb'],
      ['n2', '2', undefined, 'c'],
    ]);
  });

  it.each([
    ['an expression', '<Passage id="p1">{1 + 1}</Passage>', 'mdxFlowExpression'],
    ['an attribute that is computed', '<Passage id={x}>a</Passage>', 'no string'],
    ['an element that is not of the vocabulary', '<Foo id="p1">a</Foo>', '<Foo> is no block'],
    ['an element of HTML', '<Passage id="p1"><script>x</script></Passage>', '<script> may not stand'],
    ['an id that is none', '<Passage id="x y">a</Passage>', '“x y” is no permanent id'],
    ['a row outside of a table', '<ItemList>\n<Row></Row>\n</ItemList>', '<Row> is no item'],
    ['Markdown that ingest does not write', '# Title', 'Line 1: There is heading'],
  ])('refuses %s', (_, source, reason) => {
    expect(() => parseBody(source)).toThrow(reason);
  });

  it('reads every chapter that ingest ever wrote here, with all of its ids', () => {
    const files = trackedFiles(/^(?:content|tests\/(?:golden|fixtures))\/.*\.mdx$/u);
    expect(files.length).toBeGreaterThan(20);
    for (const { path, text } of files) {
      const source = text.replace(/^---\n[\s\S]*?\n---\n/u, '');
      const body = parseBody(source);
      // The paragraphs of a note are linked to with it.
      const outsideNotes = source.replaceAll(/(<Note .*?>)(.*?)<\/Note>/gsu, '$1');
      const ids = [...outsideNotes.matchAll(/<(?!NoteMark)[A-Z]\w* id="([a-z]\d+)"/gu)].map(([, id]) => id);
      const found: string[] = [];
      JSON.stringify(body, (_, value: unknown) => {
        if (typeof value === 'object' && value !== null && 'id' in value && !isReference(value))
          found.push(String(value.id));
        return value;
      });
      expect(found.toSorted(), path).toEqual(ids.toSorted());
    }
  });
});
