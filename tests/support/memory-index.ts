import type { Fold } from '../../src/lib/search/fold.ts';
import { PASSAGE_KINDS, type SectionRecord } from '../../src/lib/search/model.ts';
import type { Postings } from '../../src/lib/search/pagefind-files.ts';
import { buildPassageTable, joinPostings, type SearchIndex } from '../../src/lib/search/search-index.ts';
import { kindWord, wordsForCharacter } from '../../src/lib/search/tokens.ts';
import { recordWords } from '../../scripts/search/record-words.ts';

const NOTHING: Postings = { records: [], positions: [] };

/** An index in memory, without Pagefind in between, for tests that make thousands of them. */
export function memoryIndex(records: readonly SectionRecord[], fold: Fold = new Map()): SearchIndex {
  const words = records.map((record) => recordWords(record, fold));
  const byWord = new Map<string, Map<number, number[]>>();
  words.forEach((list, record) => {
    list.forEach((word, position) => {
      const places = byWord.get(word) ?? new Map<number, number[]>();
      places.set(record, [...(places.get(record) ?? []), position]);
      byWord.set(word, places);
    });
  });
  const postings = (word: string): Postings => {
    const places = byWord.get(word);
    return places === undefined ? NOTHING : { records: [...places.keys()], positions: [...places.values()] };
  };
  const meta = {
    records: words.map((list, record) => ({ fragment: String(record), words: list.length })),
    chunks: [],
  };
  const table = buildPassageTable(
    meta,
    PASSAGE_KINDS.map((kind) => postings(kindWord(kind))),
  );
  return {
    meta,
    postings: async (character, initialOnly = false) => {
      const spelled = wordsForCharacter(character);
      return Promise.resolve(joinPostings((initialOnly ? spelled.slice(1) : spelled).map(postings)));
    },
    passages: async () => Promise.resolve(table),
    record: async (number) => Promise.resolve(records[number]!),
    json: async () => Promise.reject(new Error('An index in memory has no files.')),
    fold: async () => Promise.resolve(fold),
  };
}
