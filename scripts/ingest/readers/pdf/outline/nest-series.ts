/** A numbering inside a longer one of its own style: `1.` to `5.` set smaller between the chapters `4.` and `5.`. */
import type { NumberMark, NumberStyle } from '../../../genre/numbering.ts';

/** A heading in reading order, with what tells one series from another. */
export interface SeriesHeading {
  readonly number: NumberMark | null;
  /** Size of its text in points. */
  readonly size: number;
  readonly level: number;
  /** Whether it may move: contents do not announce it, and it is no appendix. */
  readonly open: boolean;
}

/** The outer series counts from one to so many at least, without a gap. */
const MIN_OUTER = 3;
/** Headings of the inner series are smaller than this beside the outer ones: producers round. */
const SMALLER = 0.95;

/** The levels, with those of inner series, which begin at one, below what stands before them. */
export function nestSeries(headings: readonly SeriesHeading[]): number[] {
  const levels = headings.map(({ level }) => level);
  const styles = new Set(
    headings.flatMap(({ number }) => (number?.parents.length === 0 ? [number.style] : [])),
  );
  for (const style of styles) {
    const inner = innerSeries(headings, style);
    for (const index of inner) {
      const before = headings.findLastIndex((_, at) => at < index && !inner.has(at));
      if (before >= 0) levels[index] = Math.max(levels[index] ?? 1, (levels[before] ?? 0) + 1);
    }
  }
  return levels;
}

/** Indices of the headings of a style that are set smaller than a series of it and count for themselves inside of it. */
function innerSeries(headings: readonly SeriesHeading[], style: NumberStyle): ReadonlySet<number> {
  const own = headings.flatMap((each, index) => (each.number?.style === style ? [{ ...each, index }] : []));
  const least = SMALLER * Math.max(...own.map(({ size }) => size));
  const outer = own.filter(({ size }) => size >= least);
  const inner = new Set<number>();
  if (outer.length < MIN_OUTER || outer.some(({ number }, at) => number?.value !== at + 1)) return inner;
  let before: number | null = null;
  for (const { open, size, number, index } of own) {
    const isInner: boolean = open && size < least && number?.value === (before ?? 0) + 1;
    if (isInner) inner.add(index);
    before = isInner ? (number?.value ?? null) : null;
  }
  return inner;
}
