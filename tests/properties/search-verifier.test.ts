import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSearchEngine } from '../../src/lib/search/engine.ts';
import { joinSpans, makeExcerpt, splitClauses } from '../../src/lib/search/excerpt.ts';
import { indexAids } from '../../src/lib/search/lexicon.ts';
import { PASSAGE_KINDS, type SectionRecord } from '../../src/lib/search/model.ts';
import { normaliseText } from '../../src/lib/search/normalise.ts';
import { parseQuery } from '../../src/lib/search/query.ts';
import { memoryIndex } from '../support/memory-index.ts';
import { holders, plain } from '../support/plain-search.ts';

/** Few characters, so that phrases recur, overlap and touch the edges of passages. */
const piece = fc.constantFrom(
  ...'智能体人工',
  'A',
  'i',
  'GPT-4o',
  '3',
  '.',
  '7',
  '，',
  '。',
  '”',
  ' ',
  '、',
  '\u200b',
  '％',
  '㎡',
  '𠮷',
);
const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));
/** What can stand between quotation marks: a closing one would end the phrase. */
const quotable = text.map((written) => written.replaceAll('”', ''));
const sections = fc
  .array(
    fc.array(fc.record({ text, kind: fc.constantFrom(...PASSAGE_KINDS) }), { minLength: 1, maxLength: 4 }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((all): readonly SectionRecord[] =>
    all.map((passages, section) => ({
      url: 'r/c/',
      report: 'r',
      reportTitle: 'R',
      chapter: 'c',
      chapterTitle: 'C',
      heading: 'H',
      passages: passages.map((passage, at) => ({ ...passage, id: `p${section}-${at}` })),
    })),
  );

const searchAll = async (records: readonly SectionRecord[], query: string) => {
  const index = memoryIndex(records);
  return createSearchEngine(index, indexAids(index)).search({
    text: query,
    filters: {},
    offset: 0,
    limit: 1000,
  });
};

describe('search', () => {
  test('never leads to a passage without the phrase, and never leaves out one with it', async () => {
    await fc.assert(
      fc.asyncProperty(sections, quotable, async (records, phrase) => {
        const sought = plain(phrase);
        fc.pre(sought !== '');
        const passages = records.flatMap((record) => record.passages);
        // Quoted, so that spaces are part of the phrase.
        const answer = await searchAll(records, `"${phrase}"`);
        const found = answer.mode === 'exact' ? answer.results.map(({ id }) => id).sort() : [];
        expect(found).toEqual(holders(passages, phrase));
      }),
      { numRuns: 1500 },
    );
  });

  test('marks the phrase exactly and shows text of the passage, with nothing put in', async () => {
    await fc.assert(
      fc.asyncProperty(sections, quotable, async (records, phrase) => {
        fc.pre(plain(phrase) !== '');
        const answer = await searchAll(records, `"${phrase}"`);
        fc.pre(answer.mode === 'exact');
        const texts = new Map(
          records.flatMap(({ passages }) => passages.map((passage) => [passage.id, passage.text])),
        );
        for (const { id, excerpt } of answer.results) {
          expect(texts.get(id)).toContain(
            excerpt
              .map((part) => part.text)
              .join('')
              .replaceAll('…', ''),
          );
          // Occurrences that overlap are marked as one: it begins and ends as the phrase does.
          for (const { text: marked } of excerpt.filter((part) => part.marked)) {
            const shown = plain(marked);
            const forms = plain(phrase);
            expect(shown.includes(forms) || /[㎡％]/u.test(marked)).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('two words find exactly the sections that hold both', async () => {
    await fc.assert(
      fc.asyncProperty(
        sections,
        fc.constantFrom('智能', '体', '人工', 'AI', '37'),
        fc.constantFrom('能体', '工', 'gpt', '智'),
        async (records, first, second) => {
          const answer = await searchAll(records, `${first} ${second}`);
          const found =
            answer.mode === 'exact' ? new Set(answer.results.map(({ id }) => id.split('-')[0])) : new Set();
          const expected = records.flatMap(({ passages }, section) => {
            const holdsAll = [first, second].every((word) => holders(passages, word).length > 0);
            return holdsAll ? [`p${section}`] : [];
          });
          expect([...found].sort()).toEqual(expected.sort());
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('text', () => {
  test('normalised characters lie in the text, in its order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (written) => {
        const { characters, starts, ends } = normaliseText(written);
        expect(characters.length).toBe(starts.length);
        for (const [at, start] of starts.entries()) {
          expect(start).toBeGreaterThanOrEqual(at === 0 ? 0 : starts[at - 1]!);
          expect(ends[at]).toBeGreaterThan(start);
          expect(ends[at]).toBeLessThanOrEqual(written.length);
        }
      }),
    );
  });

  test('a query of any characters is read without failing, and its terms are never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const { wanted, unwanted } = parseQuery(typed);
        for (const term of [...wanted, ...unwanted]) expect(term.characters.length).toBeGreaterThan(0);
      }),
    );
  });

  test('clauses together are the text', () => {
    fc.assert(
      fc.property(text, (written) => {
        const clauses = splitClauses(written);
        expect(clauses.map(({ start, end }) => written.slice(start, end)).join('')).toBe(written);
      }),
    );
  });

  test('an excerpt always shows the marks that it must', () => {
    const longText = fc.array(text, { minLength: 1, maxLength: 30 }).map((texts) => texts.join(''));
    fc.assert(
      fc.property(longText, fc.nat(), fc.integer({ min: 1, max: 8 }), (written, from, length) => {
        fc.pre(written.length > 0);
        const start = from % written.length;
        const mark = { start, end: Math.min(written.length, start + length) };
        const pieces = makeExcerpt(written, joinSpans([mark]), [mark]);
        expect(pieces.filter((part) => part.marked).map((part) => part.text)).toEqual([
          written.slice(mark.start, mark.end),
        ]);
      }),
      { numRuns: 2000 },
    );
  });
});
