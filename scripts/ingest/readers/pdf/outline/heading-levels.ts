/** The level of every heading, from its numbering, its setting and the contents' indents together. */
import type { HeadingLevel } from '../../../model/document.ts';
import { USUAL_ORDER } from '../../../genre/numbering.ts';
import type { NumberStyle } from '../../../genre/numbering.ts';
import type { LineStyle } from '../lines/line-style.ts';

/** What decides about a level. */
export interface LevelWitness {
  readonly numberStyle: NumberStyle | null;
  readonly style: LineStyle;
  /** Indent of its entry on the contents page, or null. */
  readonly indent: number | null;
  /** 参考文献, 附录, 前言 and their kin stand beside the chapters. */
  readonly beside: boolean;
}

const DEEPEST = 4;
/** Indents on contents pages within this many points are the same. */
const SAME_INDENT = 4;
const DECIMAL_DEPTH: Partial<Record<NumberStyle, number>> = {
  decimal1: 1,
  decimal2: 2,
  decimal3: 3,
  decimal4: 4,
};

/** The levels of `witnesses`, in order, from 1 to 4. */
export function assignLevels(witnesses: readonly LevelWitness[]): HeadingLevel[] {
  const byStyle = numberedLevels(witnesses);
  const top = byStyle.size > 0 ? Math.min(...byStyle.values()) : 1;
  const besideLevel = top;
  return witnesses.map((witness) => {
    const level = witness.beside
      ? besideLevel
      : witness.numberStyle
        ? byStyle.get(witness.numberStyle)!
        : unnumberedLevel(witness, witnesses, byStyle);
    return Math.max(1, Math.min(DEEPEST, level)) as HeadingLevel;
  });
}

/** Levels of the numbering styles in use, without gaps; parts come first, decimals count from their chapters. */
function numberedLevels(witnesses: readonly LevelWitness[]): Map<NumberStyle, number> {
  const used = new Set(
    witnesses.flatMap((each) => (each.numberStyle && !each.beside ? [each.numberStyle] : [])),
  );
  const levels = new Map<NumberStyle, number>();
  let level = 0;
  for (const style of inUsedOrder(used, witnesses)) {
    const depth = DECIMAL_DEPTH[style];
    if (depth !== undefined && depth > 1) {
      const chapters = chapterLevel(levels);
      levels.set(style, chapters + depth - 1);
      level = Math.max(level, chapters + depth - 1);
    } else levels.set(style, ++level);
  }
  return levels;
}

/** The usual order, but a style that only ever opens inside another is put behind it. */
function inUsedOrder(used: ReadonlySet<NumberStyle>, witnesses: readonly LevelWitness[]): NumberStyle[] {
  const order = USUAL_ORDER.filter((style) => used.has(style) && style !== 'appendix');
  const sizes = new Map(order.map((style) => [style, typicalSize(style, witnesses)]));
  const decimals = order.filter((style) => DECIMAL_DEPTH[style] !== undefined);
  const chapterDecimals =
    decimals.includes('decimal2') && !order.some((style) => ['chapter', 'decimal1', 'han'].includes(style));
  // Where 1.1 stands under 1. the chapters are numbered with 1., whatever else 1. is elsewhere.
  if (chapterDecimals && order.includes('arabic')) {
    return ['arabic', ...order.filter((style) => style !== 'arabic')].filter(
      (style, index, list) => list.indexOf(style) === index,
    ) as NumberStyle[];
  }
  return order.sort(
    (a, b) => USUAL_ORDER.indexOf(a) - USUAL_ORDER.indexOf(b) || sizes.get(b)! - sizes.get(a)!,
  );
}

/** The level of what decimal numbers begin with: chapters, however they are numbered. */
function chapterLevel(levels: ReadonlyMap<NumberStyle, number>): number {
  for (const style of ['chapter', 'decimal1', 'han', 'arabic'] as const)
    if (levels.has(style)) return levels.get(style)!;
  return 1;
}

function typicalSize(style: NumberStyle, witnesses: readonly LevelWitness[]): number {
  const sizes = witnesses.filter((each) => each.numberStyle === style).map((each) => each.style.size);
  return sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
}

/** By the indent of its contents entry, else by a numbered heading that is set alike, else by size. */
function unnumberedLevel(
  witness: LevelWitness,
  witnesses: readonly LevelWitness[],
  byStyle: ReadonlyMap<NumberStyle, number>,
): number {
  const numbered = witnesses.filter((each) => each.numberStyle !== null && !each.beside);
  const levelOf = (each: LevelWitness): number => byStyle.get(each.numberStyle!)!;
  if (witness.indent !== null) {
    const level = levelByIndent(witness.indent, numbered, levelOf) ?? indentRank(witness.indent, witnesses);
    return level;
  }
  const alike = numbered.find(
    (each) =>
      each.style.size === witness.style.size &&
      each.style.bold === witness.style.bold &&
      each.style.font === witness.style.font,
  );
  if (alike) return levelOf(alike);
  const sizes = [...new Set(witnesses.map((each) => each.style.size))].sort((a, b) => b - a);
  const smaller = numbered.filter((each) => each.style.size <= witness.style.size).map(levelOf);
  return smaller.length > 0
    ? Math.min(...smaller)
    : Math.max(sizes.indexOf(witness.style.size) + 1, ...numbered.map((each) => levelOf(each) + 1), 1);
}

function levelByIndent(
  indent: number,
  numbered: readonly LevelWitness[],
  levelOf: (each: LevelWitness) => number,
): number | null {
  const same = numbered.find((each) => each.indent !== null && Math.abs(each.indent - indent) <= SAME_INDENT);
  return same ? levelOf(same) : null;
}

/** How many different indents are smaller, plus one. */
function indentRank(indent: number, witnesses: readonly LevelWitness[]): number {
  const smaller = witnesses.flatMap((each) =>
    each.indent !== null && each.indent < indent - SAME_INDENT ? [each.indent] : [],
  );
  const distinct = smaller
    .sort((a, b) => a - b)
    .filter((value, index, list) => index === 0 || value - list[index - 1]! > SAME_INDENT);
  return distinct.length + 1;
}
