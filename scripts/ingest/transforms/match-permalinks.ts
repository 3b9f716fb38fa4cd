import type { Permalink } from '../../../src/schema/permalinks.ts';
import { sketchSimilarity, textDigest, textSketch } from './fingerprint.ts';
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
  matchExact(targets, entries, match);
  for (let round = 0; round < targets.length; round += 1) {
    const before = matches.size;
    matchSimilar(targets, entries, matches, used, match);
    if (matches.size === before) break;
  }
  return matches;
}

type Match = (target: number, entry: number) => void;

/** How far the surroundings of equal texts are compared, and what agreement at each distance is worth. */
const CONTEXT = [1, 2, 3];
const SAME_PAGE = 0.4;

/**
 * Equal texts. Where a text stands in several places (`问题分析` in every section), each goes with its surroundings and page;
 * reading order decides only between places that are alike in both.
 */
function matchExact(targets: readonly PrintedTarget[], entries: readonly Permalink[], match: Match): void {
  const keyOf = (letter: string, digest: string): string => `${letter} ${digest}`;
  const waiting = Map.groupBy(entries.keys(), (index) =>
    keyOf(entries[index]!.id.charAt(0), entries[index]!.digest),
  );
  const wanting = Map.groupBy(targets.keys(), (index) =>
    keyOf(targets[index]!.letter, targets[index]!.digest),
  );
  for (const [key, places] of wanting) {
    const candidates = places.flatMap((target) =>
      (waiting.get(key) ?? []).map((entry): Candidate => ({
        target,
        entry,
        score: contextScore(target, entry, targets, entries),
      })),
    );
    takeBest(candidates, match);
  }
}

function contextScore(
  target: number,
  entry: number,
  targets: readonly PrintedTarget[],
  entries: readonly Permalink[],
): number {
  const samePage = targets[target]!.chapter === entries[entry]!.chapter ? SAME_PAGE : 0;
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

function matchSimilar(
  targets: readonly PrintedTarget[],
  entries: readonly Permalink[],
  matches: ReadonlyMap<number, number>,
  used: ReadonlySet<number>,
  match: Match,
): void {
  const candidates: Candidate[] = [];
  targets.forEach((target, targetIndex) => {
    if (matches.has(targetIndex)) return;
    entries.forEach((entry, entryIndex) => {
      if (used.has(entryIndex) || entry.id.charAt(0) !== target.letter) return;
      const likeness = sketchSimilarity(target.sketch, entry.sketch);
      const sides = neighboursAgree(targetIndex, entryIndex, targets, entries, matches);
      const isReworded = sides === 2 && opensSameText(targetIndex, entryIndex, targets, entries);
      if (likeness < (sides === 2 ? SAME_PLACE : SAME_PASSAGE) && !isReworded) return;
      const page = entry.chapter === target.chapter ? PAGE_BONUS : 0;
      candidates.push({
        target: targetIndex,
        entry: entryIndex,
        score: likeness + sides * NEIGHBOUR_BONUS + page,
      });
    });
  });
  takeBest(candidates, match);
}

/** A heading worded anew is the same section where the text that follows it is unchanged, word for word. */
function opensSameText(
  target: number,
  entry: number,
  targets: readonly PrintedTarget[],
  entries: readonly Permalink[],
): boolean {
  const [next, old] = [targets[target + 1], entries[entry + 1]];
  return (
    targets[target]?.letter === 's' &&
    next !== undefined &&
    next.letter !== 's' &&
    next.digest === old?.digest
  );
}

/** On how many sides (0 to 2) the neighbours of both are already the same; the edge of both counts as the same. */
function neighboursAgree(
  target: number,
  entry: number,
  targets: readonly PrintedTarget[],
  entries: readonly Permalink[],
  matches: ReadonlyMap<number, number>,
): number {
  const agrees = (step: -1 | 1): boolean => {
    const [nextTarget, nextEntry] = [target + step, entry + step];
    const targetEdge = targets[nextTarget] === undefined;
    const entryEdge = entries[nextEntry] === undefined || entries[nextEntry].replacedBy !== undefined;
    if (targetEdge || entryEdge) return targetEdge && entryEdge;
    return matches.get(nextTarget) === nextEntry;
  };
  return Number(agrees(-1)) + Number(agrees(1));
}
