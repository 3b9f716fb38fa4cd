/** What a witness says about headings. None rules alone: `decide.ts` weighs them. */
import type { ContentsLine } from '../../furniture/contents-pages.ts';

export type WitnessName =
  'contents' | 'setting' | 'numbering' | 'bookmarks' | 'tags' | 'running heads' | 'slides';

/** One witness says that some lines are a heading, or why they are none. */
export interface Claim {
  readonly witness: WitnessName;
  /** Indices of the lines in reading order; `to` is one behind the last. */
  readonly from: number;
  readonly to: number;
  /** Level as the witness counts (its outermost is 1); null where it says nothing about that. */
  readonly level: number | null;
  /** What it is worth: claims of 1 together make a heading, 0 only explains. */
  readonly weight: number;
  /** For people who ask why; no full sentence. */
  readonly reason: string;
  /** The entry of the contents pages that it was found by. */
  readonly entry?: ContentsLine;
}
