import type { PassageHit, PhraseHits } from './phrase.ts';

/** A word or phrase and where it occurs. */
export interface TermHits {
  /** As it should be marked and shown. */
  readonly written: string;
  readonly characters: readonly string[];
  readonly hits: PhraseHits;
}

/** All names of one word of the query. */
export type TermGroup = readonly TermHits[];

/** One occurrence list in a passage. */
export interface Found {
  /** Which word of the query, from 0. */
  readonly group: number;
  readonly term: TermHits;
  readonly hit: PassageHit;
}

/** A passage that a query leads to. */
export interface Match {
  readonly passage: number;
  readonly record: number;
  readonly found: readonly Found[];
  /** True where the passage itself holds every word; false where its section does. */
  readonly whole: boolean;
}

/** A passage and what was found in it. */
type Candidate = readonly [passage: number, found: readonly Found[]];
type Candidates = Map<number, Found[]>;

/** Record → passage → what was found in it. */
function gather(groups: readonly TermGroup[]): ReadonlyMap<number, Candidates> {
  const records = new Map<number, Candidates>();
  groups.forEach((names, group) => {
    for (const term of names) {
      for (const [passage, hit] of term.hits) {
        const candidates = records.get(hit.record) ?? new Map<number, Found[]>();
        candidates.set(passage, [...(candidates.get(passage) ?? []), { group, term, hit }]);
        records.set(hit.record, candidates);
      }
    }
  });
  return records;
}

function groupsIn(found: readonly Found[]): ReadonlySet<number> {
  return new Set(found.map(({ group }) => group));
}

/** The fewest passages, chosen greedily, that together hold every word which the section holds. */
function cover(candidates: Candidates, groupCount: number): readonly Candidate[] {
  const missing = new Set(Array.from({ length: groupCount }, (_, group) => group));
  const chosen: Candidate[] = [];
  const gain = ([, found]: Candidate): number =>
    [...groupsIn(found)].filter((group) => missing.has(group)).length;
  while (missing.size > 0) {
    let best: Candidate | undefined;
    for (const candidate of candidates)
      if (best === undefined || gain(candidate) > gain(best)) best = candidate;
    if (best === undefined || gain(best) === 0) break;
    chosen.push(best);
    for (const group of groupsIn(best[1])) missing.delete(group);
  }
  return chosen.sort(([left], [right]) => left - right);
}

/**
 * Passages that answer a query of one or more words, in reading order. One word: every passage that holds it. Several: of
 * each section that holds them all, the passages that hold them all, or, where none does, the fewest that do together.
 */
export function matchPassages(groups: readonly TermGroup[]): readonly Match[] {
  const matches: Match[] = [];
  for (const [record, candidates] of gather(groups)) {
    const held = new Set([...candidates.values()].flatMap((found) => [...groupsIn(found)]));
    if (held.size < groups.length) continue;
    const complete = [...candidates].filter(([, found]) => groupsIn(found).size === groups.length);
    const whole = complete.length > 0;
    const answers = whole ? complete : cover(candidates, groups.length);
    for (const [passage, found] of answers) matches.push({ passage, record, found, whole });
  }
  return matches.sort((left, right) => left.passage - right.passage);
}
