/** The level of every heading, from its numbering, the contents' indents, what witnesses say, and its setting. */
import { levelsOfStyles } from '../../../genre/style-levels.ts';
import type { StyleReason } from '../../../genre/style-levels.ts';
import type { NumberStyle } from '../../../genre/numbering.ts';
import { agreeWithIndents, SAME_INDENT } from './indent-levels.ts';
import { outerSizes } from './outer-sizes.ts';
import type { GivenLevel, LevelInput } from './level-input.ts';

export interface GivenLevels {
  readonly levels: readonly GivenLevel[];
  readonly styles: readonly StyleReason[];
}

/** The levels of headings in reading order, from 1, each with its reason. */
export function assignLevels(headings: readonly LevelInput[]): GivenLevels {
  const numbered = headings.flatMap(({ number, beside, style, indent }) =>
    number && !beside ? [{ ...number, size: style?.size ?? 0, announced: indent !== null }] : [],
  );
  const { levels: inner, reasons } = levelsOfStyles(numbered);
  const outer = outerSizes(headings, inner);
  const byStyle = new Map([...inner].map(([style, level]) => [style, level + outer.length]));
  const unnumbered = new UnnumberedLevels(headings, byStyle);
  const levels = headings.map((heading): GivenLevel => {
    if (heading.beside) return { level: 1, reason: 'stands beside the chapters' };
    const group = heading.number ? -1 : outer.indexOf(Math.round(heading.style?.size ?? 0));
    if (group >= 0) return { level: group + 1, reason: 'the numbering begins anew in such headings' };
    const level = heading.number ? byStyle.get(heading.number.style) : undefined;
    return level === undefined
      ? unnumbered.levelOf(heading)
      : { level, reason: `numbered in the style ${heading.number?.style ?? ''}` };
  });
  return { levels: agreeWithIndents(headings, levels), styles: reasons };
}

/** Levels of headings without a number, found beside those that have one. */
class UnnumberedLevels {
  readonly #all: readonly LevelInput[];
  readonly #numbered: readonly { readonly heading: LevelInput; readonly level: number }[];

  constructor(all: readonly LevelInput[], byStyle: ReadonlyMap<NumberStyle, number>) {
    this.#all = all;
    this.#numbered = all.flatMap((heading) => {
      const level = heading.number && !heading.beside ? byStyle.get(heading.number.style) : undefined;
      return level === undefined ? [] : [{ heading, level }];
    });
  }

  levelOf(heading: LevelInput): GivenLevel {
    return (
      this.#byIndent(heading) ?? this.#byDepth(heading) ?? this.#byStyle(heading) ?? this.#bySize(heading)
    );
  }

  /** By the indent of its contents entry: that of a numbered one, else its rank among all indents. */
  #byIndent({ indent }: LevelInput): GivenLevel | null {
    if (indent === null) return null;
    const isSame = (other: number | null): boolean =>
      other !== null && Math.abs(other - indent) <= SAME_INDENT;
    const same = this.#numbered.find(({ heading }) => isSame(heading.indent));
    if (same) return { level: same.level, reason: 'its entry is indented like a numbered one' };
    const smaller = this.#all.flatMap((each) =>
      each.indent !== null && each.indent < indent - SAME_INDENT ? [each.indent] : [],
    );
    const distinct = smaller
      .sort((a, b) => a - b)
      .filter((value, index, list) => index === 0 || value - (list[index - 1] ?? 0) > SAME_INDENT);
    return { level: distinct.length + 1, reason: 'by the indent of its entry' };
  }

  /** By the numbered headings of its setting; where those are of several levels, it stands inside all of them. */
  #byStyle({ style }: LevelInput): GivenLevel | null {
    const alike = this.#numbered.filter(
      ({ heading }) =>
        heading.style?.size === style?.size &&
        heading.style?.bold === style?.bold &&
        heading.style?.font === style?.font,
    );
    const levels = new Set(alike.map(({ level }) => level));
    if (levels.size === 0) return null;
    if (levels.size === 1) return { level: Math.min(...levels), reason: 'set like a numbered heading' };
    return { level: Math.max(...levels) + 1, reason: 'set like numbered headings of several levels' };
  }

  /** By the depth that a witness gives, measured against what it gives to numbered headings of known level. */
  #byDepth({ depths }: LevelInput): GivenLevel | null {
    for (const [witness, depth] of depths) {
      const levels = this.#numbered.flatMap(({ heading, level }) =>
        heading.depths.get(witness) === depth ? [level] : [],
      );
      const counted = Map.groupBy(levels, (level) => level);
      const [best] = [...counted].sort((a, b) => b[1].length - a[1].length);
      if (best) return { level: best[0], reason: `${witness} put it beside numbered headings` };
      const above = this.#numbered.filter(({ heading }) => (heading.depths.get(witness) ?? depth) < depth);
      const deepest = Math.max(...above.map(({ level }) => level));
      if (above.length > 0)
        return { level: deepest + 1, reason: `${witness} put it inside numbered headings` };
    }
    return null;
  }

  #bySize({ style }: LevelInput): GivenLevel {
    const size = style?.size ?? 0;
    const sizes = [...new Set(this.#all.map((each) => each.style?.size ?? 0))].sort((a, b) => b - a);
    const fitting = this.#numbered.filter(({ heading }) => (heading.style?.size ?? Infinity) <= size);
    const known = this.#numbered.filter(({ heading }) => heading.style !== null);
    const levels = new Set(known.map(({ level }) => level));
    const isOneSize = known.every(({ heading }) => heading.style?.size === size);
    const reason = 'by its size beside the other headings';
    // Where all levels are set in one size, the number alone makes a heading stand further out.
    if (isOneSize && levels.size > 1) return { level: Math.max(...levels) + 1, reason };
    if (fitting.length > 0) return { level: Math.min(...fitting.map(({ level }) => level)), reason };
    return {
      level: Math.max(sizes.indexOf(size) + 1, ...this.#numbered.map(({ level }) => level + 1), 1),
      reason,
    };
  }
}
