import type { Permalink } from '../../../src/schema/permalinks.ts';
import { sketchBytes, sketchSimilarity, textDigest, textSketch } from './fingerprint.ts';
import type { LinkTarget } from './link-targets.ts';

/** Changed text is the same passage from this similarity on, wherever it stands. */
export const SAME_PASSAGE = 0.5;
/** Between the same two neighbours less is enough. */
const SAME_PLACE = 0.25;
/** Similarity that being between the same neighbours, or on the same page, is worth where several passages compete. */
const NEIGHBOUR_BONUS = 0.2;
const PAGE_BONUS = 0.05;

/** A target with the fingerprints by which it is found again. */
export interface PrintedTarget extends LinkTarget {
  readonly digest: string;
  readonly sketch: string;
}

export function printTarget(target: LinkTarget): PrintedTarget {
  return { ...target, digest: textDigest(target.text), sketch: textSketch(target.text) };
}

/**
 * Finds for every target (in reading order) the entry of the manifest (in the reading order of the last ingest) that
 * is the same content: by exact text first, then by likeness and neighbours. Nothing is matched by its order or its
 * wording alone. The result maps indexes of targets to indexes of entries, one to one.
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
  const state: Matching = { targets, entries, matches, used };
  matchExact(state, match);
  const likely = findLikely(state);
  for (let before = -1; before !== matches.size;) {
    before = matches.size;
    takeBest([...rateLikely(likely, state), ...findReworded(state)], match);
  }
  return matches;
}

type Match = (target: number, entry: number) => void;

/** What is compared, and what of it has been matched so far, all by index. */
interface Matching {
  readonly targets: readonly PrintedTarget[];
  readonly entries: readonly Permalink[];
  /** Target → entry. */
  readonly matches: ReadonlyMap<number, number>;
  /** Entries that are matched. */
  readonly used: ReadonlySet<number>;
}

/** How far the surroundings of equal texts are compared, and what agreement at each distance is worth. */
const CONTEXT = [1, 2, 3];
const SAME_PAGE = 0.4;

/**
 * Equal texts. Where a text stands in several places (`问题分析` in every section), each goes with its surroundings and page;
 * reading order decides only between places that are alike in both.
 */
function matchExact(state: Matching, match: Match): void {
  const keyOf = (letter: string, digest: string): string => `${letter} ${digest}`;
  const waiting = Map.groupBy(state.entries.entries(), ([, { id, digest }]) => keyOf(id.charAt(0), digest));
  const wanting = Map.groupBy(state.targets.entries(), ([, { letter, digest }]) => keyOf(letter, digest));
  for (const [key, places] of wanting) {
    const candidates = places.flatMap(([target]) =>
      (waiting.get(key) ?? []).map(([entry]): Candidate => ({
        target,
        entry,
        score: contextScore(target, entry, state),
      })),
    );
    takeBest(candidates, match);
  }
}

function contextScore(target: number, entry: number, { targets, entries }: Matching): number {
  const samePage = targets[target]?.chapter === entries[entry]?.chapter ? SAME_PAGE : 0;
  return CONTEXT.flatMap((distance) => [distance, -distance]).reduce((sum, step) => {
    const [near, old] = [targets[target + step], entries[entry + step]];
    return near !== undefined && near.digest === old?.digest ? sum + 1 / Math.abs(step) : sum;
  }, samePage);
}

/** One to one, best score first. */
function takeBest(candidates: readonly Candidate[], match: Match): void {
  const sorted = candidates.toSorted(
    (first, second) =>
      second.score - first.score || first.target - second.target || first.entry - second.entry,
  );
  const [takenTargets, takenEntries] = [new Set<number>(), new Set<number>()];
  for (const { target, entry } of sorted) {
    if (takenTargets.has(target) || takenEntries.has(entry)) continue;
    takenTargets.add(target);
    takenEntries.add(entry);
    match(target, entry);
  }
}

interface Candidate {
  readonly target: number;
  readonly entry: number;
  readonly score: number;
}

/** Pairs of passages of one kind that are alike enough if they also stand in the same place; computed once. */
function findLikely({ targets, entries, matches, used }: Matching): readonly Candidate[] {
  const free = [...entries.entries()]
    .filter(([index]) => !used.has(index))
    .map(([index, entry]) => ({ index, letter: entry.id.charAt(0), sketch: sketchBytes(entry.sketch) }));
  return targets.flatMap(({ letter, sketch }, target) => {
    if (matches.has(target)) return [];
    const bytes = sketchBytes(sketch);
    return free.flatMap((other) => {
      const score = other.letter === letter ? sketchSimilarity(bytes, other.sketch) : 0;
      return score >= SAME_PLACE ? [{ target, entry: other.index, score }] : [];
    });
  });
}

function rateLikely(likely: readonly Candidate[], state: Matching): readonly Candidate[] {
  const { targets, entries, matches, used } = state;
  return likely.flatMap(({ target, entry, score }) => {
    if (matches.has(target) || used.has(entry)) return [];
    const sides = neighboursAgree(target, entry, state);
    if (score < SAME_PASSAGE && sides < 2) return [];
    const page = entries[entry]?.chapter === targets[target]?.chapter ? PAGE_BONUS : 0;
    return [{ target, entry, score: score + sides * NEIGHBOUR_BONUS + page }];
  });
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

/** On how many sides (0 to 2) the neighbours of both are already the same; the edge of both counts as the same. */
function neighboursAgree(target: number, entry: number, { targets, entries, matches }: Matching): number {
  const agrees = (step: -1 | 1): boolean => {
    const [nextTarget, nextEntry] = [target + step, entry + step];
    const targetEdge = targets[nextTarget] === undefined;
    const entryEdge = entries[nextEntry] === undefined || entries[nextEntry].replacedBy !== undefined;
    if (targetEdge || entryEdge) return targetEdge && entryEdge;
    return matches.get(nextTarget) === nextEntry;
  };
  return Number(agrees(-1)) + Number(agrees(1));
}
