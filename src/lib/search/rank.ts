import type { MatchKind, PassageKind } from './model.ts';
import { PASSAGE_KINDS } from './model.ts';
import type { Found, Match } from './matching.ts';
import type { PassageTable } from './search-index.ts';

/** A match with what it is ordered by. */
export interface RankedMatch extends Match {
  readonly match: MatchKind;
  readonly kind: PassageKind;
  readonly score: number;
}

/** Added to a passage's length, so that a caption of five characters does not beat a paragraph about the matter. */
const LENGTH_DAMPING = 40;
/** Characters between two words at which their nearness has lost half its weight. */
const NEARNESS_HALF = 12;
/** Nearness weighs at most as much as a passage that is half made of the words. */
const NEARNESS_WEIGHT = 0.5;

/** Share of the passage that is made of the words; for a Latin word, its beginnings count and its insides a tenth. */
function density(found: readonly Found[], length: number): number {
  const covered = found.reduce((sum, { hit, term }) => {
    const inside = hit.offsets.length - hit.atWordStart;
    return sum + (hit.atWordStart + inside / 10) * term.characters.length;
  }, 0);
  return covered / (length + LENGTH_DAMPING);
}

/** Fewest characters, words themselves aside, within which one occurrence of each word of the query lies. */
export function smallestGap(found: readonly Found[]): number {
  const groups = new Set(found.map(({ group }) => group));
  if (groups.size < 2) return 0;
  const events = found
    .flatMap(({ group, hit, term }) =>
      hit.offsets.map((start) => ({ group, start, end: start + term.characters.length })),
    )
    .sort((left, right) => left.start - right.start);
  const latest = new Map<number, { start: number; end: number }>();
  let smallest = Number.POSITIVE_INFINITY;
  for (const { group, start, end } of events) {
    latest.set(group, { start, end });
    if (latest.size < groups.size) continue;
    const places = [...latest.values()];
    const span =
      Math.max(...places.map((place) => place.end)) - Math.min(...places.map((place) => place.start));
    const words = places.reduce((sum, place) => sum + place.end - place.start, 0);
    smallest = Math.min(smallest, Math.max(0, span - words));
  }
  return smallest;
}

function scoreOf(match: Match, length: number): number {
  const groups = new Set(match.found.map(({ group }) => group)).size;
  const near = groups < 2 ? 0 : NEARNESS_WEIGHT / (1 + smallestGap(match.found) / NEARNESS_HALF);
  return density(match.found, length) + near;
}

const MATCH_ORDER: readonly MatchKind[] = ['exact', 'alias', 'near'];

/** Viewpoints and headings lead; a Latin word found only inside other words does not lead. */
function isLeading({ kind, found }: RankedMatch): boolean {
  return (kind === 'viewpoint' || kind === 'heading') && found.every(({ hit }) => hit.atWordStart > 0);
}

/**
 * Orders matches: the very words before other names of them; all words in the passage before all in the section;
 * viewpoints and headings; then density and nearness; then reading order. Depends on nothing but its arguments.
 * `isFirst` tells the records of the report that the reader is in.
 */
export function rankMatches(
  matches: readonly (Match & { readonly match: MatchKind })[],
  table: PassageTable,
  isFirst: (record: number) => boolean,
): readonly RankedMatch[] {
  const ranked = matches.map((match) => ({
    ...match,
    kind: PASSAGE_KINDS[table.kinds[match.passage] ?? 0] ?? 'text',
    score: scoreOf(match, table.lengths[match.passage] ?? 0),
  }));
  return ranked.sort(
    (left, right) =>
      MATCH_ORDER.indexOf(left.match) - MATCH_ORDER.indexOf(right.match) ||
      Number(isFirst(right.record)) - Number(isFirst(left.record)) ||
      Number(right.whole) - Number(left.whole) ||
      Number(isLeading(right)) - Number(isLeading(left)) ||
      right.score - left.score ||
      left.passage - right.passage,
  );
}
