/** What is known about a heading when its level is given, and what was given. */
import type { NumberMark } from '../../../genre/numbering.ts';
import type { LineStyle } from '../lines/line-style.ts';
import type { WitnessName } from './witnesses/claim.ts';

/** What decides about the level of one heading. */
export interface LevelInput {
  readonly number: NumberMark | null;
  /** Null for an entry of the contents that has no heading. */
  readonly style: LineStyle | null;
  /** Indent of its entry on the contents page, or null. */
  readonly indent: number | null;
  /** 参考文献, 附录, 前言 and their kin stand beside the chapters. */
  readonly beside: boolean;
  /** Depths that bookmarks and tags give, each by its own count. */
  readonly depths: ReadonlyMap<WitnessName, number>;
}

export interface GivenLevel {
  /** From 1; deeper than headings go where its numbering stands that far inside of others. */
  readonly level: number;
  readonly reason: string;
}
