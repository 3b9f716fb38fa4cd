import { assertNever, type Block, type Inline, type Paragraph, type PdfOrigin } from '../model/document.ts';

interface Reading {
  /** The page whose beginning was marked last. */
  page: number;
}

/**
 * The reader marks a page that begins inside a paragraph. Where it begins between two blocks, its first paragraph or list item
 * gets the mark, so that every page with running text has one. Pages without a printed number get none.
 */
export function markPages(body: readonly Block[]): readonly Block[] {
  return markBlocks(body, { page: 0 });
}

function markBlocks(blocks: readonly Block[], reading: Reading): readonly Block[] {
  return blocks.map((block) => {
    switch (block.type) {
      case 'paragraph':
        return markParagraph(block, reading);
      case 'list':
        return {
          ...block,
          items: block.items.map((item) => ({ ...item, children: markBlocks(item.children, reading) })),
        };
      case 'quote':
      case 'callout':
        return { ...block, children: markBlocks(block.children, reading) };
      case 'heading':
        return noteMarks(block, block.children, reading);
      case 'table':
        return noteMarks(
          block,
          block.rows.flat().flatMap((cell) => cell.children),
          reading,
        );
      case 'figure':
        return block;
      default:
        return assertNever(block);
    }
  });
}

/** A heading or a table that runs over a page end has the mark of that page already. */
function noteMarks(block: Block, inlines: readonly Inline[], reading: Reading): Block {
  reading.page = Math.max(reading.page, ...markedPages(inlines));
  return block;
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
  return inlines.flatMap((inline) => {
    if (inline.type === 'pageMark') return [inline.page];
    return 'children' in inline ? markedPages(inline.children) : [];
  });
}
