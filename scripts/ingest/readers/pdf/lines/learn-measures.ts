/** What is learned from all lines of a document before anything is decided. */
import { countInk } from '../../../genre/character-class.ts';
import type { PageContent } from '../glyphs/page-content.ts';
import type { Gutter } from './ink-rows.ts';
import { isSameSize } from './line-facts.ts';
import type { Column, Measures, TextLine } from './text-line.ts';

/** Sizes are compared to this step: producers round 14 points to 13.998 or 14.04. */
const SIZE_STEP = 0.25;
/** Edges are counted in steps of a point and may lie this far from each other. */
const EDGE_REACH = 1;
/** Fewer lines than this say nothing about the edges of a group of pages. */
const ENOUGH_LINES = 12;
/** …nor do sources and labels under figures, however many, without long lines that show the right edge. */
const ENOUGH_LONG_LINES = 3;
/** A line of body text reaches over at least this share of the page; shorter ones do not show where the right edge is. */
const LONG_LINE_SHARE = 0.45;
/** Last lines of paragraphs show the left edge, too; cells and labels are narrower than this. */
const FAIR_LINE_SHARE = 0.2;
/** First lines are indented: where paragraphs are short, they outnumber the lines at the left edge up to four times. */
const LEFT_SUPPORT = 0.25;
const DEFAULT_BODY_SIZE = 12;
const DEFAULT_LEADING_EMS = 1.6;
/** Baselines of one paragraph are nearer than this; what is further apart has something between. */
const MAX_LEADING_EMS = 4;

/** The measures of the document, and the edges of every page (mirrored margins, landscape pages). */
export interface DocumentMeasures extends Measures {
  /** By physical page, from index 0. */
  readonly edges: readonly Column[];
  /** By physical page, from index 0: where two columns part; null on pages of one. */
  readonly gutters: readonly (Gutter | null)[];
  /** Font of most body-size Han characters; '' where fonts have no names. */
  readonly bodyFont: string;
}

/** @param lines The lines of each page, in the order of `pages`. */
export function learnMeasures(
  pages: readonly PageContent[],
  lines: readonly (readonly TextLine[])[],
  gutters: readonly (Gutter | null)[] = pages.map(() => null),
): DocumentMeasures {
  const all = lines.flat();
  const bodySize =
    mostFrequent(all, (line) => Math.round(line.size / SIZE_STEP) * SIZE_STEP, inkOf) ?? DEFAULT_BODY_SIZE;
  const isBody = (line: TextLine): boolean => isSameSize(line.size, bodySize);
  const body = all.filter(isBody);
  const usual = edgesOf(body, pages);
  const widthOf = (line: TextLine): number => pages[line.page - 1]?.width ?? 0;
  const groups = new Map<string, Column>();
  const keys = pages.map(
    (page) => `${page.width.toFixed(0)}x${page.height.toFixed(0)}|${String(page.page % 2)}`,
  );
  for (const key of new Set(keys)) {
    const own = body.filter((line) => keys[line.page - 1] === key);
    const long = own.filter((line) => line.box.width >= LONG_LINE_SHARE * widthOf(line)).length;
    groups.set(key, own.length >= ENOUGH_LINES && long >= ENOUGH_LONG_LINES ? edgesOf(own, pages) : usual);
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
    edges: keys.map((key) => groups.get(key) ?? usual),
    gutters,
    bodyFont: bodyFont ?? '',
  };
}

/** The column of a line: the page's text area, or its half where two columns part. */
export function columnAt(measures: DocumentMeasures, line: TextLine): Column {
  const page = measures.edges[line.page - 1] ?? measures;
  const gutter = measures.gutters[line.page - 1];
  if (!gutter) return page;
  const clear = gutter.sideColumn?.clear;
  if (clear && (line.baseline < clear.from - line.size || line.baseline > clear.to + line.size)) return page;
  if (line.box.x + line.box.width <= gutter.left + EDGE_REACH) return { left: page.left, right: gutter.left };
  if (line.box.x < gutter.right - EDGE_REACH) return page;
  // The text area was learned from lines of half its width: its right edge lies as far from the gutter as its left.
  return { left: gutter.right, right: Math.max(page.right, gutter.right + gutter.left - page.left) };
}

function inkOf(line: TextLine): number {
  return countInk(line.text);
}

function edgesOf(lines: readonly TextLine[], pages: readonly PageContent[]): Column {
  const wider = (share: number): readonly TextLine[] => {
    const wide = lines.filter((line) => line.box.width >= share * (pages[line.page - 1]?.width ?? 0));
    return wide.length > 0 ? wide : lines;
  };
  const left = clustered(
    wider(FAIR_LINE_SHARE).map((line) => line.box.x),
    LEFT_SUPPORT,
  );
  const right = clustered(
    wider(LONG_LINE_SHARE).map((line) => line.box.x + line.box.width),
    1,
  );
  return { left: left ?? 0, right: right ?? pages[0]?.width ?? 0 };
}

/**
 * The smallest value that at least `support` times as many others lie near as lie near the most popular one: edges are
 * rounded differently from line to line.
 */
function clustered(values: readonly number[], support: number): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(Math.round(value), (counts.get(Math.round(value)) ?? 0) + 1);
  const near = [...counts.keys()].map((value) => {
    let count = 0;
    for (let each = value - EDGE_REACH; each <= value + EDGE_REACH; each++) count += counts.get(each) ?? 0;
    return { value, count };
  });
  const most = Math.max(0, ...near.map(({ count }) => count));
  const enough = near.filter(({ count }) => count >= support * most).map(({ value }) => value);
  if (enough.length === 0) return undefined;
  // Of the neighbours within reach the one that most lines have exactly.
  const first = Math.min(...enough);
  const tied = enough.filter((value) => value <= first + EDGE_REACH);
  return mostFrequent(
    tied.sort((a, b) => a - b),
    (value) => value,
    (value) => counts.get(value) ?? 0,
  );
}

function leadings(lines: readonly (readonly TextLine[])[], isBody: (line: TextLine) => boolean): number[] {
  return lines.flatMap((page) =>
    page.flatMap((line, index) => {
      const above = page[index - 1];
      if (above === undefined || !isBody(line) || !isBody(above)) return [];
      const gap = line.baseline - above.baseline;
      return gap > 0 && gap < MAX_LEADING_EMS * line.size ? [gap] : [];
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
  return [...weights].sort(([, one], [, other]) => other - one)[0]?.[0];
}
