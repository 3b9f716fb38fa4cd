import { plainText } from '../model/book.ts';
import { assertNever, type Block } from '../model/document.ts';

const HAN = /\p{Script=Han}/gu;
const WORD = /[\p{Script=Latin}\d]+(?:[.'’-][\p{Script=Latin}\d]+)*/gu;

/** Han characters, and Latin words and numbers counted as one each: what reading time is estimated from. */
export function countReading(text: string): number {
  return (text.match(HAN)?.length ?? 0) + (text.match(WORD)?.length ?? 0);
}

/** The text that a reader of the blocks reads. */
export function readingText(blocks: readonly Block[]): string {
  return blocks
    .map((block): string => {
      switch (block.type) {
        case 'heading':
        case 'paragraph':
          return plainText(block.children);
        case 'list':
          return block.items.map((item) => readingText(item.children)).join('\n');
        case 'quote':
          return readingText(block.children);
        case 'callout':
          return `${plainText(block.title)}\n${readingText(block.children)}`;
        case 'table':
          return block.rows.flatMap((row) => row.map((cell) => plainText(cell.children))).join('\n');
        case 'figure':
          return plainText(block.caption);
        default:
          return assertNever(block);
      }
    })
    .join('\n');
}
