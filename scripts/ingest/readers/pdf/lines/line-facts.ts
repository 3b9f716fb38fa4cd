/** Where a line stands in its column: said once, for furniture, regions, notes, headings and paragraphs. */
import { firstCharacter, isSpaced, isWordCharacter, lastCharacter } from '../../../genre/character-class.ts';
import { endsClause } from '../../../genre/sentences.ts';
import type { Column } from './text-line.ts';
import type { TextLine } from './text-line.ts';

/** What is known of one line; lengths in ems of the line. */
export interface LineFacts {
  /** The column that it is measured by: the page's text area, half of it, or the block that it stands in. */
  readonly column: Column;
  /** From the column's left edge to the line's beginning; negative where it begins before the edge. */
  readonly indent: number;
  /** From the line's end to the column's right edge; negative where a stop hangs into the margin. */
  readonly slack: number;
  /** Share of the column's width that it spans. */
  readonly share: number;
  /** Reaches the right edge. */
  readonly full: boolean;
  /** Begins right of the left edge. */
  readonly indented: boolean;
  /** Keeps clear of both edges, a stop at its end left out. */
  readonly inset: boolean;
  /** Stands in the middle of its column, clear of both edges. */
  readonly centred: boolean;
  /** Ends where a paragraph, an item or a part of a sentence may end. */
  readonly ended: boolean;
}

/** Chinese lines are justified character by character: a line that ends nearer than this (ems) to the right edge is full. */
export const FULL_SLACK_EMS = 1.6;
/** A first line is indented by at least this; two ems are usual, one is a hanging quotation mark. */
export const MIN_INDENT_EMS = 0.9;
/** A block is set in by at least this on either side. */
const MIN_INSET_EMS = 0.8;
/** A line that comes this near to the right edge reaches it, hanging stop or not. */
const REACHED_EMS = 0.3;
/** A stop at the end of a line may hang into the margin by this. */
const HANGING_EMS = 1;
const HANGING_STOPS: ReadonlySet<string> = new Set('，。、；：！？');
/** A centred line keeps this clear of the left edge, and its margins differ by less than the second figure. */
const MIN_CENTRED_INDENT_EMS = 2;
const CENTRED_EMS = 1.2;

/** The facts of a line in a column. */
export function lineFacts(line: TextLine, column: Column): LineFacts {
  const { box, size, text } = line;
  const indent = (box.x - column.left) / size;
  const slack = (column.right - box.x - box.width) / size;
  const last = lastCharacter(text);
  const hang = HANGING_STOPS.has(last) ? HANGING_EMS : 0;
  return {
    column,
    indent,
    slack,
    share: box.width / (column.right - column.left),
    full: slack <= FULL_SLACK_EMS,
    indented: indent >= MIN_INDENT_EMS,
    inset: indent >= MIN_INSET_EMS && slack >= REACHED_EMS && slack + hang >= MIN_INSET_EMS,
    centred: indent > MIN_CENTRED_INDENT_EMS && Math.abs(indent - slack) <= CENTRED_EMS,
    ended: last === '）' || last === ')' || endsClause(text),
  };
}

/** Gives the facts of any line. */
export type FactsOf = (line: TextLine) => LineFacts;

/** Facts by a rule for columns; each line's are made once. */
export function factsByColumn(columnOf: (line: TextLine) => Column): FactsOf {
  const known = new WeakMap<TextLine, LineFacts>();
  return (line) => {
    const facts = known.get(line) ?? lineFacts(line, columnOf(line));
    known.set(line, facts);
    return facts;
  };
}

/** Sizes are the same when they differ by this share at most, or by rounding. */
const SAME_SIZE_SHARE = 0.05;
const ROUNDING_POINTS = 0.3;

/** Whether two sizes (points) are meant to be one: producers write 14 as 13.998 or 14.04. */
export function isSameSize(size: number, other: number): boolean {
  return Math.abs(size - other) <= Math.max(ROUNDING_POINTS, SAME_SIZE_SHARE * other);
}

/** Baselines of two lines of one row differ by less than this, in ems: figures and Chinese are set a little apart. */
const SAME_ROW_EMS = 0.4;

/** Whether two lines stand on one baseline. */
export function isSameRow(line: TextLine, other: TextLine): boolean {
  return line.page === other.page && Math.abs(line.baseline - other.baseline) < SAME_ROW_EMS * line.size;
}

/** What cannot be broken at a line end: a word, a number, an address. */
const UNBREAKABLE = /^[“‘《（(["']*[A-Za-z0-9\u00c0-\u024f%.,:;/_\-–’+&=?#@~)）：]*/u;
/** Latin letters are half an em wide, on the whole. */
const LATIN_EMS = 0.52;
/** Ragged Latin lines end where the next word would not fit. */
const LATIN_SLACK_EMS = 0.5;

/** Whether a line reaches the right edge, or only stops within a sentence because the first word of `next` would not fit. */
export function isFullBefore(line: TextLine, next: TextLine, facts: LineFacts): boolean {
  return facts.full || (!facts.ended && leavesNoRoom(line, next, facts));
}

/** Whether the first word of `next`, where that is Latin, would not have fitted on the line. */
export function leavesNoRoom(line: TextLine, next: TextLine, { slack, column }: LineFacts): boolean {
  const word = UNBREAKABLE.exec(next.text)?.[0] ?? '';
  if (![...word].some(isWordCharacter)) return false;
  const width = Math.min(word.length * LATIN_EMS * next.size, column.right - column.left);
  const room = isLatinJoint(line, next) ? LATIN_SLACK_EMS : FULL_SLACK_EMS;
  return slack * line.size <= width + room * line.size;
}

/** Whether two lines meet between Latin words. */
export function isLatinJoint(line: TextLine, next: TextLine): boolean {
  return isSpaced(lastCharacter(line.text)) && isSpaced(firstCharacter(next.text));
}
