import type { PassageTable, SearchIndex } from './search-index.ts';

/** Where a phrase occurs in one passage. */
export interface PassageHit {
  readonly record: number;
  /** Offsets of the occurrences in the passage's normalised characters, ascending. */
  readonly offsets: readonly number[];
  /** How many of them begin at the beginning of a word; all of them for a Chinese phrase. */
  readonly atWordStart: number;
}

/** Passage number → hit, in reading order. */
export type PhraseHits = ReadonlyMap<number, PassageHit>;

/** `starts` that have `positions` at `start + offset`; both ascending. */
function keepFollowed(
  starts: readonly number[],
  positions: readonly number[],
  offset: number,
): readonly number[] {
  const kept: number[] = [];
  let at = 0;
  for (const start of starts) {
    while ((positions[at] ?? Number.POSITIVE_INFINITY) < start + offset) at += 1;
    if (positions[at] === start + offset) kept.push(start);
  }
  return kept;
}

/** Record → start positions of the phrase; exact, since positions count characters. */
async function findStarts(
  index: SearchIndex,
  characters: readonly string[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  const lists = await Promise.all(characters.map(async (character) => index.postings(character)));
  // The rarest character first: fewer records are left to look at for the others.
  const order = lists.map((list, offset) => ({ list, offset }));
  order.sort((left, right) => left.list.records.length - right.list.records.length);
  let found = new Map<number, readonly number[]>();
  order.forEach(({ list, offset }, step) => {
    const next = new Map<number, readonly number[]>();
    list.records.forEach((record, at) => {
      const positions = list.positions[at] ?? [];
      const known = step === 0 ? positions.map((position) => position - offset) : found.get(record);
      if (known === undefined) return;
      const kept = step === 0 ? known : keepFollowed(known, positions, offset);
      if (kept.length > 0) next.set(record, kept);
    });
    found = next;
  });
  return found;
}

/** Number of the passage in which a position of a record lies. */
function passageAt(table: PassageTable, record: number, position: number): number {
  let low = table.firstOf[record] ?? 0;
  let high = (table.firstOf[record + 1] ?? 0) - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((table.starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Every passage that holds the characters in this order without anything between, and no other. */
export async function findPhrase(index: SearchIndex, characters: readonly string[]): Promise<PhraseHits> {
  const [first = ''] = characters;
  const [starts, table, initial] = await Promise.all([
    findStarts(index, characters),
    index.passages(),
    index.postings(first, true),
  ]);
  const initialAt = new Map(initial.records.map((record, at) => [record, new Set(initial.positions[at])]));
  const beginsWord = /^[a-z0-9]$/u.test(first);
  const hits = new Map<number, { record: number; offsets: number[]; atWordStart: number }>();
  for (const [record, positions] of starts) {
    for (const position of positions) {
      const passage = passageAt(table, record, position);
      const hit = hits.get(passage) ?? { record, offsets: [], atWordStart: 0 };
      hit.offsets.push(position - (table.starts[passage] ?? 0) - 1);
      if (!beginsWord || initialAt.get(record)?.has(position)) hit.atWordStart += 1;
      hits.set(passage, hit);
    }
  }
  return new Map([...hits].sort(([left], [right]) => left - right));
}
