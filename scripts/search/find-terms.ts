import type { Lexicon } from '../../src/lib/search/lexicon.ts';
import type { SectionRecord } from '../../src/lib/search/model.ts';
import { isHan } from '../../src/lib/search/normalise.ts';

/** Suggestions are loaded while typing: together about 6 KB compressed. */
const MOST_TERMS = 500;
const MOST_HEADINGS = 300;
/** Enough text to know the terms of all reports; counting more only takes memory. */
const MOST_CHARACTERS = 300_000;
const LONGEST_TERM = 6;
/** A term occurs at least so often, and once more for each `CHARACTERS_A_COUNT` characters of text, up to five. */
const LEAST_COUNT = 2;
const CHARACTERS_A_COUNT = 20_000;
/** Two parts of a term stand together so many times more often than chance would have it. */
const LEAST_COHESION = 12;
/** A part that stands alone in less than this share of its places is a fragment: 数据要 of 数据要素. */
const LEAST_ALONE = 0.15;
/** Different characters that stand before, and behind, a term. */
const LEAST_NEIGHBOURS = 2;
/** No term begins or ends with these. */
const FUNCTION_CHARACTERS = new Set(
  '的了在是和与及或对为等以将从到由向于其中更并可也而之这那有不上下年月日各被把使',
);

interface Counted {
  count: number;
  readonly before: Set<string>;
  readonly behind: Set<string>;
}

function hanRuns(text: string): readonly string[] {
  return text.match(/\p{Script=Han}+/gu) ?? [];
}

function countGrams(runs: readonly string[]): ReadonlyMap<string, Counted> {
  const grams = new Map<string, Counted>();
  for (const run of runs) {
    for (let from = 0; from < run.length; from += 1) {
      for (let length = 1; length <= LONGEST_TERM && from + length <= run.length; length += 1) {
        const gram = run.slice(from, from + length);
        const counted = grams.get(gram) ?? { count: 0, before: new Set(), behind: new Set() };
        counted.count += 1;
        // The edge of a run (punctuation) is a neighbour like any other, and a different one each time.
        counted.before.add(run[from - 1] ?? `edge ${counted.count}`);
        counted.behind.add(run[from + length] ?? `edge ${counted.count}`);
        grams.set(gram, counted);
      }
    }
  }
  return grams;
}

function cohesion(gram: string, grams: ReadonlyMap<string, Counted>, total: number): number {
  // Every part of a counted string was counted with it.
  const countOf = (part: string): number => grams.get(part)?.count ?? 0;
  let weakest = Number.POSITIVE_INFINITY;
  for (let cut = 1; cut < gram.length; cut += 1) {
    const chance = countOf(gram.slice(0, cut)) * countOf(gram.slice(cut));
    weakest = Math.min(weakest, (countOf(gram) * total) / chance);
  }
  return weakest;
}

/** Takes out terms that hardly ever stand without the same longer one around them. */
function dropFragments(terms: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const kept = new Map(terms);
  for (const [term, count] of terms) {
    for (let length = 2; length < term.length; length += 1) {
      for (let from = 0; from + length <= term.length; from += 1) {
        const part = term.slice(from, from + length);
        if (count > (1 - LEAST_ALONE) * (terms.get(part) ?? Number.POSITIVE_INFINITY)) kept.delete(part);
      }
    }
  }
  return kept;
}

/** Chinese terms: strings that recur, hold together and stand among different neighbours. */
function chineseTerms(texts: readonly string[]): ReadonlyMap<string, number> {
  const runs: string[] = [];
  let total = 0;
  for (const run of texts.flatMap(hanRuns)) {
    if (total > MOST_CHARACTERS) break;
    runs.push(run);
    total += run.length;
  }
  const grams = countGrams(runs);
  const least = Math.min(5, LEAST_COUNT + Math.floor(total / CHARACTERS_A_COUNT));
  const terms = new Map<string, number>();
  for (const [gram, { count, before, behind }] of grams) {
    if (gram.length < 2 || count < least) continue;
    if (FUNCTION_CHARACTERS.has(gram.charAt(0)) || FUNCTION_CHARACTERS.has(gram.slice(-1))) continue;
    if (before.size < LEAST_NEIGHBOURS || behind.size < LEAST_NEIGHBOURS) continue;
    if (cohesion(gram, grams, total) >= LEAST_COHESION) terms.set(gram, count);
  }
  return dropFragments(terms);
}

/** Latin words and names with a letter in them, as most often written. */
function latinTerms(texts: readonly string[]): ReadonlyMap<string, number> {
  const terms = new Map<string, number>();
  for (const text of texts) {
    for (const [word] of text.matchAll(/[\p{Script=Latin}\d]+(?:[-.+][\p{Script=Latin}\d]+)*/gu)) {
      if (/\p{Script=Latin}/u.test(word) && word.length >= 2) terms.set(word, (terms.get(word) ?? 0) + 1);
    }
  }
  return terms;
}

/** What can be suggested: terms found in the text itself, and headings. Chinese headings lose their numbering. */
export function findTerms(records: readonly SectionRecord[]): Lexicon {
  const passages = records.flatMap(({ passages: all }) => all);
  const texts = passages.map(({ text }) => text);
  const found = new Map([...chineseTerms(texts), ...latinTerms(texts)]);
  const weight = ([term, count]: readonly [string, number]): number => count * Math.min(4, [...term].length);
  const terms = [...found]
    .sort((left, right) => weight(right) - weight(left) || (left[0] < right[0] ? -1 : 1))
    .slice(0, MOST_TERMS);
  const headings = passages
    .filter(({ kind }) => kind === 'heading')
    .map(({ text }) =>
      text.replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|[\d.]+\s*)/u, '').trim(),
    )
    .filter((text) => [...text].some(isHan) || text.length > 1);
  return { terms, headings: [...new Set(headings)].slice(0, MOST_HEADINGS) };
}
