import { joinNames, otherNames } from './aliases.ts';
import type { SearchAids } from './lexicon.ts';
import { matchPassages, type Found, type Match, type TermHits } from './matching.ts';
import type { MatchKind, Replacement } from './model.ts';
import { findNearTerms, findParts } from './near.ts';
import { isHan, normaliseText } from './normalise.ts';
import { findPhrase, type PhraseHits } from './phrase.ts';
import type { Query, QueryTerm } from './query.ts';
import { replaceRegional } from './regional.ts';
import type { SearchIndex } from './search-index.ts';

/** A word of the query as it was typed, then its other names. */
type WordGroup = readonly [typed: TermHits, ...otherNames: readonly TermHits[]];

/** What a query leads to, not yet ordered. */
export interface Resolution {
  readonly mode: 'exact' | 'near' | 'none';
  readonly matches: readonly (Match & { readonly match: MatchKind })[];
  readonly replacements: readonly Replacement[];
  readonly dropped: readonly string[];
}

/** What resolving needs. `phrase` finds a phrase, exactly. */
export interface ResolveTools {
  readonly index: SearchIndex;
  readonly aids: SearchAids;
  readonly phrase: (characters: readonly string[]) => Promise<PhraseHits>;
}

/** Exact search of an opened index; a phrase is found once, however many queries hold it. */
export function resolveTools(index: SearchIndex, aids: SearchAids): ResolveTools {
  const known = new Map<string, Promise<PhraseHits>>();
  return {
    index,
    aids,
    phrase: async (characters) => {
      const key = characters.join('');
      const kept = known.get(key);
      if (kept !== undefined) return kept;
      const found = findPhrase(index, characters);
      if (known.size > 100) known.clear();
      known.set(key, found);
      found.catch(() => known.delete(key));
      return found;
    },
  };
}

/** Folds characters that the index does not hold: the index itself holds folded ones only. */
async function foldUnknown(index: SearchIndex, characters: readonly string[]): Promise<readonly string[]> {
  const known = await Promise.all(
    characters.map(
      async (character) => !isHan(character) || (await index.postings(character)).records.length > 0,
    ),
  );
  if (known.every(Boolean)) return characters;
  const fold = await index.fold();
  return characters.map((character) => fold.get(character) ?? character);
}

async function lookUp(tools: ResolveTools, written: string): Promise<TermHits> {
  const characters = await foldUnknown(tools.index, normaliseText(written).characters);
  return { written, characters, hits: characters.length === 0 ? new Map() : await tools.phrase(characters) };
}

/** A word and, unless it was quoted, its other names: those of the field, and, where it occurs nowhere, those of its region. */
async function lookUpGroup(
  tools: ResolveTools,
  term: Pick<QueryTerm, 'written' | 'quoted'>,
): Promise<WordGroup> {
  const typed = await lookUp(tools, term.written);
  if (term.quoted) return [typed];
  const names = [...otherNames(await tools.aids.aliases(), term.written)];
  if (!holds(typed) && typed.characters.some(isHan)) {
    const meant = replaceRegional(await tools.aids.regional(), typed.characters.join(''));
    if (meant !== undefined && !names.includes(meant)) names.push(meant);
  }
  const others = await Promise.all(names.map(async (written) => lookUp(tools, written)));
  // The same word in the other script (智能體) is found with this one already.
  const word = typed.characters.join('');
  return [typed, ...others.filter(({ characters }) => characters.join('') !== word)];
}

const holds = ({ hits }: TermHits): boolean => hits.size > 0;

function aliasReplacements(groups: readonly WordGroup[]): readonly Replacement[] {
  return groups.flatMap(([typed, ...names]) =>
    names
      .filter(holds)
      .map(({ written }) => ({ from: typed.written, to: written, reason: 'alias' as const })),
  );
}

function exactAndAlias(groups: readonly WordGroup[]): Resolution['matches'] {
  const exact = matchPassages(groups.map(([typed]) => [typed]));
  const passages = new Set(exact.map(({ passage }) => passage));
  const others = groups.some(([, ...names]) => names.some(holds)) ? matchPassages(groups) : [];
  return [
    ...exact.map((match) => ({ ...match, match: 'exact' as const })),
    ...others
      .filter(({ passage }) => !passages.has(passage))
      .map((match) => ({ ...match, match: 'alias' as const })),
  ];
}

const asNear = (matches: readonly Match[]): Resolution['matches'] =>
  matches.map((match) => ({ ...match, match: 'near' as const }));

