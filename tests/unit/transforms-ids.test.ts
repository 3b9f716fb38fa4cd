import { describe, expect, it } from 'vitest';
import type { Book } from '../../scripts/ingest/model/book.ts';
import type { Block, Figure, List, ListItem, Table } from '../../scripts/ingest/model/document.ts';
import type { IdentifiedBlock, PermanentId } from '../../scripts/ingest/model/identified.ts';
import { identifyBlocks, requireId } from '../../scripts/ingest/transforms/identify-blocks.ts';
import { blockTargets, type LinkTarget } from '../../scripts/ingest/transforms/link-targets.ts';
import { nameAssets } from '../../scripts/ingest/transforms/name-assets.ts';
import { writeBlock } from '../../scripts/ingest/writers/write-blocks.ts';
import { heading, INVENTED_BODY, paragraph } from '../support/invented-document.ts';

const { origins } = paragraph('');
const text = (value: string) => [{ type: 'text' as const, value }];
const list = (...items: (readonly Block[])[]): List => ({
  type: 'list',
  ordered: false,
  origins,
  items: items.map((children) => ({ marker: '●', children })),
});
const box = (title: string, ...children: Block[]): Block => ({
  type: 'callout',
  title: title === '' ? [] : text(title),
  children,
  origins,
});
const asset = { path: 'crop-1.webp', width: 4, height: 3 };
const figure: Figure = {
  type: 'figure',
  number: '图 1',
  caption: text('图题'),
  source: [],
  alt: null,
  asset,
  origins,
};
const table: Table = {
  ...figure,
  type: 'table',
  number: '表 1',
  caption: text('表题'),
  headerRows: 0,
  rows: [],
};

const targetsOf = (...blocks: Block[]): readonly string[] =>
  blockTargets(blocks, 'overview').map((target) => `${target.letter} ${target.text}`);

/** Ids in reading order, one count for all letters. */
function identify(...blocks: Block[]): readonly IdentifiedBlock[] {
  const targets = blockTargets(blocks, '');
  const ids = new Map(
    targets.map(({ key, letter }, index) => [key, `${letter}${index + 1}` satisfies PermanentId]),
  );
  return identifyBlocks(blocks, (key) => ids.get(key));
}

describe('blockTargets', () => {
  it('has one target for each kind that can be linked to', () => {
    expect(targetsOf(heading(1, '一、', '甲'), paragraph('乙'), figure, table, box('丙'))).toEqual([
      's 甲',
      'p 乙',
      'f 图题',
      't 表题',
      'c 丙',
    ]);
    expect(blockTargets([paragraph('乙')], 'overview')[0]).toMatchObject({ chapter: 'overview' });
  });

  it('goes into quotations and boxes; a box without a title is known by its text', () => {
    expect(targetsOf({ type: 'quote', children: [paragraph('甲')], origins })).toEqual(['p 甲']);
    expect(targetsOf(box('题', paragraph('甲')))).toEqual(['c 题', 'p 甲']);
    expect(targetsOf(box('', paragraph('甲')))).toEqual(['c 甲', 'p 甲']);
  });

  it('takes an item and its first paragraph for one, what follows for itself', () => {
    expect(targetsOf(list([paragraph('甲'), paragraph('乙')], [paragraph('丙')]))).toEqual([
      'p 甲',
      'p 乙',
      'p 丙',
    ]);
  });

  it('knows an item that begins with a list by all text inside it', () => {
    expect(targetsOf(list([list([paragraph('甲')]), paragraph('乙')]))).toEqual(['p 甲乙', 'p 甲', 'p 乙']);
  });

  it('has no target for an item that begins with anything else, or is empty', () => {
    expect(targetsOf(list([figure, paragraph('甲')], []))).toEqual(['f 图题', 'p 甲']);
  });
});

