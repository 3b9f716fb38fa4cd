import { plainText } from '../model/book.ts';
import { assertNever, type Block, type Heading, type Inline, type ListItem } from '../model/document.ts';

/** The title of a heading without its number. */
export function headingTitle(heading: Heading): string {
  return plainText(heading.children).trim();
}

/** All text of a block, what is inside it included; table cells are separated by spaces. */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return plainText(block.children);
    case 'list':
      return block.items.map(itemText).join('');
    case 'quote':
      return block.children.map(blockText).join('');
    case 'table':
      return [block.caption, ...block.rows.flatMap((row) => row.map((cell) => cell.children))]
        .map((inlines: readonly Inline[]) => plainText(inlines))
        .join(' ');
    case 'figure':
      return plainText(block.caption) || (block.alt ?? '');
    case 'callout':
      return plainText(block.title) + block.children.map(blockText).join('');
    default:
      return assertNever(block);
  }
}

/** The text of a list item with that of the lists inside it. */
export function itemText(item: ListItem): string {
  return item.children.map(blockText).join('');
}
