/** Contents whose indents are the levels: an entry that is numbered like other levels is on that of its indent. */
import type { GivenLevel, LevelInput } from './level-input.ts';

/** Indents on contents pages within this many points are the same. */
export const SAME_INDENT = 4;
/** An indent is that of a level when this share of its entries, and so many of them, are on it. */
const SAME_SHARE = 0.8;
const MIN_ENTRIES = 4;

/**
 * The levels with those corrected that stand among entries of another level, as `1.1` does below the `1.` of an appendix.
 * Nothing changes where the heading's level has no indent of its own: then contents do not indent it.
 */
export function agreeWithIndents(
  headings: readonly LevelInput[],
  levels: readonly GivenLevel[],
): GivenLevel[] {
  const levelAt = (indent: number): number | null => {
    const same = headings.flatMap((each, index) =>
      each.indent !== null && !each.beside && Math.abs(each.indent - indent) <= SAME_INDENT
        ? [levels[index]?.level ?? 0]
        : [],
    );
    const [best] = [...Map.groupBy(same, (level) => level)].sort((a, b) => b[1].length - a[1].length);
    const isClear = best && same.length >= MIN_ENTRIES && best[1].length >= SAME_SHARE * same.length;
    return isClear ? best[0] : null;
  };
  const own = headings.map(({ indent }) => (indent === null ? null : levelAt(indent)));
  return levels.map((given, index) => {
    const level = own[index] ?? given.level;
    const differs = headings[index]?.beside === false && level !== given.level && own.includes(given.level);
    // Contents may begin `2.1` where they begin `2.`; it stands inside all the same.
    if (level < given.level && standsInside(headings, index, levels)) return given;
    return differs ? { level, reason: 'its entry is indented like those of this level' } : given;
  });
}

/** Whether a composed number goes on that of the heading before it which stands further out: `2.1` behind `2.`. */
function standsInside(
  headings: readonly LevelInput[],
  index: number,
  levels: readonly GivenLevel[],
): boolean {
  const own = levels[index]?.level ?? 0;
  const [outermost] = headings[index]?.number?.parents ?? [];
  const host = headings.findLast(
    (each, at) => at < index && each.number !== null && (levels[at]?.level ?? own) < own,
  );
  return outermost !== undefined && host?.number?.value === outermost;
}
