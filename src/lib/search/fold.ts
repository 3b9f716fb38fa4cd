/** Traditional (or otherwise variant) character → the simplified one under which the index holds it. */
export type Fold = ReadonlyMap<string, string>;

/** The file form: two strings of equal length, `from` and `to`. */
export interface FoldFile {
  readonly from: string;
  readonly to: string;
}

/** Reads the file form. @throws RangeError where the two strings differ in length. */
export function readFold(file: FoldFile): Fold {
  const from = [...file.from];
  const to = [...file.to];
  if (from.length !== to.length) throw new RangeError('The fold file pairs strings of different length.');
  return new Map(from.map((character, at) => [character, to[at] ?? character]));
}

/** Writes the file form, sorted, so that the same map gives the same bytes. */
export function writeFold(fold: Fold): FoldFile {
  const pairs = [...fold].sort(([left], [right]) => (left < right ? -1 : 1));
  return { from: pairs.map(([from]) => from).join(''), to: pairs.map(([, to]) => to).join('') };
}
