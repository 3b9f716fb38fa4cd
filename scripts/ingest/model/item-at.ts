/** A list and a place in it → the item there, where the code around knows that there is one. */

/**
 * The item at `index`; a negative index counts from the end, as in `Array.prototype.at`.
 *
 * For places that the code has made sure of and the compiler cannot follow. Where an item may be missing, ask the list.
 *
 * @throws RangeError That names the index, where the list holds nothing there: a mistake in the code.
 */
export function itemAt<Item>(list: ArrayLike<Item>, index: number): Item {
  const item = list[index < 0 ? list.length + index : index];
  if (item === undefined) {
    throw new RangeError(`No item at ${String(index)} in a list of ${String(list.length)}.`);
  }
  return item;
}
