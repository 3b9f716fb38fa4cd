import type { RootContent } from 'mdast';
import { assertNever, type Block, type List, type ListItem, type Paragraph } from '../model/document.ts';
import { flowElement, lineElement } from './mdx-nodes.ts';
import { writeFigure, writeTable } from './write-exhibits.ts';
import { pageAttributes, type WriteContext } from './write-context.ts';
import { writeInlines } from './write-inlines.ts';

/** A block in the vocabulary of docs/architecture.md. */
export function writeBlock(block: Block, context: WriteContext): RootContent[] {
  const id = context.idOf(block);
  switch (block.type) {
    case 'heading': {
      const attributes = { id, level: block.level, number: block.number, ...pageAttributes(block.origins) };
      return [lineElement('Heading', attributes, writeInlines(block.children, context.findNote))];
    }
    case 'paragraph':
      return [lineElement('Passage', { id }, writeInlines(block.children, context.findNote))];
    case 'list':
      return [writeList(block, context)];
    case 'quote':
      return [flowElement('Quotation', {}, writeBlocks(block.children, context))];
    case 'callout': {
      const title =
        block.title.length > 0
          ? [lineElement('BoxTitle', {}, writeInlines(block.title, context.findNote))]
          : [];
      return [flowElement('Box', { id }, [...title, ...writeBlocks(block.children, context)])];
    }
    case 'figure':
      return [writeFigure(block, id, context)];
    case 'table':
      return [writeTable(block, id, context)];
    default:
      return assertNever(block);
  }
}

export function writeBlocks(blocks: readonly Block[], context: WriteContext): RootContent[] {
  return blocks.flatMap((block) => writeBlock(block, context));
}

function writeList(list: List, context: WriteContext): RootContent {
  const items = list.items.filter((item) => item.children.length > 0).map((item) => writeItem(item, context));
  return flowElement('ItemList', { ordered: list.ordered ? 'true' : undefined }, items);
}

/** The item carries the id of its first block where that is text; a paragraph is then written without one of its own. */
function writeItem(item: ListItem, context: WriteContext): RootContent {
  const [first, ...rest] = item.children as readonly [Block, ...Block[]];
  const isText = first.type === 'paragraph' || first.type === 'list';
  const attributes = { id: isText ? context.idOf(first) : undefined, marker: item.marker };
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