/** Quoted words on their own, and, for words that occur nowhere, those that may have been meant. */
async function withNearTerms(
  tools: ResolveTools,
  wanted: readonly QueryTerm[],
): Promise<{ groups: readonly WordGroup[]; replacements: readonly Replacement[] }> {
  const single = wanted.flatMap((term) =>
    term.written.split(/\s+/u).map((written) => ({ written, quoted: false, ...normaliseText(written) })),
  );
  const words = joinNames(await tools.aids.aliases(), single);
  const replacements: Replacement[] = [];
  const groups: WordGroup[] = [];
  for (const word of words) {
    if (word.characters.length === 0) continue;
    const group = await lookUpGroup(tools, word);
    replacements.push(...aliasReplacements([group]));
    if (group.some(holds)) {
      groups.push(group);
      continue;
    }
    const near = await findNearTerms(tools.index, tools.aids, word);
    groups.push([...group, ...(await Promise.all(near.map(async ({ written }) => lookUp(tools, written))))]);
    replacements.push(...near.map(({ written, reason }) => ({ from: word.written, to: written, reason })));
  }
  return { groups, replacements };
}

/** Passages that hold the most words of the query. */
function fewerWords(groups: readonly WordGroup[]): readonly Match[] {
  const passages = new Map<number, Match & { found: Found[] }>();
  groups.forEach((names, group) => {
    for (const term of names) {
      for (const [passage, hit] of term.hits) {
        const match = passages.get(passage) ?? { passage, record: hit.record, found: [], whole: true };
        match.found.push({ group, term, hit });
        passages.set(passage, match);
      }
    }
  });
  const counted = [...passages.values()].map((match) => ({
    match,
    count: new Set(match.found.map(({ group }) => group)).size,
  }));
  const most = Math.max(0, ...counted.map(({ count }) => count));
  return counted.filter(({ count }) => count === most).map(({ match }) => match);
}

/** Each word that occurs nowhere, as those of its parts that do. */
async function asParts(tools: ResolveTools, groups: readonly WordGroup[]): Promise<readonly WordGroup[]> {
  const parted: WordGroup[] = [];
  for (const group of groups) {
    if (group.some(holds)) {
      parted.push(group);
      continue;
    }
    const [{ characters }] = group;
    const parts = await findParts(characters, async (part) => (await tools.phrase(part)).size > 0);
    for (const part of parts) parted.push([await lookUp(tools, part.characters.join(''))]);
  }
  return parted;
}

/** Pinyin written in syllables: `da mo xing` is one term, not three words. */
async function asOneSound(
  tools: ResolveTools,
  wanted: readonly QueryTerm[],
): Promise<Resolution | undefined> {
  if (wanted.length < 2 || !wanted.every(({ written }) => /^[a-zü']+$/iu.test(written))) return undefined;
  const typed = wanted.map(({ written }) => written).join(' ');
  const near = await findNearTerms(tools.index, tools.aids, { written: typed, characters: [] });
  const matches = matchPassages([await Promise.all(near.map(async ({ written }) => lookUp(tools, written)))]);
  if (matches.length === 0) return undefined;
  const replacements = near.map(({ written, reason }) => ({ from: typed, to: written, reason }));
  return { mode: 'near', matches: asNear(matches), replacements, dropped: [] };
}

async function resolveNear(tools: ResolveTools, wanted: readonly QueryTerm[]): Promise<Resolution> {
  const sounded = await asOneSound(tools, wanted);
  if (sounded !== undefined) return sounded;
  const { groups, replacements } = await withNearTerms(tools, wanted);
  const meant = matchPassages(groups);
  if (meant.length > 0) return { mode: 'near', matches: asNear(meant), replacements, dropped: [] };
  const dropped = groups.filter((group) => !group.some(holds)).map(([typed]) => typed.written);
  const fewer = fewerWords(await asParts(tools, groups));
  return { mode: fewer.length > 0 ? 'near' : 'none', matches: asNear(fewer), replacements, dropped };
}

/** Everything a query leads to: what holds its words, or other names of them; where nothing does, what is near. */
export async function resolveQuery(tools: ResolveTools, query: Query): Promise<Resolution> {
  const wanted = joinNames(await tools.aids.aliases(), query.wanted);
  const groups = await Promise.all(wanted.map(async (term) => lookUpGroup(tools, term)));
  const unwanted = await Promise.all(query.unwanted.map(async ({ written }) => lookUp(tools, written)));
  const matches = exactAndAlias(groups);
  const resolution: Resolution =
    matches.length > 0
      ? { mode: 'exact', matches, replacements: aliasReplacements(groups), dropped: [] }
      : await resolveNear(tools, wanted);
  const kept = resolution.matches.filter(({ passage }) => !unwanted.some(({ hits }) => hits.has(passage)));
  return { ...resolution, mode: kept.length > 0 ? resolution.mode : 'none', matches: kept };
}
