import type { Block, Inline, Paragraph, PdfOrigin } from '../model/document.ts';
import { mapBlocks, partsOf, visitInlines } from '../model/walk.ts';

interface Reading {
  /** The page whose beginning was marked last. */
  page: number;
}

/**
 * The reader marks a page that begins inside a paragraph. Where it begins between two blocks, its first paragraph or list item
 * gets the mark, so that every page with running text has one. Pages without a printed number get none.
 */
export function markPages(body: readonly Block[]): readonly Block[] {
  const reading: Reading = { page: 0 };
  return mapBlocks(body, {
    block: (block) => {
      if (block.type === 'paragraph') return markParagraph(block, reading);
      // A heading or a table that runs over a page end has the mark of that page already.
      reading.page = Math.max(reading.page, ...markedPages(ownInlines(block)));
      return block;
    },
  });
}

function ownInlines(block: Block): readonly Inline[] {
  return partsOf(block).flatMap((part) => (part.kind === 'inlines' ? part.inlines : []));
}

function markParagraph(paragraph: Paragraph, reading: Reading): Paragraph {
  const origins = paragraph.origins.filter((origin): origin is PdfOrigin => origin.kind === 'pdf');
  const first = origins[0];
  const last = origins.at(-1);
  if (first === undefined || last === undefined) return paragraph;
  const isNew =
    first.page > reading.page && first.label !== '' && !markedPages(paragraph.children).includes(first.page);
  reading.page = Math.max(reading.page, last.page, ...markedPages(paragraph.children));
  if (!isNew) return paragraph;
  const mark: Inline = { type: 'pageMark', page: first.page, label: first.label };
  return { ...paragraph, children: [mark, ...paragraph.children] };
}

function markedPages(inlines: readonly Inline[]): readonly number[] {
  const pages: number[] = [];
  visitInlines(inlines, (inline) => {
    if (inline.type === 'pageMark') pages.push(inline.page);
  });
  return pages;
}
