import type { Block, ListItem } from '../model/document.ts';
import type { IdentifiedBlock, IdentifiedItem, PermanentId } from '../model/identified.ts';
import { mapParts } from '../model/walk.ts';
import { ID_LETTERS, type LinkTarget } from './link-targets.ts';

/** The id that was assigned to a target, by its key. */
export type IdOfTarget = (key: LinkTarget['key']) => PermanentId | undefined;

/** @throws TypeError where the target has no id: it was not among those that ids were assigned to */
export function requireId(key: LinkTarget['key'], idOf: IdOfTarget): PermanentId {
  const id = idOf(key);
  if (id === undefined) throw new TypeError(`No id was assigned to ${JSON.stringify(key).slice(0, 80)}.`);
  return id;
}

/**
 * The same blocks with their ids as fields: every block whose kind has one, and list items.
 * @throws TypeError where a block has no id that should have one
 */
export function identifyBlocks(blocks: readonly Block[], idOf: IdOfTarget): readonly IdentifiedBlock[] {
  return blocks.map((block) => {
    const inside = mapParts(block, {
      blocks: (inner) => identifyBlocks(inner, idOf),
      items: (items) => items.map((item) => identifyItem(item, idOf)),
    });
    const own = ID_LETTERS[block.type] === null ? {} : { id: requireId(block, idOf) };
    // Everything inside has its ids now, and the block itself where its kind has one; only the type of it is lost.
    return { ...inside, ...own } as IdentifiedBlock;
  });
}

/** The first paragraph of an item is no target of its own: it goes by the id of the item. */
function identifyItem(item: ListItem, idOf: IdOfTarget): IdentifiedItem {
  const id = idOf(item);
  const [first] = item.children;
  const isOne = (key: LinkTarget['key']): boolean => key === first && first.type === 'paragraph';
  const children = identifyBlocks(item.children, (key) => (isOne(key) ? id : idOf(key)));
  return { ...item, id: id ?? null, children };
}
