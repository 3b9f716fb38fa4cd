/** Pairs that are compared in one go at most: five thousand passages against as many, all changed, in a few seconds. */
const MOST_PAIRS = 25_000_000;

/** What is aligned: places of passages of now and of before, each in reading order, by index. */
export interface Gap {
  readonly targets: readonly number[];
  readonly entries: readonly number[];
}

/**
 * Pairs the passages of a gap so that both keep their order and the gains add up to the most: a global alignment in which
 * leaving a passage out costs nothing. Pairs with a gain of 0 or less are not made.
 * @param gain of making one of `target` and `entry`
 * @returns target → entry; nothing where there is too much to compare
 * @see Needleman and Wunsch, “A general method applicable to the search for similarities” (1970)
 */
export function alignPassages(
  { targets, entries }: Gap,
  gain: (target: number, entry: number) => number,
): ReadonlyMap<number, number> {
  const width = entries.length + 1;
  if (targets.length * entries.length > MOST_PAIRS) return new Map();
  const best = new Float32Array((targets.length + 1) * width);
  const gains = new Float32Array(best.length);
  for (const [row, target] of targets.entries()) {
    for (const [column, entry] of entries.entries()) {
      const at = (row + 1) * width + column + 1;
      gains[at] = Math.max(0, gain(target, entry));
      best[at] = Math.max(
        best[at - 1] ?? 0,
        best[at - width] ?? 0,
        (best[at - width - 1] ?? 0) + (gains[at] ?? 0),
      );
    }
  }
  return readPairs({ targets, entries }, best, gains);
}

/** Goes back from the end by the way on which the best sum came about. */
function readPairs(
  { targets, entries }: Gap,
  best: Float32Array,
  gains: Float32Array,
): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const width = entries.length + 1;
  for (let [row, column] = [targets.length, entries.length]; row > 0 && column > 0;) {
    const at = row * width + column;
    const [target, entry] = [targets[row - 1], entries[column - 1]];
    if (best[at] === best[at - 1]) column -= 1;
    else if (best[at] === best[at - width]) row -= 1;
    else {
      if (target !== undefined && entry !== undefined && (gains[at] ?? 0) > 0) pairs.set(target, entry);
      row -= 1;
      column -= 1;
    }
  }
  return pairs;
}
