import type { Permalink } from '../../../src/schema/permalinks.ts';
import type { Gap } from './align-passages.ts';
import type { Likeness } from './passage-likeness.ts';
import type { PrintedTarget } from './print-target.ts';

/** How far around a text its surroundings are looked at, in passages. */
const AROUND = 3;
/** What being in the same chapter is worth: less than a passage close by that is known to be the same. */
const SAME_PAGE = 0.2;

/** Takes down that a target is what an entry of the manifest is about. */
export type Match = (target: number, entry: number) => void;

/** What is compared, and what of it has been matched so far, all by index. */
export interface Matching {
  readonly targets: readonly PrintedTarget[];
  readonly entries: readonly Permalink[];
  /** Target → entry. */
  readonly matches: ReadonlyMap<number, number>;
  /** Entries that are matched. */
  readonly used: ReadonlySet<number>;
  readonly likeness: (target: number, entry: number) => Likeness;
}

/** One to one, best score first. */
export function takeBest(candidates: readonly Candidate[], match: Match): void {
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

/** A pair that may be the same passage. */
export interface Candidate {
  readonly target: number;
  readonly entry: number;
  readonly score: number;
}

/** Places without a match that have the same kind and text. */
export function equalTexts({ targets, entries, matches, used }: Matching): readonly Gap[] {
  const keyOf = (letter: string, digest: string): string => `${letter} ${digest}`;
  const free = [...entries.entries()].filter(([index]) => !used.has(index));
  const waiting = Map.groupBy(free, ([, { id, digest }]) => keyOf(id.charAt(0), digest));
  const open = [...targets.entries()].filter(([index]) => !matches.has(index));
  const wanting = Map.groupBy(open, ([, { letter, digest }]) => keyOf(letter, digest));
  return [...wanting].map(([key, places]) => ({
    targets: places.map(([target]) => target),
    entries: (waiting.get(key) ?? []).map(([entry]) => entry),
  }));
}

/** How much of what stands around both is known to be the same: the closer to both, the more it says. */
export function surroundings(target: number, entry: number, { targets, entries, matches }: Matching): number {
  let score = targets[target]?.chapter === entries[entry]?.chapter ? SAME_PAGE : 0;
  for (let step = -AROUND; step <= AROUND; step += 1) {
    const offset = (matches.get(target + step) ?? Infinity) - entry;
    const isOnThatSide = Math.sign(offset) === Math.sign(step);
    if (isOnThatSide && Math.abs(offset) <= AROUND) score += 1 / Math.max(Math.abs(step), Math.abs(offset));
  }
  return score;
}

/** On how many sides (0 to 2) the neighbours of both are already the same; the edge of both counts as the same. */
export function neighboursAgree(
  target: number,
  entry: number,
  { targets, entries, matches }: Matching,
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
/**
 * Every run of targets without a match, and the entries without one that stand between what its neighbours were. Where
 * those have changed places, what followed the one and what went before the other.
 */
export function findGaps({ targets, entries, matches, used }: Matching): readonly Gap[] {
  const gone = entries.findIndex(({ replacedBy }) => replacedBy !== undefined);
  const end = gone < 0 ? entries.length : gone;
  const isFree = (entry: number): boolean => entry >= 0 && entry < end && !used.has(entry);
  const gaps: Gap[] = [];
  for (let from = 0; from < targets.length; from += 1) {
    if (matches.has(from)) continue;
    let to = from;
    while (to < targets.length && !matches.has(to)) to += 1;
    const [left, right] = [from === 0 ? -1 : (matches.get(from - 1) ?? -1), matches.get(to) ?? end];
    const between =
      left < right
        ? range(left + 1, Math.min(right, end)).filter(isFree)
        : [...freeRun(left, 1, isFree), ...freeRun(right, -1, isFree).reverse()];
    gaps.push({ targets: range(from, to), entries: between });
    from = to;
  }
  return gaps;
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

/** Entries without a match that follow `start` without a gap, in the direction of `step`. */
function freeRun(start: number, step: 1 | -1, isFree: (entry: number) => boolean): number[] {
  const run: number[] = [];
  for (let entry = start + step; isFree(entry); entry += step) run.push(entry);
  return run;
}
