import type { Permalink } from '../../../src/schema/permalinks.ts';
import { alignPassages } from './align-passages.ts';
import {
  type Candidate,
  equalTexts,
  findGaps,
  type Match,
  type Matching,
  neighboursAgree,
  surroundings,
  takeBest,
} from './matching-state.ts';
import { likenessOf } from './passage-likeness.ts';
import type { PrintedTarget } from './print-target.ts';

/** Changed text is the same passage from this share of common words on, wherever it stands. */
export const SAME_PASSAGE = 0.5;
/** Likeness (`Likeness.sum`) from which passages in the same order are the same before any other is looked at… */
const ALIKE_IN_ORDER = 0.6;
/** …and once all others have found their own. */
const LEFT_IN_ORDER = 0.3;
/** From here on the surroundings say which of equal texts one is: a known passage beside both, or two close by. */
const KNOWN_SURROUNDINGS = 1;
/** Likeness that being between the same neighbours, or on the same page, is worth where several passages compete. */
const NEIGHBOUR_BONUS = 0.2;
const PAGE_BONUS = 0.05;
/**
 * Finds for every target (in reading order) the entry of the manifest (in the reading order of the last ingest) that
 * is the same content: the same text first, then what is alike in the same order, then what is alike elsewhere, then
 * viewpoints by their numbers, and at last what is left between the same neighbours and is somewhat alike. The result
 * maps indexes of targets to indexes of entries, one to one.
 */
export function matchPermalinks(
  targets: readonly PrintedTarget[],
  entries: readonly Permalink[],
): ReadonlyMap<number, number> {
  const matches = new Map<number, number>();
  const used = new Set<number>();
  const match = (target: number, entry: number): void => {
    matches.set(target, entry);
    used.add(entry);
  };
  const likeness = likenessOf(targets, entries);
  const state: Matching = { targets, entries, matches, used, likeness };
  matchUnique(state, match);
  matchRepeated(state, KNOWN_SURROUNDINGS, match);
  alignGaps(state, ALIKE_IN_ORDER, match);
  matchRepeated(state, 0, match);
  matchElsewhere(state, match);
  matchNumbers(state, match);
  for (let before = -1; before !== matches.size;) {
    before = matches.size;
    alignGaps(state, LEFT_IN_ORDER, match);
    takeBest(findReworded(state), match);
    matchLone(state, match);
  }
  return matches;
}

/** Equal texts that stand in one place only, now and before. */
function matchUnique(state: Matching, match: Match): void {
  for (const { targets, entries } of equalTexts(state)) {
    const [target, entry] = [targets[0], entries[0]];
    if (targets.length === 1 && entries.length === 1 && target !== undefined && entry !== undefined)
      match(target, entry);
  }
}

/**
 * Equal texts that stand in several places (`问题分析` in every section): each goes with its surroundings and page; reading
 * order decides only between places that are alike in both.
 * @param least what the surroundings must say at least
 */
function matchRepeated(state: Matching, least: number, match: Match): void {
  for (let before = -1; before !== state.matches.size;) {
    before = state.matches.size;
    for (const { targets, entries } of equalTexts(state)) {
      const candidates = targets.flatMap((target) =>
        entries.flatMap((entry): readonly Candidate[] => {
          const score = surroundings(target, entry, state);
          return score >= least ? [{ target, entry, score }] : [];
        }),
      );
      takeBest(candidates, match);
    }
  }
}

/** Passages of one kind that share half their words, wherever they stand; the best first, until there is none. */
function matchElsewhere(state: Matching, match: Match): void {
  const likely = findLikely(state);
  for (let before = -1; before !== state.matches.size;) {
    before = state.matches.size;
    takeBest(rateLikely(likely, state), match);
  }
}

function findLikely({ targets, entries, matches, used, likeness }: Matching): readonly Candidate[] {
  const free = [...entries.keys()].filter((entry) => !used.has(entry));
  return targets.flatMap(({ letter }, target) =>
    matches.has(target)
      ? []
      : free.flatMap((entry) => {
          if (entries[entry]?.id.charAt(0) !== letter) return [];
          const { words, sum } = likeness(target, entry);
          return words >= SAME_PASSAGE ? [{ target, entry, score: sum }] : [];
        }),
  );
}

function rateLikely(likely: readonly Candidate[], state: Matching): readonly Candidate[] {
  const { targets, entries, matches, used } = state;
  return likely.flatMap(({ target, entry, score }) => {
    if (matches.has(target) || used.has(entry)) return [];
    const sides = neighboursAgree(target, entry, state);
    const page = entries[entry]?.chapter === targets[target]?.chapter ? PAGE_BONUS : 0;
    return [{ target, entry, score: score + sides * NEIGHBOUR_BONUS + page }];
  });
}

/** Viewpoint N stays viewpoint N, however it is worded, as long as nothing says that it is another one. */
function matchNumbers({ targets, entries, matches, used }: Matching, match: Match): void {
  const byId = new Map([...entries.entries()].map(([index, { id }]) => [id, index]));
  for (const [target, { letter, wanted }] of targets.entries()) {
    const entry = wanted === undefined ? undefined : byId.get(`${letter}${String(wanted)}`);
    if (entry !== undefined && !used.has(entry) && !matches.has(target)) match(target, entry);
  }
}

/** Matches, gap by gap, what is of one kind, in the same order and at least so alike. */
function alignGaps(state: Matching, least: number, match: Match): void {
  const { targets, entries, likeness } = state;
  const gain = (target: number, entry: number): number => {
    if (entries[entry]?.id.charAt(0) !== targets[target]?.letter) return 0;
    const page = entries[entry]?.chapter === targets[target]?.chapter ? PAGE_BONUS : 0;
    return likeness(target, entry).sum + page - least;
  };
  for (const gap of findGaps(state)) {
    for (const [target, entry] of alignPassages(gap, gain)) match(target, entry);
  }
}

/** A passage alone between two that are known is what stood alone there before, unless it shows to be another. */
function matchLone(state: Matching, match: Match): void {
  for (const { targets, entries } of findGaps(state)) {
    const [target, entry] = [targets[0], entries[0]];
    if (targets.length !== 1 || entries.length !== 1 || target === undefined || entry === undefined) continue;
    const isKind = state.entries[entry]?.id.charAt(0) === state.targets[target]?.letter;
    if (isKind && neighboursAgree(target, entry, state) === 2 && state.likeness(target, entry).isNotOther)
      match(target, entry);
  }
}

/** A heading worded anew is the same section where the text that follows it is unchanged, word for word. */
function findReworded(state: Matching): readonly Candidate[] {
  const { targets, entries, matches, used } = state;
  return targets.flatMap(({ letter }, target) => {
    const next = targets[target + 1];
    const entry = (matches.get(target + 1) ?? 0) - 1;
    if (letter !== 's' || next === undefined || next.letter === 's' || matches.has(target) || used.has(entry))
      return [];
    const isSection = entries[entry]?.id.startsWith('s') && entries[entry + 1]?.digest === next.digest;
    const agrees = isSection && neighboursAgree(target, entry, state) === 2;
    return agrees ? [{ target, entry, score: 2 * NEIGHBOUR_BONUS }] : [];
  });
}
