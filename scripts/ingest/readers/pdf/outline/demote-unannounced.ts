/** Contents pages that name a level completely: other headings can not be on it, so they stand deeper. */
import { levelsOfStyles } from '../../../genre/style-levels.ts';
import type { NumberMark } from '../../../genre/numbering.ts';

/** An accepted heading with the level that its own looks gave. */
export interface LevelledHeading {
  readonly level: number;
  /** Whether the contents pages announce it. */
  readonly announced: boolean;
  readonly number: NumberMark | null;
  /** 前言, 参考文献 and their kin, which contents often leave out. */
  readonly beside: boolean;
}

/** Contents name what they name completely when this share of their entries was found in the body… */
const FOUND_SHARE = 0.9;
/** …and there are so many of them that it is no chance. */
const MIN_FOUND = 4;

/**
 * The levels of headings in reading order. One that the contents do not name goes below what they name around it, unless
 * its number goes on with the ones that they name (then they have left it out). No heading rises.
 * @param entries How many entries the contents have.
 */
export function demoteUnannounced(headings: readonly LevelledHeading[], entries: number): number[] {
  const levels = headings.map(({ level }) => level);
  const found = headings.filter(({ announced }) => announced).length;
  if (found < MIN_FOUND || found < FOUND_SHARE * entries) return levels;
  const fixed = keepContinuing(headings);
  let from = fixed.indexOf(true);
  // What stands before the first announced heading is front matter.
  while (from >= 0 && from < headings.length) {
    const next = fixed.indexOf(true, from + 1);
    const to = next < 0 ? headings.length : next;
    const outer = Math.max(levels[from] ?? 0, next < 0 ? 0 : (levels[next] ?? 0));
    const own = levelsWithin(headings.slice(from + 1, to));
    for (const [offset, level] of own.entries()) {
      const at = from + 1 + offset;
      if (headings[at]?.beside === false) levels[at] = Math.max(levels[at] ?? 0, outer + level);
    }
    from = to;
  }
  return levels;
}

/** Which headings stay as they are: the announced ones, those beside the chapters, and those that go on with their numbers. */
function keepContinuing(headings: readonly LevelledHeading[]): boolean[] {
  const fixed = headings.map(({ announced, beside }) => announced || beside);
  headings.forEach((_, at) => {
    if (!fixed[at] && goesOn(headings, fixed, at)) fixed[at] = true;
  });
  return fixed;
}

/** Whether the number follows that of the sibling before it, and the next sibling's is higher. */
function goesOn(headings: readonly LevelledHeading[], fixed: readonly boolean[], at: number): boolean {
  const own = headings[at]?.number;
  if (!own) return false;
  const before = siblingOf(headings.slice(0, at).reverse(), fixed.slice(0, at).reverse(), headings[at]);
  const after = siblingOf(headings.slice(at + 1), fixed.slice(at + 1), headings[at]);
  if (before === null ? own.value !== 1 : own.value !== before.value + 1) return false;
  return after === null ? before !== null : after.value > own.value;
}

/** The number of the nearest fixed heading of the same numbering, looked for up to the first that stands further out. */
function siblingOf(
  headings: readonly LevelledHeading[],
  fixed: readonly boolean[],
  self: LevelledHeading | undefined,
): NumberMark | null {
  for (const [index, { number, level }] of headings.entries()) {
    if (!fixed[index] || !self?.number) continue;
    if (level < self.level) return null;
    if (number?.style === self.number.style && number.parents.join() === self.number.parents.join())
      return number;
  }
  return null;
}

/** Levels of some headings among themselves, from 1; one without a number stands above those that have one. */
function levelsWithin(headings: readonly LevelledHeading[]): number[] {
  const numbered = headings.flatMap(({ number }) => (number ? [{ ...number, size: 0 }] : []));
  const { levels } = levelsOfStyles(numbered);
  // `1.2` without anything that numbers its chapter counts from 2 there.
  const outermost = Math.min(...levels.values());
  return headings.map(({ number }) => (number ? (levels.get(number.style) ?? outermost) - outermost + 1 : 1));
}
