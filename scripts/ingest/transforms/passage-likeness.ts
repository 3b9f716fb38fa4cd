import type { Permalink } from '../../../src/schema/permalinks.ts';
import { sketchBytes, sketchSimilarity } from './fingerprint.ts';
import type { PrintedTarget } from './print-target.ts';

/** Lengths within this ratio speak for the same passage, others against it; a rewording seldom changes more. */
const SAME_LENGTH = 0.75;
const LENGTH_WITNESS = 0.1;
/** Common words and beginning below which two passages are not one… */
const LITTLE_IN_COMMON = 0.15;
/** …unless they are as short as a title, which may be worded anew from the first character to the last. */
const TOO_SHORT_TO_TELL = 8;

/** How alike two passages are, by what the manifest keeps of the older one. */
export interface Likeness {
  /** Estimated share of common bigrams, 0 to 1. */
  readonly words: number;
  /**
   * All witnesses together: common bigrams, the characters that both beginnings have in the same order (each 0 to 1), and
   * length. Two passages of one report that have nothing to do with each other seldom reach 0.4; one of which six
   * characters in ten were exchanged seldom stays below 0.3.
   */
  readonly sum: number;
  /** Whether it may be the same passage, written anew: about as long, with a little in common or too short to tell. */
  readonly isNotOther: boolean;
}

/** Compares each target with each entry, by index. */
export function likenessOf(
  targets: readonly PrintedTarget[],
  entries: readonly Permalink[],
): (target: number, entry: number) => Likeness {
  const now = targets.map(({ text, sketch, starts }) => sidesOf(sketch, starts, [...text.trim()].length));
  const then = entries.map(({ sketch, starts, length }) => sidesOf(sketch, starts, length));
  return (target, entry) => {
    const [first, second] = [now[target], then[entry]];
    if (first === undefined || second === undefined) return { words: 0, sum: 0, isNotOther: false };
    const words = sketchSimilarity(first.bytes, second.bytes);
    const common = words + commonStart(first.starts, second.starts);
    const length = lengthWitness(first, second);
    const isShort = Math.max(first.starts.length, second.starts.length) < TOO_SHORT_TO_TELL;
    const isNotOther = length > 0 && (isShort || common >= LITTLE_IN_COMMON);
    return { words, sum: common + length, isNotOther };
  };
}

interface Sides {
  readonly bytes: Uint8Array;
  readonly starts: readonly string[];
  readonly length: number | undefined;
}

function sidesOf(sketch: string, starts: string, length: number | undefined): Sides {
  return { bytes: sketchBytes(sketch), starts: [...starts], length };
}

/** The share of characters that both have in the same order: longest common subsequence over the longer of the two. */
function commonStart(first: readonly string[], second: readonly string[]): number {
  const row = new Uint8Array(second.length + 1);
  for (const character of first) {
    let diagonal = 0;
    for (let index = 1; index <= second.length; index += 1) {
      const above = row[index] ?? 0;
      row[index] = character === second[index - 1] ? diagonal + 1 : Math.max(above, row[index - 1] ?? 0);
      diagonal = above;
    }
  }
  return (row[second.length] ?? 0) / Math.max(first.length, second.length, 1);
}

/** Nothing where the manifest was written before lengths were kept. */
function lengthWitness({ length: first }: Sides, { length: second }: Sides): number {
  if (first === undefined || second === undefined) return 0;
  const ratio = Math.min(first, second) / Math.max(first, second, 1);
  return ratio >= SAME_LENGTH ? LENGTH_WITNESS : -LENGTH_WITNESS;
}
