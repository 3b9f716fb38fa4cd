/** What is made of the runs of a page: lines of text in reading order. */
import type { Box } from '../../../model/document.ts';

/** A stretch of one line in one style. Spaces are resolved: what stands in `text` is what is read. */
export interface LineSpan {
  /** Runs that the stretch is made of: usually one. */
  readonly runIds: readonly number[];
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly size: number;
  readonly fontName: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Raised and smaller than its line. */
  readonly raised: boolean;
  readonly color: string;
  /** Target of a link annotation over it, or ''. */
  readonly url: string;
}

/** One line of upright text. Two columns, or two cells of a table, on one baseline are two lines. */
export interface TextLine {
  /** Unique in the file: the smallest run id of the line. */
  readonly id: number;
  readonly page: number;
  readonly box: Box;
  readonly baseline: number;
  /** The size that most of its characters have. */
  readonly size: number;
  readonly spans: readonly LineSpan[];
  /** All spans' text, raised ones included. */
  readonly text: string;
  /** Marked-content tag of its first run. */
  readonly tag: string;
  /** Its last word goes on in the next line; the hyphen was taken off. */
  readonly goesOn?: boolean;
}

/** The column that a line stands in: x of its edges, in points. */
export interface Column {
  readonly left: number;
  readonly right: number;
}

/** What is learned from all pages before anything is decided. Lengths in points. */
export interface Measures {
  /** The size that most characters of the document have. */
  readonly bodySize: number;
  /** Where full lines of body text begin and end, on pages of the usual width. */
  readonly left: number;
  readonly right: number;
  /** Usual distance of two baselines within a paragraph. */
  readonly leading: number;
}
