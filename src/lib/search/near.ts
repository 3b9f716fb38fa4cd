import type { Replacement } from './model.ts';
import { plainText } from './normalise.ts';
import type { SearchAids } from './lexicon.ts';
import { chunkFor } from './pagefind-files.ts';
import { pinyinLetters, readingsOf, soundMatch, splitSyllables } from './pinyin.ts';
import type { SearchIndex } from './search-index.ts';
import { wordsForCharacter } from './tokens.ts';

/** A word that may have been meant. */
export interface NearTerm {
  readonly written: string;
  readonly reason: Replacement['reason'];
}

/** One word typed in letters or by its sound may mean several; more would bury the likely one. */
const MOST_TERMS = 3;
/** Chunks of the index (about 20 kB each) fetched for one sounded phrase; small reports have no more than two in all. */
const MOST_CHUNKS = 10;
/** Spellings this much rarer than the most frequent one are accidents: 眼镜, but not 验精 out of 经验精神. */
const LEAST_SHARE = 0.1;
const LATIN_WORD = /^[a-z][a-z0-9]*$/u;

function chunksFor({ meta }: SearchIndex, sets: readonly string[]): number {
  return new Set([...sets.join('')].flatMap(wordsForCharacter).map((word) => chunkFor(meta, word))).size;
}

/** Texts of the reports whose n-th character is one of the n-th set, and how often each occurs. */
async function findSpellings(
  index: SearchIndex,
  sets: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  if (sets.length < 2 || chunksFor(index, sets) > MOST_CHUNKS) return found;
  const places = await Promise.all(
    sets.map(async (set) => {
      const byPlace = new Map<string, string>();
      for (const character of set) {
        const postings = await index.postings(character);
        postings.records.forEach((record, at) => {
          for (const position of postings.positions[at] ?? [])
            byPlace.set(`${record}:${position}`, character);
        });
      }
      return byPlace;
    }),
  );
  const [firsts = [], ...others] = places;
  for (const [place, first] of firsts) {
    const [record = 0, position = 0] = place.split(':').map(Number);
    let text = first;
    for (const [between, byPlace] of others.entries()) {
      const next = byPlace.get(`${record}:${position + between + 1}`);
      if (next === undefined) break;
      text += next;
    }
    if ([...text].length === sets.length) found.set(text, (found.get(text) ?? 0) + 1);
  }
  return found;
}

function mostFrequent(found: ReadonlyMap<string, number>): readonly string[] {
  const least = Math.max(0, ...found.values()) * LEAST_SHARE;
  return [...found]
    .filter(([, count]) => count >= least)
    .sort(([left, leftCount], [right, rightCount]) => rightCount - leftCount || (left < right ? -1 : 1))
    .slice(0, MOST_TERMS)
    .map(([text]) => text);
}

/** Terms whose sound the letters spell: in full from the whole text, by initials from the terms of the reports. */
async function byPinyin(index: SearchIndex, aids: SearchAids, written: string): Promise<readonly NearTerm[]> {
  const letters = pinyinLetters(written);
  if (letters === undefined || letters.length < 2) return [];
  const table = await aids.pinyin();
  const found = new Map<string, number>();
  for (const syllables of splitSyllables(letters, table)) {
    const spellings = await findSpellings(
      index,
      syllables.map((syllable) => table[syllable] ?? ''),
    );
    for (const [text, count] of spellings) found.set(text, Math.max(found.get(text) ?? 0, count));
  }
  if (found.size === 0) {
    const readings = readingsOf(table);
    for (const [term, count] of (await aids.lexicon()).terms) {
      const fits = soundMatch(letters, plainText(term), readings);
      if (fits === 'full' || fits === 'initials') found.set(term, count);
    }
  }
  return mostFrequent(found).map((text) => ({ written: text, reason: 'pinyin' }));
}

/** What sounds the same: 人工只能 → 人工智能. In a large index among the terms of the reports only. */
async function bySound(
  index: SearchIndex,
  aids: SearchAids,
  characters: readonly string[],
): Promise<readonly NearTerm[]> {
  if (characters.length < 2) return [];
  const table = await aids.pinyin();
  const readings = readingsOf(table);
  const sets = characters.map((character) => {
    const alike = (readings.get(character) ?? []).map((syllable) => table[syllable] ?? '');
    return [...new Set(alike.join(''))].join('');
  });
  if (sets.some((set) => set === '')) return [];
  const found = new Map(await findSpellings(index, sets));
  if (found.size === 0) {
    for (const [term, count] of (await aids.lexicon()).terms) {
      const plain = [...plainText(term)];
      const isAlike =
        plain.length === sets.length && plain.every((character, at) => sets[at]?.includes(character));
      if (isAlike) found.set(term, count);
    }
  }
  return mostFrequent(found).map((text) => ({ written: text, reason: 'sound' }));
}

const at = (row: readonly number[], column: number): number => row[column] ?? 0;

/** Number of letters to insert, delete, change or swap with the next, at most `limit` + 1. */
export function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1] ? 0 : 1;
      let cost = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + same,
      );
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (row > 1 && column > 1 && swapped) cost = Math.min(cost, at(before, column - 2) + 1);
      current.push(cost);
    }
    before = previous;
    previous = current;
  }
  return Math.min(at(previous, right.length), limit + 1);
}

/** Latin words of the reports that differ by a slip of the fingers: one letter, two in words of eight and more. */
async function bySpelling(aids: SearchAids, written: string): Promise<readonly NearTerm[]> {
  const sought = plainText(written);
  if (!LATIN_WORD.test(sought) || sought.length < 4) return [];
  const limit = sought.length >= 8 ? 2 : 1;
  const { terms } = await aids.lexicon();
  const found = new Map<string, number>();
  for (const [term, count] of terms) {
    const plain = plainText(term);
    if (LATIN_WORD.test(plain) && editDistance(sought, plain, limit) <= limit) found.set(term, count);
  }
  return mostFrequent(found).map((text) => ({ written: text, reason: 'spelling' }));
}

/** Words that may have been meant by one that occurs nowhere, the likeliest first; empty where there are none. */
export async function findNearTerms(
  index: SearchIndex,
  aids: SearchAids,
  term: { readonly written: string; readonly characters: readonly string[] },
): Promise<readonly NearTerm[]> {
  const slips = await bySpelling(aids, term.written);
  if (slips.length > 0) return slips;
  const spelled = await byPinyin(index, aids, term.written);
  return spelled.length > 0 ? spelled : bySound(index, aids, term.characters);
}

/** A part of a phrase that does occur. */
export interface PhrasePart {
  readonly characters: readonly string[];
  readonly from: number;
}

/** Longer phrases are only looked at as far as this. */
const LONGEST_PARTED = 24;

/**
 * The longest parts of a phrase that occur, of two characters at least: 推理侧优化方案 → 推理侧, 优化. `occurs` is asked for
 * each part that may be one.
 */
export async function findParts(
  characters: readonly string[],
  occurs: (part: readonly string[]) => Promise<boolean>,
): Promise<readonly PhrasePart[]> {
  const phrase = characters.slice(0, LONGEST_PARTED);
  const parts: PhrasePart[] = [];
  let reached = 0;
  for (let from = 0; from < phrase.length - 1; from += 1) {
    let end = Math.max(from + 1, reached);
    if (end > from + 1 && !(await occurs(phrase.slice(from, end)))) continue;
    while (end < phrase.length && (await occurs(phrase.slice(from, end + 1)))) end += 1;
    if (end - from < 2 || end <= reached) continue;
    parts.push({ characters: phrase.slice(from, end), from });
    reached = end;
  }
  return parts;
}
