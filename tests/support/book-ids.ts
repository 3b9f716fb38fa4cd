import type { Book } from '../../scripts/ingest/model/book.ts';
import type { PermanentId } from '../../scripts/ingest/model/identified.ts';
import { textOf } from '../../scripts/ingest/model/text-of.ts';
import { visitBlocks } from '../../scripts/ingest/model/walk.ts';

/** Every id in the blocks of a book, in reading order, with the text of what carries it; an item's is that of all of it. */
export function idsInBook(book: Book): readonly (readonly [id: PermanentId, text: string])[] {
  const found: [PermanentId, string][] = [];
  const parts = [book.introduction, ...book.chapters.map(({ children }) => children)];
  for (const blocks of [...parts, ...book.viewpoints.map(({ children }) => children)]) {
    const inItems = new Set<unknown>();
    visitBlocks(blocks, (block) => {
      if (block.type === 'list') {
        for (const { id, children } of block.items) {
          if (id !== null) found.push([id, textOf(children)]);
          if (children[0]?.type === 'paragraph') inItems.add(children[0]);
        }
      } else if ('id' in block && !inItems.has(block)) found.push([block.id, textOf([block])]);
    });
  }
  return found;
}
