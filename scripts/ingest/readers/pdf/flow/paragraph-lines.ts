/** What is known of the lines of a paragraph, and of how two lines stand to each other. */
import { isFullBefore, isLatinJoint, leavesNoRoom } from '../lines/line-facts.ts';
import type { FactsOf } from '../lines/line-facts.ts';
import type { ListMarker } from '../lines/list-markers.ts';
import type { TextLine } from '../lines/text-line.ts';
import type { LeadingAt } from './usual-leading.ts';

export interface FlowOptions {
  /** Where lines stand in their columns, blocks that are set in included. */
  readonly factsOf: FactsOf;
  /** Whether a line stands in a block that is set in from both sides: it never runs on into ordinary text. */
  readonly isInset?: (line: TextLine) => boolean;
  /** Whether a line is set bold or dark from its beginning to its end. */
  readonly isDark?: (line: TextLine) => boolean;
  /** Whether a line is the first of its box on a slide: what stands before is another text. */
  readonly startsBox?: (line: TextLine) => boolean;
  readonly leadingAt: LeadingAt;
  /** Whether paragraphs of the text around a line begin with an indent. */
  readonly indents: (line: TextLine) => boolean;
}

/** The lines of one paragraph, list item or lone line. */
export interface ParagraphLines {
  readonly lines: readonly TextLine[];
  readonly marker: ListMarker | null;
}

/** Two lines whose beginnings differ by less than this begin at one place. */
export const SAME_START_EMS = 0.7;
/** Between a first line and the next there are no more ems than this, whichever of them begins further right. */
export const MAX_FIRST_INDENT_EMS = 5;
/** No text is set tighter than this, in ems. */
const TIGHT_LEADING_EMS = 1.2;

/** Whether two lines begin at one place. */
export function sameStart(a: TextLine, b: TextLine): boolean {
  return Math.abs(a.box.x - b.box.x) <= SAME_START_EMS * b.size;
}

/** The distance of baselines that a line's successor may be expected at, in points. */
export function leadingOf(line: TextLine, { leadingAt }: FlowOptions): number {
  return Math.max(leadingAt(line), TIGHT_LEADING_EMS * line.size);
}

/**
 * Whether a line reaches the right edge, or only stops because the next word would not fit: in ragged Latin text whose
 * paragraphs are parted by space, also where a sentence ends with it.
 */
export function fills(line: TextLine, next: TextLine, { factsOf, indents }: FlowOptions): boolean {
  const facts = factsOf(line);
  return (
    isFullBefore(line, next, facts) ||
    (!indents(line) && isLatinJoint(line, next) && leavesNoRoom(line, next, facts))
  );
}
