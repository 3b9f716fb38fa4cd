import type { Block, ListItem, Note, Viewpoint } from '../model/document.ts';
import type { KindWithoutId } from '../model/identified.ts';
import { plainText, textOf } from '../model/text-of.ts';
import { partsOf } from '../model/walk.ts';

export type IdLetter = 's' | 'p' | 'v' | 'f' | 't' | 'c' | 'n';

/** Something that gets a permanent id. `key` is the object that carries it. */
export interface LinkTarget {
  readonly key: Block | ListItem | Viewpoint | Note;
  readonly letter: IdLetter;
  readonly text: string;
  /** Slug of the chapter on whose page it stands, '' for the report's home. */
  readonly chapter: string;
  /** The number that a new id should have if it is free. */
  readonly wanted?: number;
}

/** The letter of each kind of block, null for kinds that have no id. */
export const ID_LETTERS: { readonly [Type in Block['type']]: Type extends KindWithoutId ? null : IdLetter } =
  {
    heading: 's',
    paragraph: 'p',
    listing: 'p',
    figure: 'f',
    table: 't',
    callout: 'c',
    quote: null,
    list: null,
  };

/** The targets among blocks, in reading order. */
export function blockTargets(blocks: readonly Block[], chapter: string): readonly LinkTarget[] {
  return blocks.flatMap((block): readonly LinkTarget[] => {
    const letter = ID_LETTERS[block.type];
    const own: readonly LinkTarget[] =
      letter === null ? [] : [{ key: block, letter, text: targetText(block), chapter }];
    const inside = partsOf(block).flatMap((part) => {
      if (part.kind !== 'blocks') return [];
      return part.item ? itemTargets(part.item, chapter) : blockTargets(part.blocks, chapter);
    });
    return [...own, ...inside];
  });
}

/** A box is known by its title; what stands in it is known by itself. */
function targetText(block: Block): string {
  return ('title' in block && plainText(block.title)) || textOf([block]);
}

/** An item that begins with a paragraph is one target with it; one that begins with a list has all text inside it. */
function itemTargets(item: ListItem, chapter: string): readonly LinkTarget[] {
  const [first, ...rest] = item.children;
  if (first?.type === 'paragraph') {
    return [{ key: item, letter: 'p', text: textOf([first]), chapter }, ...blockTargets(rest, chapter)];
  }
  const own: readonly LinkTarget[] =
    first?.type === 'list' ? [{ key: item, letter: 'p', text: textOf(item.children), chapter }] : [];
  return [...own, ...blockTargets(item.children, chapter)];
}
