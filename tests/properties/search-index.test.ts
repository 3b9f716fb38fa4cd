import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeIndexFiles } from '../../scripts/search/make-index-files.ts';
import { openIndexFiles } from '../../scripts/search/read-back.ts';
import { createSearchEngine } from '../../src/lib/search/engine.ts';
import { indexAids } from '../../src/lib/search/lexicon.ts';
import { PASSAGE_KINDS, type SectionRecord } from '../../src/lib/search/model.ts';
import { normaliseText } from '../../src/lib/search/normalise.ts';

/** Text in every script: what Pagefind would join, split, stem or lower in its own way. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.lorem({ maxCount: 8 }),
  fc.constantFrom(
    'GPT-4o、OpenAI 的 DALL·E 3',
    '𠮷野家𠀀𠀁',
    'ＡＩ＋',
    'Straße İstanbul ǅ',
    'ไทย हिन्दी 한국어 かな',
    'the of running',
  ),
);

function toRecords(texts: readonly (readonly string[])[]): readonly SectionRecord[] {
  return texts.map((passages, section) => ({
    url: `r/c${section}/`,
    report: 'r',
    reportTitle: 'R',
    chapter: `c${section}`,
    chapterTitle: 'C',
    heading: 'H',
    passages: passages.map((text, at) => ({
      id: `p${at}`,
      kind: PASSAGE_KINDS[at % PASSAGE_KINDS.length]!,
      text,
    })),
  }));
}

// Building the index ends with reading it back and comparing every word at every place: it throws where they differ.
test('Pagefind keeps every character of any text at its place', async () => {
  const sections = fc.array(fc.array(anyText, { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(sections, async (texts) => {
      const records = toRecords(texts);
      const index = await openIndexFiles(await makeIndexFiles(records, []));
      const engine = createSearchEngine(index, indexAids(index));
      const passage = records[0]!.passages[0]!;
      const { characters } = normaliseText(passage.text);
      fc.pre(characters.length > 0);
      const text = `"${characters.slice(0, 20).join('')}"`;
      const answer = await engine.search({ text, filters: {}, offset: 0, limit: 1000 });
      expect(answer.results.some(({ url, id }) => url === 'r/c0/' && id === passage.id)).toBe(true);
    }),
    { numRuns: 12 },
  );
});

test('the same sections give the same bytes', async () => {
  const records = toRecords([['一、总体态势', '人工智能 AI 37.5%'], ['二、技术创新']]);
  const [first, second] = [await makeIndexFiles(records, []), await makeIndexFiles(records, [])];
  expect([...second.keys()]).toEqual([...first.keys()]);
  for (const [name, bytes] of first)
    expect(Buffer.compare(Buffer.from(second.get(name)!), Buffer.from(bytes)), name).toBe(0);
});

test('a site without any text has an index that finds nothing and fails nowhere', async () => {
  const index = await openIndexFiles(await makeIndexFiles([], []));
  const answer = await createSearchEngine(index, indexAids(index)).search({
    text: '智能',
    filters: {},
    offset: 0,
    limit: 10,
  });
  expect(answer).toMatchObject({ mode: 'none', total: 0 });
});
