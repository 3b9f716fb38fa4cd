import { plainText } from '../model/book.ts';
import { assertNever, type Block, type ListItem, type Note, type Viewpoint } from '../model/document.ts';
import { blockText, itemText } from './block-text.ts';

export type IdLetter = 's' | 'p' | 'v' | 'f' | 't' | 'c' | 'n';

/** Something that gets a permanent id. `key` is the object that carries it. */
export interface LinkTarget {
  readonly key: Block | Viewpoint | Note;
  readonly letter: IdLetter;
  readonly text: string;
  /** Slug of the chapter on whose page it stands, '' for the report's home. */
  readonly chapter: string;
  /** The number that a new id should have if it is free. */
  readonly wanted?: number;
}

/** The targets among blocks, in reading order. A list item is carried by its first block. */
export function blockTargets(blocks: readonly Block[], chapter: string): readonly LinkTarget[] {
  return blocks.flatMap((block): readonly LinkTarget[] => {
    const own = (letter: IdLetter): LinkTarget => ({ key: block, letter, text: blockText(block), chapter });
    switch (block.type) {
      case 'heading':
        return [own('s')];
      case 'paragraph':
        return [own('p')];
      case 'figure':
        return [own('f')];
      case 'table':
        return [own('t')];
      case 'quote':
        return blockTargets(block.children, chapter);
      case 'callout':
        return [
          { ...own('c'), text: plainText(block.title) || own('c').text },
          ...blockTargets(block.children, chapter),
        ];
      case 'list':
        return block.items.flatMap((item) => itemTargets(item, chapter));
      default:
        return assertNever(block);
    }
  });
}

function itemTargets(item: ListItem, chapter: string): readonly LinkTarget[] {
  const [first, ...rest] = item.children;
  if (first?.type === 'paragraph') {
    const own: LinkTarget = { key: first, letter: 'p', text: blockText(first), chapter };
    return [own, ...blockTargets(rest, chapter)];
  }
  const own: readonly LinkTarget[] =
    first?.type === 'list' ? [{ key: first, letter: 'p', text: itemText(item), chapter }] : [];
  return [...own, ...blockTargets(item.children, chapter)];
}
