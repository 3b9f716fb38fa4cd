/** The words of all records, as numbers: texts of ten million characters in twenty megabytes. */
export interface NumberedWords {
  readonly numberOf: ReadonlyMap<string, number>;
  /** Numbers of the words of each record, in their order. */
  readonly records: readonly Uint32Array[];
}

/** Numbers the words of records, one record at a time. */
export function numberWords(records: Iterable<readonly string[]>): NumberedWords {
  const numberOf = new Map<string, number>();
  const numbered: Uint32Array[] = [];
  for (const words of records) {
    numbered.push(
      Uint32Array.from(words, (word) => {
        const known = numberOf.get(word) ?? numberOf.size;
        numberOf.set(word, known);
        return known;
      }),
    );
  }
  return { numberOf, records: numbered };
}
