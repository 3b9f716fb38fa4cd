/** Which lines are running text: what figures and tables end at. */
import { endsClause } from '../../../genre/sentences.ts';
import { readNumber } from '../../../genre/numbering.ts';
import type { Measures, TextLine } from '../lines/text-line.ts';
import { rightOf } from '../glyphs/geometry.ts';

/** Running text has the body's size within this share; notes and labels are smaller. */
const BODY_SIZE_TOLERANCE = 0.07;

/** Ems by which the start of a line may miss the margin or the indent. */
const START_TOLERANCE_EMS = 0.6;

/** First lines are set in by two ems; some houses take none. */
const INDENT_EMS = 2;

/** Share of the measure that a line of running text is wide, if it does not end a sentence. */
const PROSE_WIDTH_SHARE = 0.6;

/** The next line of a paragraph stands at most this share of the usual leading below. */
const MAX_LEADING_SHARE = 1.15;

/** A line that ends this near (in ems) to the right margin is full. */
const FULL_LINE_EMS = 1.6;

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
  if (ratio > 1 + BODY_SIZE_TOLERANCE || readNumber(line.text) !== null) return true;
  return isWide(line, measures) || endsClause(unmarkedText(line)) || endsParagraph(line, lines, measures);
}

function isWide(line: TextLine, { left, right }: Measures): boolean {
  return rightOf(line.box) - left >= PROSE_WIDTH_SHARE * (right - left);
}

/** The text without the mark of a note at its end. */
function unmarkedText({ spans }: TextLine): string {
  return spans
    .filter(({ raised }) => !raised)
    .map(({ text }) => text)
    .join('')
    .trim();
}

/** A short line at the margin, right below a full line of its kind. */
function endsParagraph(line: TextLine, lines: readonly TextLine[], measures: Measures): boolean {
  if (Math.abs(line.box.x - measures.left) > START_TOLERANCE_EMS * measures.bodySize) return false;
  return lines.some((other) => {
    const distance = line.baseline - other.baseline;
    const isRightAbove = distance > 0 && distance <= MAX_LEADING_SHARE * measures.leading;
    return (
      isRightAbove &&
      rightOf(other.box) >= measures.right - FULL_LINE_EMS * measures.bodySize &&
      Math.abs(other.size - line.size) < 0.05 * line.size &&
      startsLikeBody(other, measures)
    );
  });
}
