/** A list → each two neighbours in it. */
import { itemAt } from './item-at.ts';

/** Every item with the one after it, in order; empty for a list of fewer than two. */
export function neighbours<Item>(list: readonly Item[]): readonly (readonly [Item, Item])[] {
  return list.slice(1).map((item, index) => [itemAt(list, index), item] as const);
}
