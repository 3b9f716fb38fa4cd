/** A corpus of invented Chinese reports, the same for the same seed, for the search benchmarks. */

import type { Passage, SectionRecord } from '../../../src/lib/search/model.ts';
import { itemAt } from '../../ingest/model/item-at.ts';
import { seededRandom } from './seeded-random.ts';

const PARAGRAPHS_PER_PAGE = 12;
const SECTIONS_PER_PAGE = 3;
const PAGES_PER_REPORT = 20;
const WORD_COUNT = 20_000;
/** Words that every Chinese text is full of; without them postings would be too even. */
const FUNCTION_WORDS = [...'的了在是和与对为等以将从到及其中更并可'];
const LATIN_WORDS = [
  'AI',
  'GPT-4o',
  'MoE',
  'LLM',
  'OpenAI',
  'Transformer',
  'RAG',
  'Agent',
  '2024',
  '37.5%',
  '5G',
  'GPU',
];

/** The 3,755 ordinary characters of GB/T 2312 level 1, in the standard's order. */
function ordinaryCharacters(): readonly string[] {
  const decoder = new TextDecoder('gb18030');
  const characters: string[] = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      if (row === 0xd7 && cell > 0xf9) continue;
      characters.push(decoder.decode(new Uint8Array([row, cell])));
    }
  }
  return characters;
}

/** Zipf-like: small numbers often, large ones seldom. */
function zipf(random: () => number, size: number): number {
  return Math.min(size - 1, Math.floor(Math.exp(random() * Math.log(size + 1))) - 1);
}

function inventWords(random: () => number): readonly string[] {
  const characters = [...ordinaryCharacters()];
  for (let at = characters.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [characters[at], characters[other]] = [itemAt(characters, other), itemAt(characters, at)];
  }
  return Array.from({ length: WORD_COUNT }, () => {
    const length = random() < 0.8 ? 2 : 3;
    return Array.from({ length }, () =>
      itemAt(characters, Math.floor(random() ** 2 * characters.length)),
    ).join('');
  });
}

function inventClause(random: () => number, words: readonly string[]): string {
  const length = 3 + Math.floor(random() * 5);
  return Array.from({ length }, () => {
    const dice = random();
    if (dice < 0.2) return itemAt(FUNCTION_WORDS, zipf(random, FUNCTION_WORDS.length));
    if (dice < 0.23) return itemAt(LATIN_WORDS, zipf(random, LATIN_WORDS.length));
    return itemAt(words, zipf(random, words.length));
  }).join('');
}

function inventParagraph(random: () => number, words: readonly string[]): string {
  const clauses = Array.from({ length: 5 + Math.floor(random() * 7) }, () => inventClause(random, words));
  return clauses
    .map((clause, at) => clause + (at === clauses.length - 1 || random() < 0.3 ? '。' : '，'))
    .join('');
}

/** A corpus and what its headings are made of. */
export interface Corpus {
  readonly records: readonly SectionRecord[];
  /** Words of the heading of each section; undefined where it has none. */
  readonly headingWords: readonly (readonly string[] | undefined)[];
}

/** Headings of reports are clauses without function words, 8 to 18 characters long. */
function inventHeading(random: () => number, words: readonly string[]): readonly string[] {
  return Array.from({ length: 4 + Math.floor(random() * 4) }, () =>
    itemAt(words, Math.floor(random() * words.length)),
  );
}

function inventSection(
  random: () => number,
  words: readonly string[],
  headingWords: readonly string[],
  place: { readonly page: number; readonly section: number },
): SectionRecord {
  const report = `report-${Math.floor(place.page / PAGES_PER_REPORT) + 1}`;
  const chapter = `chapter-${(place.page % PAGES_PER_REPORT) + 1}`;
  const count = PARAGRAPHS_PER_PAGE / SECTIONS_PER_PAGE;
  const heading: Passage = {
    id: `s${place.section + 1}`,
    kind: 'heading',
    text: headingWords.join(''),
    label: String(place.page + 1),
  };
  const paragraphs = Array.from({ length: count }, (_, at): Passage => ({
    id: `p${place.section * count + at + 1}`,
    kind: 'text',
    text: inventParagraph(random, words),
    label: String(place.page + 1),
  }));
  return {
    url: `${report}/${chapter}/`,
    report,
    reportTitle: `报告 ${report}`,
    chapter,
    chapterTitle: chapter,
    heading: heading.text,
    passages: [heading, ...paragraphs],
  };
}

/** `pageCount` pages of 12 paragraphs in 3 sections; about 1,030 compared characters a page, 20 pages a report. */
export function inventCorpus(pageCount: number, seed = 20_241_129): Corpus {
  const random = seededRandom(seed);
  const words = inventWords(random);
  const records: SectionRecord[] = [];
  const headingWords: (readonly string[])[] = [];
  for (let number = 0; number < pageCount * SECTIONS_PER_PAGE; number += 1) {
    const heading = inventHeading(random, words);
    const place = { page: Math.floor(number / SECTIONS_PER_PAGE), section: number % SECTIONS_PER_PAGE };
    headingWords.push(heading);
    records.push(inventSection(random, words, heading, place));
  }
  return { records, headingWords };
}
