/**
 * The item of a list where the caller knows that there is one and the compiler cannot.
 * @throws RangeError where there is none, naming the index
 */
export function itemAt<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new RangeError(`A list of ${list.length} has no item ${index}.`);
  return item;
}
