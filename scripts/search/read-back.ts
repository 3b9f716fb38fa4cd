import { gunzipSync } from 'node:zlib';
import { openSearchIndex, type SearchIndex } from '../../src/lib/search/search-index.ts';
import { chunkFor, readChunk, withoutMagic } from '../../src/lib/search/pagefind-files.ts';

/** Files of the index folder by name. */
export type IndexFiles = ReadonlyMap<string, Uint8Array>;

/** Opens an index that is in memory, or was read from disk, with the code that browsers run. */
export async function openIndexFiles(files: IndexFiles): Promise<SearchIndex> {
  return openSearchIndex(async (name) => {
    const bytes = files.get(name);
    if (bytes === undefined) throw new Error(`${name} is missing from the index.`);
    return Promise.resolve(name.endsWith('.json') ? bytes : gunzipSync(bytes));
  });
}

/**
 * Proves that an index holds every word at its place, and nothing else: Pagefind's files are internal to it, and a release that
 * changes them must fail the build, not a reader's search.
 * @param words the words of each record, in the order of the index
 * @throws Error naming the first difference.
 */
export async function checkIndex(files: IndexFiles, words: readonly (readonly string[])[]): Promise<void> {
  const { meta } = await openIndexFiles(files);
  if (meta.records.length !== words.length) {
    throw new Error(`The index holds ${meta.records.length} sections, not ${words.length}.`);
  }
  let places = 0;
  for (const { file } of meta.chunks) {
    const bytes = files.get(`index/${file}.pf_index`);
    if (bytes === undefined) throw new Error(`Chunk ${file} is missing from the index.`);
    for (const [word, postings] of readChunk(withoutMagic(gunzipSync(bytes)))) {
      if (chunkFor(meta, word) !== file)
        throw new Error(`The word ${word} would not be looked for in its chunk.`);
      postings.records.forEach((record, at) => {
        for (const position of postings.positions[at]!) {
          const expected = words[record]?.[position];
          if (expected !== word) {
            throw new Error(`Section ${record} holds ${String(expected)} at ${position}, the index ${word}.`);
          }
          places += 1;
        }
      });
    }
  }
  const expected = words.reduce((sum, list) => sum + list.length, 0);
  if (places !== expected)
    throw new Error(`The index holds ${places} places of words, the text ${expected}.`);
}
