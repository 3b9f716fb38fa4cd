import { beforeAll, describe, expect, test } from 'vitest';
import { makeIndexFiles } from '../../scripts/search/make-index-files.ts';
import { openIndexFiles, type IndexFiles } from '../../scripts/search/read-back.ts';
import { createSearchEngine, type SearchEngine } from '../../src/lib/search/engine.ts';
import { indexAids } from '../../src/lib/search/lexicon.ts';
import type { SearchAnswer } from '../../src/lib/search/model.ts';
import { articleSections } from '../support/article-sections.ts';
import { holders, phrasesOf, plain } from '../support/plain-search.ts';

/** As long as a phrase that a reader remembers; the figure. */
const LONGEST_PHRASE = 8;
const EVERYTHING = 10_000;

const sections = articleSections();
const passages = sections.flatMap((section) => section.passages);
let engine: SearchEngine;
let files: IndexFiles;

const request = (text: string) => ({ text, filters: {}, offset: 0, limit: EVERYTHING });

async function search(text: string): Promise<SearchAnswer> {
  return engine.search(request(text));
}

beforeAll(async () => {
  files = await makeIndexFiles(sections, []);
  const index = await openIndexFiles(files);
  engine = createSearchEngine(index, indexAids(index));
});

describe('search over the committed article, through a Pagefind index', () => {
  test('every phrase of 1 to 8 characters finds every passage that holds it, and no other, exactly marked', async () => {
    const phrases = phrasesOf(
      passages.map(({ text }) => text),
      LONGEST_PHRASE,
    );
    expect(phrases.length).toBeGreaterThan(10_000);
    const wrong: string[] = [];
    for (const phrase of phrases) {
      const answer = await search(phrase);
      const found = answer.results.map(({ id }) => id).sort();
      const expected = holders(passages, phrase);
      const isMarked = answer.results.every(({ excerpt }) =>
        excerpt.some(({ marked, text }) => marked && plain(text) === plain(phrase)),
      );
      if (answer.mode !== 'exact' || found.join() !== expected.join() || !isMarked) wrong.push(phrase);
    }
    expect(wrong).toEqual([]);
  });

  test('whatever is marked is what was looked for, and an excerpt without its cuts is text of the passage', async () => {
    for (const phrase of ['大模型', '两端快中间慢', '人工智能', 'MoE', '11', '的']) {
      for (const { excerpt, id } of (await search(phrase)).results) {
        for (const { marked, text } of excerpt) {
          if (marked) expect(plain(text)).toBe(plain(phrase));
          expect(text).not.toContain('\u200b');
        }
        const text = passages.find((passage) => passage.id === id)!.text;
        const shown = excerpt.map((piece) => piece.text).join('');
        for (const part of shown.split('…').filter((piece) => piece !== '')) expect(text).toContain(part);
      }
    }
  });

  test('gives the same answer whatever was asked before', async () => {
    const queries = phrasesOf(
      passages.map(({ text }) => text),
      3,
    ).slice(0, 100);
    const fresh: string[] = [];
    for (const query of queries) {
      const index = await openIndexFiles(files);
      fresh.push(JSON.stringify(await createSearchEngine(index, indexAids(index)).search(request(query))));
    }
    for (const query of [...queries].reverse()) await search(query);
    for (const [at, query] of queries.entries())
      expect(JSON.stringify(await engine.search(request(query)))).toBe(fresh[at]);
  });
});
