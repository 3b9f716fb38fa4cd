import { seededRandom } from '../bench/search/seeded-random.ts';

/** `count` of the mutants, or all where there are fewer, in their own order; the same seed chooses the same ones. */
export function sampleMutants<Item>(mutants: readonly Item[], count: number, seed: number): readonly Item[] {
  const random = seededRandom(seed);
  const drawn = mutants
    .map((mutant, at) => ({ mutant, at, lot: random() }))
    .sort((left, right) => left.lot - right.lot)
    .slice(0, count);
  return drawn.sort((left, right) => left.at - right.at).map(({ mutant }) => mutant);
}
