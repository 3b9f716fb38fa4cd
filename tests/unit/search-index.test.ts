import { describe, expect, test } from 'vitest';
import { indexAids } from '../../src/lib/search/lexicon.ts';
import { withMagic } from '../../src/lib/search/pagefind-files.ts';
import { buildPassageTable, joinPostings, openSearchIndex } from '../../src/lib/search/search-index.ts';
import { recordsOf } from '../../src/lib/search/record-ranges.ts';
import { memoryIndex } from '../support/memory-index.ts';

const bytes = (hexadecimal: string): Uint8Array =>
  Uint8Array.from(Buffer.from(hexadecimal.replaceAll(' ', ''), 'hex'));

describe('postings of several words', () => {
  const first = { records: [0, 4], positions: [[3], [1, 9]] };
  const second = { records: [2, 4], positions: [[7], [5]] };
  const none = { records: [], positions: [] };

  test('are joined in the order of records and positions', () => {
    expect(joinPostings([second, none, first])).toEqual({
      records: [0, 2, 4],
      positions: [[3], [7], [1, 5, 9]],
    });
  });

  test('are those of the only word that has any', () => {
    expect(joinPostings([none, first])).toBe(first);
    expect(joinPostings([none, none])).toEqual(none);
    expect(joinPostings([])).toEqual(none);
  });
});

describe('the table of passages', () => {
  const records = [
    { fragment: 'a', words: 9 },
    { fragment: 'b', words: 0 },
    { fragment: 'c', words: 4 },
  ];
  const kinds = [
    { records: [0], positions: [[5]] },
    { records: [0, 2], positions: [[0], [0]] },
  ];

  test('knows kind, place and length of each passage, whatever the order of the kinds', () => {
    const table = buildPassageTable({ records, chunks: [] }, kinds);
    expect([...table.firstOf]).toEqual([0, 2, 2, 3]);
    expect([...table.kinds]).toEqual([1, 0, 1]);
    expect([...table.starts]).toEqual([0, 5, 0]);
    expect([...table.lengths]).toEqual([4, 3, 3]);
  });
});

describe('an index', () => {
  const file = (hexadecimal: string): Uint8Array => {
    const content = bytes(hexadecimal);
    const magic = withMagic('');
    return Uint8Array.of(...magic, ...content);
  };
  const files: Readonly<Record<string, Uint8Array>> = {
    'pagefind-entry.json': new TextEncoder().encode('{"languages":{"zh":{"hash":"h"}}}'),
    // One record of two words, one chunk from the beginning.
    'pagefind.h.pf_meta': file('83 6131 81 82 6166 02 81 83 60 60 6163'),
    // The passage begins at 0 (xt), its only character at 1.
    'index/c.pf_index': file('81 82 82 6178 81 82 00 81 01 82 627874 81 82 00 81 00'),
    'fragment/f.pf_fragment': withMagic('{"url":"u/"}'),
    'fold.json': new TextEncoder().encode('{"from":"學","to":"学"}'),
  };
  async function open(asked: string[], failing = new Set<string>()) {
    return openSearchIndex(async (name) => {
      asked.push(name);
      const content = files[name];
      if (content === undefined || failing.has(name)) return Promise.reject(new Error(`No ${name}`));
      return Promise.resolve(content);
    });
  }

  test('fetches each file once, when it is first needed', async () => {
    const asked: string[] = [];
    const index = await open(asked);
    expect(asked).toEqual(['pagefind-entry.json', 'pagefind.h.pf_meta']);
    expect(await index.postings('x')).toEqual({ records: [0], positions: [[1]] });
    expect(await index.postings('x', true)).toEqual({ records: [], positions: [] });
    expect([...(await index.passages()).lengths]).toEqual([1]);
    expect(await index.record(0)).toEqual({ url: 'u/' });
    expect(await index.fold()).toEqual(new Map([['學', '学']]));
    await index.record(0);
    await index.fold();
    expect(asked.slice(2)).toEqual(['index/c.pf_index', 'fragment/f.pf_fragment', 'fold.json']);
  });

  test('tries again what failed', async () => {
    const failing = new Set(['fold.json']);
    const index = await open([], failing);
    await expect(index.fold()).rejects.toThrow('No fold.json');
    failing.clear();
    expect((await index.fold()).size).toBe(1);
  });

  test('without a language is empty', async () => {
    const index = await openSearchIndex(async () =>
      Promise.resolve(new TextEncoder().encode('{"languages":{}}')),
    );
    expect(await index.postings('x')).toEqual({ records: [], positions: [] });
    expect((await index.passages()).starts.length).toBe(0);
  });

  test('helps without the files that are missing', async () => {
    const aids = indexAids(await open([]));
    expect(await aids.aliases()).toEqual([]);
    expect(await aids.lexicon()).toEqual({ terms: [], headings: [] });
    expect(await aids.pinyin()).toEqual({});
    expect(await aids.regional()).toEqual([]);
  });
});

describe('records of a filter', () => {
  test('are those of its range, the last one not', async () => {
    const index = {
      ...memoryIndex([]),
      json: async (name: string) =>
        Promise.resolve(name === 'reports.json' ? [{ id: 'a', title: 'A', from: 2, to: 4 }] : []),
    };
    const isOfIt = await recordsOf(index, 'report', 'a');
    expect([1, 2, 3, 4].map(isOfIt)).toEqual([false, true, true, false]);
    expect((await recordsOf(index, 'chapter', 'a'))(2)).toBe(false);
  });
});
