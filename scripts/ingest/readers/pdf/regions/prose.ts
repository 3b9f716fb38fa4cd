/** Which lines are running text: what figures and tables end at. */
import type { Measures, TextLine } from '../text-line.ts';
import { rightOf } from './geometry.ts';

/** Running text has the body's size within this share; notes and labels are smaller. */
const BODY_SIZE_TOLERANCE = 0.07;

/** Ems by which the start of a line may miss the margin or the indent. */
const START_TOLERANCE_EMS = 0.6;

/** First lines are set in by two ems; some houses take none. */
const INDENT_EMS = 2;

/** Share of the measure that a line of running text is wide, if it does not end a sentence. */
const PROSE_WIDTH_SHARE = 0.6;

const SENTENCE_END = /[。！？；：”』）]$/u;

/** Whether the line begins where a line of body text begins: at the margin, or set in. */
export function startsLikeBody(line: TextLine, { left, bodySize }: Measures): boolean {
  const indent = (line.box.x - left) / bodySize;
  return Math.abs(indent) <= START_TOLERANCE_EMS || Math.abs(indent - INDENT_EMS) <= START_TOLERANCE_EMS;
}

const isAlone = (line: TextLine, lines: readonly TextLine[]): boolean =>
  !lines.some((other) => other !== line && Math.abs(other.baseline - line.baseline) < 0.4 * line.size);

/**
 * Whether the line is running text or a heading of it.
 * @param lines All lines of its page: a line with another beside it is a row of a table or of labels.
 */
export function isProse(line: TextLine, lines: readonly TextLine[], measures: Measures): boolean {
  if (!isAlone(line, lines) || !startsLikeBody(line, measures)) return false;
  const ratio = line.size / measures.bodySize;
  if (ratio < 1 - BODY_SIZE_TOLERANCE) return false;
  if (ratio > 1 + BODY_SIZE_TOLERANCE) return true;
  const width = rightOf(line.box) - measures.left;
  return width >= PROSE_WIDTH_SHARE * (measures.right - measures.left) || SENTENCE_END.test(line.text.trim());
}
