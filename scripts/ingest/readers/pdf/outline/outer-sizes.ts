/** Chapters without a number: larger headings in which the numbering begins anew. */
import type { NumberStyle } from '../../../genre/numbering.ts';
import type { LevelInput } from './level-input.ts';

/** Headings of chapters are larger than the numbered ones in them by this share at least: producers round. */
const LARGER = 1.05;
/** One number that begins anew may be a slip; two are the order of the report. */
const CLEAR_CONTAINMENT = 2;
/** Parts and chapters: more sizes than these are ornament. */
const MOST = 2;

/**
 * The sizes, rounded and largest first, of the unnumbered headings that stand outside of all numbering. None where
 * contents give indents: those tell the levels.
 */
export function outerSizes(
  headings: readonly LevelInput[],
  levels: ReadonlyMap<NumberStyle, number>,
): number[] {
  const outermost = [...levels].find(([, level]) => level === 1)?.[0];
  if (outermost === undefined || headings.some(({ indent }) => indent !== null)) return [];
  const numbered = headings.flatMap(({ number, style, beside }) =>
    number?.style === outermost && !beside ? [style?.size ?? 0] : [],
  );
  const least = LARGER * Math.max(...numbered);
  const isOuter = ({ number, beside, style }: LevelInput): boolean =>
    number === null && !beside && (style?.size ?? 0) >= least;
  const sizes = headings.filter(isOuter).map(({ style }) => Math.round(style?.size ?? 0));
  const repeated = [...new Set(sizes.filter((size, index) => sizes.indexOf(size) !== index))];
  return beginsAnew(headings, outermost, isOuter) >= CLEAR_CONTAINMENT
    ? repeated.sort((a, b) => b - a).slice(0, MOST)
    : [];
}

/** How often the numbers begin anew behind a heading that may be outside of them, less how often they count on. */
function beginsAnew(
  headings: readonly LevelInput[],
  outermost: NumberStyle,
  isOuter: (heading: LevelInput) => boolean,
): number {
  let before: number | null = null;
  let isCrossed = false;
  let score = 0;
  for (const heading of headings) {
    if (isOuter(heading)) isCrossed = true;
    if (heading.number?.style !== outermost) continue;
    const { value } = heading.number;
    if (before !== null && isCrossed) score += value === 1 ? 1 : value === before + 1 ? -1 : 0;
    before = value;
    isCrossed = false;
  }
  return score;
}
