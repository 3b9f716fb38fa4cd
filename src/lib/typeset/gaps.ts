import type { Unit } from './unit.ts';

/** Between a Chinese character and a Latin word, in ems: an eighth, the least of what the requirements for Chinese layout allow. */
const SCRIPT_GAP = 0.125;

const isWordLike = ({ kind }: Unit): boolean => kind === 'word' || kind === 'piece' || kind === 'quote';

/**
 * What stands between two units of a line, in ems. Of two full-width marks that meet only one keeps its blank (CLREQ,
 * compression of adjacent punctuation): there the gap is below 0.
 */
export function gapBetween(before: Unit, after: Unit): number {
  if (before.kind === 'closing' && (after.kind === 'closing' || after.kind === 'opening'))
    return -before.blankAfter;
  if (before.kind === 'opening' && after.kind === 'opening') return -after.blankBefore;
  const meets =
    (before.kind === 'character' && isWordLike(after)) || (isWordLike(before) && after.kind === 'character');
  return meets ? SCRIPT_GAP : 0;
}

/** How much of the gap and the blanks between two units may be taken away where a line is too long, in ems. */
export function shrinkBetween(before: Unit, after: Unit): number {
  const gap = gapBetween(before, after);
  if (gap < 0) return 0;
  if (gap > 0) return gap;
  if (before.kind === 'space' || after.kind === 'space') return SPACE_SHRINK;
  // Half of the blank: text whose marks all take half an em looks crowded.
  return (before.blankAfter + after.blankBefore) / 2;
}

/** A space has two sides. */
const SPACE_SHRINK = 0.04;
