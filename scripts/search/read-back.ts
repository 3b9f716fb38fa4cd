import { gunzipSync } from 'node:zlib';
import { openSearchIndex, type SearchIndex } from '../../src/lib/search/search-index.ts';
import { chunkFor, readChunk, withoutMagic, type Postings } from '../../src/lib/search/pagefind-files.ts';
import type { NumberedWords } from './numbered-words.ts';

/** Files of the index folder by name. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

/** @throws Error where the index lacks the file */
export function requireFile(files: IndexFiles, name: string): Uint8Array {
  const bytes = files.get(name);
  if (bytes === undefined) throw new Error(`${name} is missing from the index.`);
  return bytes;
}

/** Opens an index that is in memory, or was read from disk, with the code that browsers run. */
export async function openIndexFiles(files: IndexFiles): Promise<SearchIndex> {
  return openSearchIndex(async (name) => {
    const bytes = requireFile(files, name);
    return Promise.resolve(name.endsWith('.json') ? bytes : gunzipSync(bytes));
  });
}

/**
 * Proves that an index holds every word at its place, and nothing else: Pagefind's files are internal to it, and a release that
 * changes them must fail the build, not a reader's search.
 * @param words the words of each record, in the order of the index
 * @throws Error naming the first difference.
 */
export async function checkIndex(files: IndexFiles, words: NumberedWords): Promise<void> {
  const { meta } = await openIndexFiles(files);
  if (meta.records.length !== words.records.length) {
    throw new Error(`The index holds ${meta.records.length} sections, not ${words.records.length}.`);
  }
  let places = 0;
  for (const { file } of meta.chunks) {
    const bytes = requireFile(files, `index/${file}.pf_index`);
    for (const [word, postings] of readChunk(withoutMagic(gunzipSync(bytes)))) {
      if (chunkFor(meta, word) !== file) {
        throw new Error(`The word ${word} would not be looked for in its chunk.`);
      }
      places += checkWord(word, postings, words);
    }
  }
  const expected = words.records.reduce((sum, { length }) => sum + length, 0);
  if (places !== expected)
    throw new Error(`The index holds ${places} places of words, the text ${expected}.`);
}

/** Number of places at which the index and the text both hold the word. @throws Error where the text holds another. */
function checkWord(word: string, { records, positions }: Postings, words: NumberedWords): number {
  const number = words.numberOf.get(word);
  let places = 0;
  records.forEach((record, at) => {
    for (const position of positions[at] ?? []) {
      if (words.records[record]?.[position] !== number || number === undefined) {
        throw new Error(
          `The index holds ${word} at ${position} of section ${record}, the text something else.`,
        );
      }
      places += 1;
    }
  });
  return places;
}
