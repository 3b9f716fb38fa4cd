/** Word of another region → the word of the reports; both normalised and folded. `regional.json` holds them. */
export type RegionalNames = readonly (readonly [regional: string, meant: string])[];

/** The text with every regional word replaced, the longest first; undefined where there is none in it. */
export function replaceRegional(names: RegionalNames, text: string): string | undefined {
  const longestFirst = [...names].sort(([left], [right]) => right.length - left.length);
  let replaced = text;
  for (const [regional, meant] of longestFirst) replaced = replaced.replaceAll(regional, meant);
  return replaced === text ? undefined : replaced;
}
