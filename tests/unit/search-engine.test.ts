import { describe, expect, test } from 'vitest';
import { createSearchEngine, IndexMismatchError } from '../../src/lib/search/engine.ts';
import type { SearchFilters } from '../../src/lib/search/model.ts';
import { memoryIndex } from '../support/memory-index.ts';
import { searchAids } from '../support/search-aids.ts';
import { engineOf, ids, indexOf, search, section, SECTIONS } from '../support/small-shelf.ts';

describe('a search', () => {
  test('leads from viewpoints and headings to the rest', async () => {
    expect(ids(await search('水印'))).toEqual(['b/one-1', 'a/one-0', 'a/one-2', 'a/one-1', 'b/one-0']);
  });

  test('tells of each result where it is, and marks the words', async () => {
    const { results } = await search('治理 水印');
    expect(results).toEqual([
      {
        url: 'b/one/',
        id: 'b/one-0',
        kind: 'text',
        match: 'exact',
        report: 'b',
        reportTitle: 'Report b',
        chapterTitle: 'Chapter b/one',
        heading: 'Heading b/one',
        label: '10',
        excerpt: [
          { text: '水印', marked: true },
          { text: '与', marked: false },
          { text: '治理', marked: true },
        ],
        phrases: ['水印', '治理'],
      },
    ]);
  });

  test('gives the results asked for and counts all', async () => {
    const answer = await engineOf().search({ text: '水印', filters: {}, offset: 1, limit: 2 });
    expect(ids(answer)).toEqual(['a/one-0', 'a/one-2']);
    expect(answer).toMatchObject({ mode: 'exact', total: 5, exactTotal: 5 });
  });

  test('puts the report that the reader is in first', async () => {
    const answer = await engineOf().search({
      text: '水印',
      filters: {},
      firstReport: 'b',
      offset: 0,
      limit: 9,
    });
    expect(ids(answer).slice(0, 2)).toEqual(['b/one-1', 'b/one-0']);
  });

  test.each<[SearchFilters, readonly string[]]>([
    [{ report: 'b' }, ['b/one-1', 'b/one-0']],
    [{ report: 'a', kind: 'text' }, ['a/one-1']],
    [{ chapter: 'a/one', kind: 'heading' }, ['a/one-0']],
    [{ chapter: 'a/two' }, []],
    [{ report: 'nowhere' }, []],
  ])('is narrowed by %o', async (filters, expected) => {
    expect(ids(await search('水印', filters))).toEqual(expected);
  });

  test('counts what each choice of a filter would leave, the other filters kept', async () => {
    const ask = async (filters: SearchFilters) => engineOf().facets({ text: '水印', filters });
    expect(await ask({ report: 'a', kind: 'text' })).toEqual({
      reports: [
        { value: 'a', label: 'Report a', count: 1 },
        { value: 'b', label: 'Report b', count: 1 },
      ],
      chapters: [{ value: 'a/one', label: 'Chapter a/one', count: 1 }],
      kinds: [
        { value: 'heading', label: 'heading', count: 1 },
        { value: 'text', label: 'text', count: 1 },
        { value: 'figure', label: 'figure', count: 1 },
      ],
    });
    expect((await ask({ chapter: 'b/one' })).reports.map(({ count }) => count)).toEqual([3, 2]);
    expect((await ask({ chapter: 'b/one' })).chapters.map(({ count }) => count)).toEqual([3, 2]);
  });

  test('of punctuation, or of exclusions alone, is empty', async () => {
    expect(await search('，。')).toMatchObject({ mode: 'empty', total: 0, results: [] });
    expect(await search('-水印')).toMatchObject({ mode: 'empty', total: 0 });
  });

  test('that excludes every result has none', async () => {
    expect(await search('模型 -模')).toMatchObject({ mode: 'none', total: 0 });
    expect(ids(await search('模型 -水印'))).toEqual(['a/two-0']);
  });

  test('shows the occurrences of two words that stand closest to the first', async () => {
    const text = `治理${'，前'.repeat(80)}，水印，间，治理${'，后'.repeat(80)}，治理`;
    const engine = engineOf({}, [section('a/one', `text:${text}`)]);
    const answer = await engine.search({ text: '水印 治理', filters: {}, offset: 0, limit: 1 });
    const shown = answer.results[0]!.excerpt.map(({ text }) => text).join('');
    expect(shown.match(/治理/gu)).toHaveLength(1);
    expect(shown).toMatch(/^….*，水印，间，治理，.*…$/u);
  });

  test('of two that are as far away shows the earlier', async () => {
    const text = `治理${'，前'.repeat(60)}水印${'后，'.repeat(60)}治理`;
    const engine = engineOf({}, [section('a/one', `text:${text}`)]);
    const answer = await engine.search({ text: '水印 治理', filters: {}, offset: 0, limit: 1 });
    expect(answer.results[0]!.excerpt[0]).toEqual({ text: '治理', marked: true });
  });

  test.each([
    ['another text', section('a/one', 'text:别的很长的文字')],
    ['another text at the second place', section('a/one', 'text:水印与标准')],
    ['another text behind the first character', section('a/one', 'text:水标与水标')],
    ['fewer passages', section('a/one')],
  ])('says so where the site was built anew meanwhile and the section has %s', async (_, renewed) => {
    const index = indexOf([section('a/one', 'text:水印与水印')]);
    const engine = createSearchEngine(
      { ...index, record: async () => Promise.resolve(renewed) },
      searchAids({}),
    );
    const asked = engine.search({ text: '水印', filters: {}, offset: 0, limit: 1 });
    await expect(asked).rejects.toThrow(IndexMismatchError);
  });
});

describe('traditional characters', () => {
  const fold = new Map([
    ['標', '标'],
    ['準', '准'],
  ]);
  test.each(['標準', '标准', '标準'])('lead to either spelling, as it is printed: %s', async (typed) => {
    const sections = [section('a/one', 'text:水印標準', 'text:水印标准')];
    const engine = createSearchEngine(memoryIndex(sections, fold), searchAids({}));
    const answer = await engine.search({ text: typed, filters: {}, offset: 0, limit: 9 });
    const marked = answer.results.map(({ excerpt }) => excerpt.find((piece) => piece.marked)?.text);
    expect(marked).toEqual(['標準', '标准']);
  });
});

describe('the index', () => {
  test('is asked for a phrase once, and again after a failure', async () => {
    const index = indexOf(SECTIONS);
    let asked = 0;
    let failing = true;
    const engine = createSearchEngine(
      {
        ...index,
        passages: async () => {
          asked += 1;
          return failing ? Promise.reject(new Error('offline')) : index.passages();
        },
      },
      searchAids({}),
    );
    const request = { text: '水印', filters: {}, offset: 0, limit: 0 };
    await expect(engine.search(request)).rejects.toThrow('offline');
    failing = false;
    await engine.search(request);
    const afterFirst = asked;
    await engine.search(request);
    // Ranking asks for the table itself; finding the phrase does not ask again.
    expect(asked - afterFirst).toBe(1);
  });
});
