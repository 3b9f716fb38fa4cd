/** Which numbering stands inside which: decided from what a report shows, in one place for contents and headings. */
import { decimalDepth, USUAL_ORDER } from './numbering.ts';
import type { NumberMark, NumberStyle } from './numbering.ts';

/** A numbered heading or entry, in reading order. */
export interface NumberedTitle extends Pick<NumberMark, 'style' | 'value' | 'parents'> {
  /** Size of its text in points; 0 where it is not known. */
  readonly size: number;
  /** Whether the contents name it. */
  readonly announced?: boolean;
}

/** Why one style stands outside of another, for people who ask. */
export interface StyleReason {
  readonly outer: NumberStyle;
  readonly inner: NumberStyle;
  readonly reason: 'contents' | 'containment' | 'size' | 'usual order';
}

export interface StyleLevels {
  /** Level of each style in use, from 1. Decimals keep their depth where nothing numbers their chapters: `1.1` is 2. */
  readonly levels: ReadonlyMap<NumberStyle, number>;
  readonly reasons: readonly StyleReason[];
}

/** One number that begins anew inside another may be a slip; two are the order of the report. */
const CLEAR_CONTAINMENT = 2;
/** Contents that name so many numbered titles name every outer style. */
const MIN_ANNOUNCED = 4;
/** Sizes that differ by less than this share are one: producers round. */
const LARGER = 1.05;
/** A style numbers the chapters of decimals (`2.1` in `2.`) when so many of them begin with its number. */
const HOST_SHARE = 0.6;

/** Orders the styles in use from the outside inwards and counts their levels; decimals hang on whatever numbers the chapters. */
export function levelsOfStyles(titles: readonly NumberedTitle[]): StyleLevels {
  const used = USUAL_ORDER.filter(
    (style) => style !== 'appendix' && titles.some((each) => each.style === style),
  );
  const reasons = used.flatMap((one, index) =>
    used.slice(index + 1).map((other) => compare(one, other, titles)),
  );
  const wins = (style: NumberStyle): number => reasons.filter(({ outer }) => outer === style).length;
  const order = used.toSorted((a, b) => wins(b) - wins(a));
  return { levels: countLevels(order, titles), reasons };
}

function countLevels(
  order: readonly NumberStyle[],
  titles: readonly NumberedTitle[],
): ReadonlyMap<NumberStyle, number> {
  const host = hostOfDecimals(order, titles);
  const levels = new Map<NumberStyle, number>();
  let deepest = 0;
  let chapters = 1;
  for (const style of host === null ? order : hostFirst(order, host)) {
    if (levels.has(style)) continue;
    const depth = decimalDepth(style);
    const level = depth > 1 ? chapters + depth - 1 : deepest + 1;
    levels.set(style, level);
    deepest = Math.max(deepest, level);
    if (style === host) chapters = level;
  }
  return levels;
}

/** The order with the style that decimals hang on right before them, if it does not come earlier anyway. */
function hostFirst(order: readonly NumberStyle[], host: NumberStyle): readonly NumberStyle[] {
  const firstDecimal = order.findIndex((style) => decimalDepth(style) > 1);
  return [...order.slice(0, firstDecimal), host, ...order.slice(firstDecimal)];
}

/** The innermost style whose number decimals repeat: `2.` or 第二章 over `2.1`; null where there are no decimals or none fits. */
function hostOfDecimals(order: readonly NumberStyle[], titles: readonly NumberedTitle[]): NumberStyle | null {
  const decimals = titles.filter(({ style }) => decimalDepth(style) > 1);
  if (decimals.length === 0) return null;
  const share = (host: NumberStyle): number => {
    let current = 0;
    let fitting = 0;
    for (const { style, value, parents } of titles) {
      if (style === host) current = value;
      else if (decimalDepth(style) > 1 && parents[0] === current) fitting += 1;
    }
    return fitting / decimals.length;
  };
  const hosts = order.filter((style) => decimalDepth(style) < 2);
  const best = hosts.reduce<NumberStyle | null>(
    (one, other) => (one === null || share(other) >= share(one) ? other : one),
    null,
  );
  return best !== null && share(best) >= HOST_SHARE ? best : null;
}

/** The order of two styles: by what contents name, by what begins anew inside what, then by size, then as usual. `one` comes first as usual. */
function compare(one: NumberStyle, other: NumberStyle, titles: readonly NumberedTitle[]): StyleReason {
  const either = (isOne: boolean, reason: StyleReason['reason']): StyleReason =>
    isOne ? { outer: one, inner: other, reason } : { outer: other, inner: one, reason };
  if (decimalDepth(one) > 0 && decimalDepth(other) > 1) return either(true, 'usual order');
  const [isNamed, isOtherNamed] = [isAnnounced(one, titles), isAnnounced(other, titles)];
  if (isNamed !== isOtherNamed) return either(isNamed, 'contents');
  const containment = insideness(other, one, titles) - insideness(one, other, titles);
  if (Math.abs(containment) >= CLEAR_CONTAINMENT) return either(containment > 0, 'containment');
  const [first, second] = [typicalSize(one, titles), typicalSize(other, titles)];
  if (first > 0 && second > 0 && Math.max(first, second) >= LARGER * Math.min(first, second))
    return either(first > second, 'size');
  return containment === 0 ? either(true, 'usual order') : either(containment > 0, 'containment');
}

/** Whether contents name titles of a style; false for all styles where they name too few. */
function isAnnounced(style: NumberStyle, titles: readonly NumberedTitle[]): boolean {
  const announced = titles.filter((each) => each.announced === true);
  return announced.length >= MIN_ANNOUNCED && announced.some((each) => each.style === style);
}

/**
 * How often `inner` begins anew at 1 right behind an `outer`, less how often it counts on across one. That it begins anew
 * behind a third numbering says nothing about these two.
 */
function insideness(inner: NumberStyle, outer: NumberStyle, titles: readonly NumberedTitle[]): number {
  let before: number | null = null;
  let isCrossed = false;
  let last: NumberStyle | null = null;
  let score = 0;
  for (const { style, value } of titles) {
    if (style === outer) isCrossed = true;
    if (style === inner) {
      const isAnew = value === 1 && last === outer;
      if (before !== null && isCrossed) score += isAnew ? 1 : value === before + 1 ? -1 : 0;
      before = value;
      isCrossed = false;
    }
    last = style;
  }
  return score;
}

function typicalSize(style: NumberStyle, titles: readonly NumberedTitle[]): number {
  const sizes = titles.filter((each) => each.style === style).map(({ size }) => size);
  return sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
}
