import type { RootContent } from 'mdast';
import { assertNever, type List, type Paragraph } from '../model/document.ts';
import type { Identified, IdentifiedBlock, IdentifiedItem } from '../model/identified.ts';
import { flowElement, lineElement } from './mdx-nodes.ts';
import { writeFigure, writeTable } from './write-exhibits.ts';
import { languageAttribute, pageAttributes, type WriteContext } from './write-context.ts';
import { writeListing } from './write-listing.ts';
import { writeInlines } from './write-inlines.ts';

/** A block in the vocabulary of docs/architecture.md. */
export function writeBlock(block: IdentifiedBlock, context: WriteContext): RootContent[] {
  switch (block.type) {
    case 'heading': {
      const { id, level, number } = block;
      const attributes = { id, level, number, ...pageAttributes(block.origins) };
      return [lineElement('Heading', attributes, writeInlines(block.children, context.findNote))];
    }
    case 'paragraph': {
      const attributes = { id: block.id, ...languageAttribute(block.children, context) };
      return [lineElement('Passage', attributes, writeInlines(block.children, context.findNote))];
    }
    case 'list':
      return [writeList(block, context)];
    case 'quote':
      return [flowElement('Quotation', {}, writeBlocks(block.children, context))];
    case 'listing':
      return [writeListing(block, context)];
    case 'callout': {
      const title =
        block.title.length > 0
          ? [lineElement('BoxTitle', {}, writeInlines(block.title, context.findNote))]
          : [];
      return [flowElement('Box', { id: block.id }, [...title, ...writeBlocks(block.children, context)])];
    }
    case 'figure':
      return [writeFigure(block, context)];
    case 'table':
      return [writeTable(block, context)];
    default:
      return assertNever(block);
  }
}

export function writeBlocks(blocks: readonly IdentifiedBlock[], context: WriteContext): RootContent[] {
  return blocks.flatMap((block) => writeBlock(block, context));
}

function writeList(list: Identified<List>, context: WriteContext): RootContent {
  const items = list.items
    .filter((item) => item.children.length > 0)
    .map((item) => writeItem({ ...item, marker: list.ordered ? item.marker : signOf(item.marker) }, context));
  return flowElement('ItemList', { ordered: list.ordered ? 'true' : undefined }, items);
}

/** What readers see of a bullet: a letter is one of a font that draws signs (`u` of Wingdings), and no text. */
function signOf(marker: string): string {
  return /^\p{L}$/u.test(marker) ? '●' : marker;
}

/** An item whose first block is a paragraph has the id of it; that is then written without one of its own. */
function writeItem(item: IdentifiedItem, context: WriteContext): RootContent {
  const [first, ...rest] = item.children as readonly [IdentifiedBlock, ...IdentifiedBlock[]];
  const language = first.type === 'paragraph' ? languageAttribute(first.children, context) : {};
  const attributes = { id: item.id ?? undefined, marker: item.marker, ...language };
  if (first.type === 'paragraph' && rest.length === 0) {
    return lineElement('Item', attributes, writeInlines(first.children, context.findNote));
  }
  const head = first.type === 'paragraph' ? writePlain(first, context) : writeBlock(first, context);
  return flowElement('Item', attributes, [...head, ...writeBlocks(rest, context)]);
}

function writePlain(paragraph: Paragraph, context: WriteContext): RootContent[] {
  const children = writeInlines(paragraph.children, context.findNote);
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}
