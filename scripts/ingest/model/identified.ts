import type { Block, ListItem } from './document.ts';

/**
 * A permanent id: a letter for the kind and a number that is unique in the report, e.g. `p14`.
 * s heading, p paragraph, listing or list item, v viewpoint, f figure, t table, c callout, n note.
 */
export type PermanentId = `${'s' | 'p' | 'v' | 'f' | 't' | 'c' | 'n'}${number}`;

/** Kinds of block that nothing links to: what they hold has ids of its own. */
export type KindWithoutId = 'list' | 'quote';

/** A list item with its id, which its first paragraph shares. It has none of its own (null) where it starts with a figure, say. */
export interface IdentifiedItem extends ListItem {
  readonly id: PermanentId | null;
  readonly children: readonly IdentifiedBlock[];
}

type WithIdsInside<Kind> = {
  readonly [Field in keyof Kind]: Kind[Field] extends readonly Block[]
    ? readonly IdentifiedBlock[]
    : Kind[Field] extends readonly ListItem[]
      ? readonly IdentifiedItem[]
      : Kind[Field];
};

/** A block that can be linked to by its id, and so can all that is inside it. */
export type Identified<Kind extends Block> = Kind extends Block
  ? WithIdsInside<Kind> & (Kind['type'] extends KindWithoutId ? unknown : { readonly id: PermanentId })
  : never;

/** Any block with the ids that the writers need. */
export type IdentifiedBlock = Identified<Block>;
