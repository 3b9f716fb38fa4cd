import { comparableText } from '../genre/fold-text.ts';

/** The distinct pairs of neighbouring characters (one character alone is its own pair). */
export function bigrams(text: string): ReadonlySet<string> {
  const characters = [...comparableText(text)];
  if (characters.length === 1) return new Set(characters);
  return new Set(characters.slice(1).map((character, index) => (characters[index] ?? '') + character));
}

/** Shared bigrams over all bigrams (Jaccard), 0 to 1; 1 for two texts without any. */
export function similarity(first: string, second: string): number {
  const [left, right] = [bigrams(first), bigrams(second)];
  if (left.size === 0 && right.size === 0) return 1;
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return shared / (left.size + right.size - shared);
}

/** How telling a bigram is, from its place among texts. */
export type WeightOf = (bigram: string) => number;

/** Inverse document frequency: a bigram that stands in all of the texts tells nothing, one in none of them most. */
export function bigramWeights(texts: readonly ReadonlySet<string>[]): WeightOf {
  const counts = new Map<string, number>();
  for (const text of texts) for (const pair of text) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return (pair) => Math.log((texts.length + 1) / (counts.get(pair) ?? 1));
}

/** The share of the bigrams of `part` that stand in `whole`, weighted, 0 to 1; 0 where `part` has none. */
export function containment(
  part: ReadonlySet<string>,
  whole: ReadonlySet<string>,
  weightOf: WeightOf = () => 1,
): number {
  let [found, total] = [0, 0];
  for (const pair of part) {
    const weight = weightOf(pair);
    total += weight;
    if (whole.has(pair)) found += weight;
  }
  return total === 0 ? 0 : found / total;
}
