/** Lines → the usual distance of baselines where a line stands: front pages and appendices are set wider or tighter. */
import { neighbours } from '../../../model/neighbours.ts';
import { isSameSize } from '../lines/line-facts.ts';
import type { TextLine } from '../lines/text-line.ts';

/** Gives the usual distance of two baselines within a paragraph around a line, in points. */
export type LeadingAt = (line: TextLine) => number;

/** Fewer distances than this show no habit. */
const MIN_GAPS = 5;
/** Of the distances on one page, the usual one is at least this share. */
const MIN_SHARE = 0.5;
/** Baselines of one paragraph are nearer than this, in ems. */
const MAX_LEADING_EMS = 3;
/** Distances and sizes are counted in steps of this many points. */
const STEP = 0.5;

/** The leading of a line's size on its page where the page shows one, else `usual`. */
export function leadingBySetting(lines: readonly TextLine[], usual: number): LeadingAt {
  const gaps = new Map<string, number[]>();
  for (const [before, line] of neighbours(lines)) {
    const gap = line.baseline - before.baseline;
    const near = line.page === before.page && gap > 0 && gap <= MAX_LEADING_EMS * line.size;
    if (!near || !isSameSize(line.size, before.size)) continue;
    const own = gaps.get(keyOf(line)) ?? [];
    gaps.set(keyOf(line), own);
    own.push(gap);
  }
  const leadings = new Map([...gaps].map(([key, own]) => [key, commonest(own)]));
  return (line) => leadings.get(keyOf(line)) ?? usual;
}

function keyOf({ page, size }: TextLine): string {
  return `${String(page)}|${String(Math.round(size / STEP))}`;
}

/** The distance that most of them are, a step more or less; null where there are few, or no habit. */
function commonest(gaps: readonly number[]): number | null {
  if (gaps.length < MIN_GAPS) return null;
  const counts = gaps.map((gap) => ({
    gap,
    near: gaps.filter((other) => Math.abs(other - gap) <= STEP).length,
  }));
  const most = counts.reduce((best, each) => (each.near > best.near ? each : best));
  return most.near >= MIN_SHARE * gaps.length ? most.gap : null;
}
