import { insideShortBrackets, mayBreak, wordCosts } from './breaks.ts';
import { gapBetween, shrinkBetween } from './gaps.ts';
import type { Unit } from './unit.ts';

/** Units `from` up to, not including, `to`. Lengths in ems. */
export interface Line {
  readonly from: number;
  readonly to: number;
  /** Of its ink: the blanks of marks at its ends, and spaces there, are not set. */
  readonly width: number;
  /** By how much it can become shorter. */
  readonly shrink: number;
}

/** `justified`: all lines but the last fill the measure. `balanced`: as few lines as can be, of like length, broken between words. */
export type Manner = 'justified' | 'balanced';

/** Dearer than anything that a line can cost: a balanced text never takes a line more than it needs. */
const LINE_COST = 1e4;
const BRACKET_COST = 400;
/** A line that ends in a comma or full stop may be three ems shorter than another for that. */
const STOP_GAIN = 9;
/** By how much each gap of a justified line may grow before it is seen, in ems. */
const GAP_STRETCH = 0.05;
/** In ems: a last line shorter than this stands alone. */
const SHORT_LAST_LINE = 2.5;
const SHORT_LAST_COST = 400;

/** Breaks units into lines of at most `width` ems, so that the lines together cost the least. */
export function breakLines(units: readonly Unit[], width: number, manner: Manner): readonly Line[] {
  const avoided = {
    words: manner === 'balanced' ? wordCosts(units) : new Map<number, number>(),
    brackets: insideShortBrackets(units),
  };
  const best: { cost: number; line: Line | undefined }[] = [{ cost: 0, line: undefined }];
  for (let to = 1; to <= units.length; to++) best.push({ cost: Infinity, line: undefined });
  for (let from = 0; from < units.length; from++) {
    const before = best[from]?.cost ?? Infinity;
    if (before === Infinity) continue;
    for (const line of linesFrom(units, from, width)) {
      const cost =
        before +
        (manner === 'justified' ? justifiedCost : balancedCost)(line, { width, count: units.length }) +
        breakCost(units, line.to, avoided, manner);
      const known = best[line.to];
      if (known && cost < known.cost) best[line.to] = { cost, line };
    }
  }
  return collect(best);
}

function collect(best: readonly { readonly line: Line | undefined }[]): readonly Line[] {
  const lines: Line[] = [];
  for (let line = best.at(-1)?.line; line; line = best[line.from]?.line) lines.unshift(line);
  return lines;
}

/** The lines that can begin at `from`: each that fits, and the shortest one where none does. */
function* linesFrom(units: readonly Unit[], from: number, width: number): Generator<Line> {
  const [first] = units.slice(from, from + 1);
  if (!first) return;
  let full = first.width - first.blankBefore;
  let shrink = 0;
  let found = false;
  for (let at = from; at < units.length; at++) {
    const unit = units[at];
    const next = units[at + 1];
    if (!unit) return;
    const line = { from, to: at + 1, width: full - trailing(unit), shrink };
    const fits = line.width - shrink <= width;
    if (!fits && found) return;
    if (!next || mayBreak(unit, next)) {
      found = true;
      yield line;
      if (!fits) return;
    }
    if (!next) return;
    full += gapBetween(unit, next) + next.width;
    shrink += shrinkBetween(unit, next);
  }
}

const trailing = ({ kind, width, blankAfter }: Unit): number => (kind === 'space' ? width : blankAfter);

interface Measures {
  /** Of a line, in ems. */
  readonly width: number;
  /** Of the units. */
  readonly count: number;
}

function justifiedCost(line: Line, { width, count }: Measures): number {
  const slack = width - line.width;
  const isLast = line.to === count;
  if (isLast && slack >= 0) return line.width < SHORT_LAST_LINE ? SHORT_LAST_COST : 0;
  const room = slack < 0 ? line.shrink : (line.to - line.from - 1) * GAP_STRETCH;
  return 100 * (Math.abs(slack) / Math.max(room, GAP_STRETCH)) ** 3;
}

function balancedCost(line: Line, { width }: Measures): number {
  const slack = width - line.width;
  return LINE_COST + (slack < 0 ? LINE_COST * -slack : slack ** 2);
}

function breakCost(
  units: readonly Unit[],
  to: number,
  avoided: { readonly words: ReadonlyMap<number, number>; readonly brackets: ReadonlySet<number> },
  manner: Manner,
): number {
  if (to === units.length) return 0;
  const gain = manner === 'balanced' && units[to - 1]?.kind === 'closing' ? STOP_GAIN : 0;
  return (avoided.words.get(to) ?? 0) + (avoided.brackets.has(to) ? BRACKET_COST : 0) - gain;
}
