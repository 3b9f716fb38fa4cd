const IGNORED = /[\s\p{P}\p{S}]/gu;

/** Text in which only letters and digits are left, in NFKC and lower case: what comparisons are made on. */
export function comparableText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(IGNORED, '');
}

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

/** How telling each bigram is among `texts`: one that stands in all of them tells nothing. */
export function bigramWeights(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const pair of bigrams(text)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return new Map([...counts].map(([pair, count]) => [pair, Math.log((texts.length + 1) / count)]));
}

/** The weighted share of the bigrams of `part` that stand in `whole`, 0 to 1; 0 where `part` has none. */
export function containment(part: string, whole: string, weights?: ReadonlyMap<string, number>): number {
  const inside = bigrams(whole);
  let [found, total] = [0, 0];
  for (const pair of bigrams(part)) {
    const weight = weights === undefined ? 1 : (weights.get(pair) ?? Math.max(...weights.values(), 1));
    total += weight;
    if (inside.has(pair)) found += weight;
  }
  return total === 0 ? 0 : found / total;
}
