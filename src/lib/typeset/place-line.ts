import type { Line } from './break-lines.ts';
import { gapBetween, shrinkBetween } from './gaps.ts';
import type { Unit } from './unit.ts';

/** A text and where it begins in its line, in ems. */
export interface PlacedText {
  readonly text: string;
  readonly strong: boolean;
  readonly x: number;
}

/** Between the dashes of ——, whose glyphs are shorter than an em: they touch. */
const DASH_STEP = 0.75;
/** Where the two begin in their two ems, so that they stand in the middle. */
const DASH_START = 0.175;

/**
 * Where the units of a line stand.
 * @param fill width to which the line grows or shrinks, in ems; undefined for its own
 * @param tracking between any two units, in ems
 */
export function placeLine(
  units: readonly Unit[],
  line: Line,
  fill: number | undefined,
  tracking = 0,
): readonly PlacedText[] {
  const set = units.slice(line.from, line.to);
  while (set.at(-1)?.kind === 'space') set.pop();
  const slack = fill === undefined ? 0 : fill - line.width;
  const stretch = slack > 0 ? slack / Math.max(1, set.length - 1) : 0;
  const shrunk = slack < 0 && line.shrink > 0 ? Math.min(1, -slack / line.shrink) : 0;
  const placed: PlacedText[] = [];
  let x = -(set[0]?.blankBefore ?? 0);
  for (const [at, unit] of set.entries()) {
    placed.push(...glyphsOf(unit, x));
    const next = set[at + 1];
    if (!next) break;
    x += unit.width + gapBetween(unit, next) - shrunk * shrinkBetween(unit, next) + stretch + tracking;
  }
  return placed;
}

function glyphsOf({ kind, text, strong, shift }: Unit, x: number): readonly PlacedText[] {
  if (kind === 'space') return [];
  if (kind !== 'dash' || !text.startsWith('—')) return [{ text, strong, x: x + shift }];
  const start = text.length > 1 ? DASH_START : 0;
  return Array.from(text, (dash, at) => ({ text: dash, strong, x: x + start + at * DASH_STEP }));
}
