import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gunzipSync } from 'node:zlib';
import { createSearchEngine } from '../../../src/lib/search/engine.ts';
import { indexAids } from '../../../src/lib/search/lexicon.ts';
import type { SearchAnswer } from '../../../src/lib/search/model.ts';
import { openSearchIndex, type SearchIndex } from '../../../src/lib/search/search-index.ts';
import { makeIndexFiles } from '../../search/make-index-files.ts';
import { openIndexFiles, type IndexFiles } from '../../search/read-back.ts';
import { COMPARED, FIRST_SCREEN, type Contender, type Found } from './contender.ts';

const EVERYTHING = 1_000_000;
/** Scripts of the built site that a first search in the dialog loads. */
const PROGRAMS = /^(?:dialog|typing|worker|address|normalise)[.-].*\.js$/u;

const transferred = (name: string, bytes: Uint8Array): number =>
  name.endsWith('.json') ? brotliCompressSync(bytes).length : bytes.length;

/** Compressed bytes of our own programs in a built site; 0 where it was not built. */
export function programBytes(siteFolder: string): number {
  const folder = join(siteFolder, '_astro');
  if (!existsSync(folder)) return 0;
  return readdirSync(folder)
    .filter((name) => PROGRAMS.test(name))
    .reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(folder, name))).length, 0);
}

async function countedIndex(files: IndexFiles, count: (bytes: number) => void): Promise<SearchIndex> {
  return openSearchIndex(async (name) => {
    const bytes = files.get(name);
    if (bytes === undefined) throw new Error(`${name} is missing.`);
    count(transferred(name, bytes));
    return Promise.resolve(name.endsWith('.json') ? bytes : gunzipSync(bytes));
  });
}

const engineOf = (index: SearchIndex) => createSearchEngine(index, indexAids(index));
const ask = async (index: SearchIndex, text: string, limit: number): Promise<SearchAnswer> =>
  engineOf(index).search({ text, filters: {}, offset: 0, limit });

/** This project's search. `siteFolder` is where its programs were built. */
export function ours(siteFolder: string): Contender {
  return {
    name: 'this project',
    prepare: async (records) => {
      const files = await makeIndexFiles(records, []);
      const index = await openIndexFiles(files);
      const engine = engineOf(index);
      const places = new Map(
        records.flatMap((record, section) =>
          record.passages.map(({ id }, passage) => [`${record.url}#${id}`, { section, passage }] as const),
        ),
      );
      const found = ({ results }: SearchAnswer): Found => {
        const where = results.map(({ url, id }) => {
          const place = places.get(`${url}#${id}`);
          if (place === undefined) throw new RangeError(`The corpus has no ${url}#${id}.`);
          return place;
        });
        return {
          sections: [...new Set(where.map(({ section }) => section))],
          passages: where.map(({ section, passage }) => `${section}:${passage}`),
        };
      };
      return {
        search: async (text) =>
          found(await engine.search({ text, filters: {}, offset: 0, limit: EVERYTHING })),
        searchFresh: async (text) => found(await ask(await openIndexFiles(files), text, COMPARED)),
        firstScreen: async (text) => engine.search({ text, filters: {}, offset: 0, limit: FIRST_SCREEN }),
        excerpt: async (text) => {
          const [first] = (await engine.search({ text, filters: {}, offset: 0, limit: 1 })).results;
          return first && { marked: first.excerpt.filter(({ marked }) => marked).map((piece) => piece.text) };
        },
        firstResultBytes: async (text) => {
          let total = programBytes(siteFolder);
          await ask(await countedIndex(files, (bytes) => (total += bytes)), text, FIRST_SCREEN);
          return total;
        },
        indexBytes: [...files].reduce((sum, [name, bytes]) => sum + transferred(name, bytes), 0),
      };
    },
  };
}
