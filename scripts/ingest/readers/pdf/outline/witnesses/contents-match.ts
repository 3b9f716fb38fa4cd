/** Entries of the contents and the lines in which they are looked for. */
import type { ContentsLine } from '../../furniture/contents-pages.ts';
import type { TextLine } from '../../lines/text-line.ts';

/** An entry with the lines that it announces. */
export interface ContentsMatch {
  readonly entry: ContentsLine;
  /** Indices into the lines that were searched; `to` is one behind. */
  readonly from: number;
  readonly to: number;
  /** Whether the page's printed label is the one that the entry names (true where it names none). */
  readonly labelAgrees: boolean;
}

/** Where entries are looked for. */
export interface ContentsSearch {
  readonly entries: readonly ContentsLine[];
  /** All body lines in reading order. */
  readonly lines: readonly TextLine[];
  /** Printed labels by physical page, from index 0. */
  readonly labels: readonly string[];
  /** Lines before this index are front matter and tried last. */
  readonly bodyStart: number;
}
