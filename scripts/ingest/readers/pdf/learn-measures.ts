/** S2: what is learned from all lines of a document before anything is decided. */
import { countInk } from './character-class.ts';
import type { PageContent } from './page-content.ts';
import type { Measures, TextLine } from './text-line.ts';

/** Sizes are compared to this step: producers round 14 points to 13.998 or 14.04. */
const SIZE_STEP = 0.25;
/** Edges are counted in steps of a point and may lie this far from each other. */
const EDGE_REACH = 1;
/** Fewer lines than this say nothing about the edges of a group of pages. */
const ENOUGH_LINES = 12;
/** A line of body text reaches over at least this share of the page; shorter ones do not show where the right edge is. */
const LONG_LINE_SHARE = 0.45;
const DEFAULT_BODY_SIZE = 12;
const DEFAULT_LEADING_EMS = 1.6;

/** The measures of the document, and the edges of every page (mirrored margins, landscape pages). */
export interface DocumentMeasures extends Measures {
  /** By physical page, from index 0. */
  readonly edges: readonly { readonly left: number; readonly right: number }[];
  /** Font of most body-size Han characters; '' where fonts have no names. */
  readonly bodyFont: string;
}

/** @param lines The lines of each page, in the order of `pages`. */
export function learnMeasures(
  pages: readonly PageContent[],
  lines: readonly (readonly TextLine[])[],
): DocumentMeasures {
  const all = lines.flat();
  const bodySize =
    mostFrequent(all, (line) => Math.round(line.size / SIZE_STEP) * SIZE_STEP, inkOf) ?? DEFAULT_BODY_SIZE;
  const isBody = (line: TextLine): boolean => isNearSize(line.size, bodySize);
  const body = all.filter(isBody);
  const usual = edgesOf(body, pages);
  const groups = new Map<string, { left: number; right: number }>();
  const keys = pages.map(
    (page) => `${page.width.toFixed(0)}x${page.height.toFixed(0)}|${String(page.page % 2)}`,
  );
  for (const key of new Set(keys)) {
    const own = body.filter((line) => keys[line.page - 1] === key);
    groups.set(key, own.length >= ENOUGH_LINES ? edgesOf(own, pages) : usual);
  }
  const leading = mostFrequent(
    leadings(lines, isBody),
    (gap) => Math.round(gap * 2) / 2,
    () => 1,
  );
  const bodyFont = mostFrequent(
    body.flatMap((line) => line.spans),
    (span) => span.fontName,
    (span) => countInk(span.text),
  );
  return {
    bodySize,
    ...usual,
    leading: leading ?? bodySize * DEFAULT_LEADING_EMS,
    edges: keys.map((key) => groups.get(key)!),
    bodyFont: bodyFont ?? '',
  };
}

/** Whether a size counts as the body's: half a point or four hundredths off at most. */
export function isNearSize(size: number, bodySize: number): boolean {
  return Math.abs(size - bodySize) <= Math.max(0.3, 0.04 * bodySize);
}

function inkOf(line: TextLine): number {
  return countInk(line.text);
}

function edgesOf(lines: readonly TextLine[], pages: readonly PageContent[]): { left: number; right: number } {
  const long = lines.filter((line) => line.box.width >= LONG_LINE_SHARE * (pages[line.page - 1]?.width ?? 0));
  const used = long.length > 0 ? long : lines;
  const left = clustered(used.map((line) => line.box.x));
  const right = clustered(used.map((line) => line.box.x + line.box.width));
  return { left: left ?? 0, right: right ?? pages[0]?.width ?? 0 };
}

/** The value that most others lie near: an edge that is rounded differently from line to line. */
function clustered(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(Math.round(value), (counts.get(Math.round(value)) ?? 0) + 1);
  let best: number | undefined;
  let bestCount = 0;
  for (const [value] of counts) {
    let count = 0;
    for (let near = value - EDGE_REACH; near <= value + EDGE_REACH; near++) count += counts.get(near) ?? 0;
    if (count > bestCount || (count === bestCount && value < best!)) [best, bestCount] = [value, count];
  }
  return best;
}

function leadings(lines: readonly (readonly TextLine[])[], isBody: (line: TextLine) => boolean): number[] {
  return lines.flatMap((page) =>
    page.slice(1).flatMap((line, index) => {
      const gap = line.baseline - page[index]!.baseline;
      return isBody(line) && isBody(page[index]!) && gap > 0 && gap < 4 * line.size ? [gap] : [];
    }),
  );
}

function mostFrequent<T, K>(
  list: readonly T[],
  keyOf: (item: T) => K,
  weightOf: (item: T) => number,
): K | undefined {
  const weights = new Map<K, number>();
  for (const item of list) weights.set(keyOf(item), (weights.get(keyOf(item)) ?? 0) + weightOf(item));
  let best: K | undefined;
  for (const [key, weight] of weights) if (best === undefined || weight > weights.get(best)!) best = key;
  return best;
}
