import { create, insertMultiple, save, search } from '@orama/orama';
import { createTokenizer } from '@orama/tokenizers/mandarin';
import FlexSearch from 'flexsearch';
import MiniSearch from 'minisearch';
import { brotliCompressSync, constants } from 'node:zlib';
import type { SectionRecord } from '../../../src/lib/search/model.ts';
import { plainText } from '../../../src/lib/search/normalise.ts';
import { sectionText, type Contender, type Found, type Ready } from './contender.ts';

/** Large indexes are compressed at a quality that a host would use on the way; it changes sizes by a few percent. */
const LARGE = 4_000_000;

function compressed(text: string): number {
  const quality = text.length > LARGE ? 5 : 11;
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
}

/** Engines that load their whole index before the first search; their programs are not counted. */
function ready(index: string, find: (text: string) => readonly number[] | Promise<readonly number[]>): Ready {
  const bytes = compressed(index);
  return {
    search: async (text): Promise<Found> => ({ sections: await find(text) }),
    firstScreen: async (text) => find(text),
    firstResultBytes: async () => Promise.resolve(bytes),
    indexBytes: bytes,
  };
}

/** Pairs of neighbours, and Latin words; with `singles` every character, too, for queries of one. */
function bigrams(text: string, singles: boolean): string[] {
  const tokens: string[] = [];
  for (const [run] of text.matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+/gu)) {
    if (!/\p{Script=Han}/u.test(run)) tokens.push(plainText(run));
    else {
      const characters = [...run];
      if (singles || characters.length === 1) tokens.push(...characters);
      tokens.push(...characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`));
    }
  }
  return tokens;
}

function miniSearch(name: string, options: object): Contender {
  return {
    name,
    prepare: async (records) => {
      const engine = new MiniSearch<{ id: number; heading: string; text: string }>({
        fields: ['heading', 'text'],
        ...options,
      });
      engine.addAll(
        records.map((record, id) => ({ id, heading: record.heading, text: sectionText(record) })),
      );
      return Promise.resolve(
        ready(JSON.stringify(engine), (text) => engine.search(text).map(({ id }) => Number(id))),
      );
    },
  };
}

export const miniSearchDefault = miniSearch('MiniSearch, default', {});
export const miniSearchBigrams = miniSearch('MiniSearch, bigrams', {
  tokenize: (text: string) => bigrams(text, true),
  searchOptions: {
    combineWith: 'AND',
    boost: { heading: 2 },
    tokenize: (text: string) => bigrams(text, false),
  },
});

export const flexSearchCjk: Contender = {
  name: 'FlexSearch, CJK',
  prepare: async (records) => {
    const engine = new FlexSearch.Index({
      encoder: FlexSearch.Charset.CJK,
      tokenize: 'forward',
      context: true,
    });
    records.forEach((record, id) => engine.add(id, sectionText(record)));
    const parts: string[] = [];
    await engine.export((_key: string, data: string) => void parts.push(data));
    return ready(parts.join(''), (text) => engine.search(text, { limit: records.length }).map(Number));
  },
};

export const oramaMandarin: Contender = {
  name: 'Orama, mandarin',
  prepare: async (records: readonly SectionRecord[]) => {
    const database = create({
      schema: { section: 'number', heading: 'string', text: 'string' } as const,
      components: { tokenizer: createTokenizer() },
    });
    await insertMultiple(
      database,
      records.map((record, section) => ({ section, heading: record.heading, text: sectionText(record) })),
    );
    return ready(JSON.stringify(save(database)), async (text) => {
      const { hits } = await search(database, { term: text, limit: records.length, boost: { heading: 2 } });
      return hits.map(({ document }) => document.section);
    });
  },
};

/** Loads every text and looks with `includes`: exact by nature, and the more text the heavier. */
export const wholeText: Contender = {
  name: 'all text + includes',
  prepare: async (records) => {
    const texts = records.map((record) => record.passages.map(({ text }) => plainText(text)));
    const all = JSON.stringify(records.map(({ passages }) => passages.map(({ text }) => text)));
    const found = (query: string): Found => {
      const words = query.split(/\s+/u).map((word) => plainText(word));
      const sections: { section: number; count: number }[] = [];
      const passages: string[] = [];
      texts.forEach((section, number) => {
        let count = 0;
        if (!words.every((word) => section.some((text) => text.includes(word)))) return;
        section.forEach((text, passage) => {
          const times = words.reduce((sum, word) => sum + text.split(word).length - 1, 0);
          count += times;
          if (times > 0) passages.push(`${number}:${passage}`);
        });
        sections.push({ section: number, count });
      });
      sections.sort((left, right) => right.count - left.count || left.section - right.section);
      return { sections: sections.map(({ section }) => section), passages };
    };
    return Promise.resolve({
      ...ready(all, () => []),
      search: async (text) => Promise.resolve(found(text)),
      firstScreen: async (text) => Promise.resolve(found(text)),
    });
  },
};