describe('identifyBlocks', () => {
  it('writes ids into blocks and items, and changes nothing else', () => {
    const withoutIds = (key: string, value: unknown): unknown => (key === 'id' ? undefined : value);
    const identified = identify(...INVENTED_BODY);
    expect(JSON.parse(JSON.stringify(identified, withoutIds))).toEqual(INVENTED_BODY);
    expect(identified.slice(0, 2)).toMatchObject([{ id: 's1' }, { id: 'p2' }]);
  });

  it('lets the first paragraph of an item have the id of the item', () => {
    const [only] = identify(
      list([paragraph('甲'), paragraph('乙')], [figure], [list([paragraph('丙')])], []),
    );
    expect(only).toMatchObject({
      items: [
        { id: 'p1', children: [{ id: 'p1' }, { id: 'p2' }] },
        { id: null, children: [{ id: 'f3' }] },
        { id: 'p4', children: [{ items: [{ id: 'p5', children: [{ id: 'p5' }] }] }] },
        { id: null, children: [] },
      ],
    });
    expect(only && 'id' in only).toBe(false);
  });

  it('says which block has no id instead of writing it without one', () => {
    const none = (): undefined => undefined;
    expect(() => identifyBlocks([paragraph('甲')], none)).toThrow(/No id was assigned.*paragraph/u);
    expect(identifyBlocks([list()], none)).toEqual([list()]);
    const key: LinkTarget['key'] = paragraph('甲');
    expect(requireId(key, () => 'p1')).toBe('p1');
  });

  it('gives the writers what they ask for', () => {
    const context = { findNote: () => undefined, language: 'zh-CN' as const };
    // @ts-expect-error A block without ids cannot be written.
    writeBlock(paragraph('甲'), context);
    const item: ListItem = { marker: '●', children: [] };
    // @ts-expect-error Nor can a list whose items have none.
    writeBlock({ type: 'list', ordered: false, items: [item], origins }, context);
    expect(identify(paragraph('甲')).flatMap((block) => writeBlock(block, context))).toHaveLength(1);
  });
});

describe('nameAssets', () => {
  const bytes = new Uint8Array([1]);
  const bookOf = (...children: Block[]): Book => ({
    id: 'rivers',
    introduction: identify(...children),
    chapters: [],
    viewpoints: [],
    mentions: [],
    notes: [],
    contents: [],
    furniture: [],
    sources: [],
    messages: [],
  });
  const name = (blocks: readonly Block[], ...paths: string[]) => {
    const { book, files } = nameAssets(
      bookOf(...blocks),
      paths.map((path) => ({ path, bytes })),
    );
    return { shown: JSON.stringify(book).match(/figures\/[^"]*/gu) ?? [], files: [...files.keys()], book };
  };

  it('names pictures after figures and tables, at any depth', () => {
    const blocks = [
      box('题', figure),
      list([table]),
      { type: 'quote', children: [{ ...figure }], origins } as const,
    ];
    const { shown, files } = name(blocks, 'crop-1.webp');
    expect(shown).toEqual(['figures/f2.webp', 'figures/t3.webp', 'figures/f4.webp']);
    expect(files).toEqual(shown);
  });

  it('does so in chapters and viewpoints too', () => {
    const children = identify(figure);
    const book = bookOf();
    const chapter = { id: 's1', slug: 'a', number: '', title: '', matter: 'body', complete: true } as const;
    const viewpoint = { id: 'v1', number: 1, lead: '', chapter: 'a', section: 's1', evidence: [] } as const;
    const named = nameAssets(
      { ...book, chapters: [{ ...chapter, children, origins }], viewpoints: [{ ...viewpoint, children }] },
      [{ path: asset.path, bytes }],
    ).book;
    for (const part of [...named.chapters, ...named.viewpoints])
      expect(part.children).toMatchObject([{ asset: { path: 'figures/f1.webp', width: 4, height: 3 } }]);
  });

  it('leaves a figure without a picture where there are no bytes for it, and writes none that is not shown', () => {
    expect(name([figure], 'crop-2.webp')).toMatchObject({
      files: [],
      book: { introduction: [{ asset: null }] },
    });
    expect(name([{ ...figure, asset: null }], 'crop-1.webp').files).toEqual([]);
  });

  it('keeps the ending of the name, or has none', () => {
    const png = { ...figure, asset: { ...asset, path: 'a/b.png' } };
    const bare = { ...figure, asset: { ...asset, path: 'a/b' } };
    expect(name([png, bare], 'a/b.png', 'a/b').shown).toEqual(['figures/f1.png', 'figures/f2']);
  });
});
