/** A line and its page → whether it is running text, at which figures and tables end. */
import { readNumber } from '../../../genre/numbering.ts';
import { endsClause } from '../../../genre/sentences.ts';
import type { Box } from '../../../model/document.ts';
import { clusterValues, holdsMiddle, rightOf } from '../glyphs/geometry.ts';
import type { FactsOf } from '../lines/line-facts.ts';
import { isSameRow, isSameSize } from '../lines/line-facts.ts';
import type { Measures, TextLine } from '../lines/text-line.ts';

/** The lines of one page, and where they stand in their columns. */
export interface PageLines {
  readonly lines: readonly TextLine[];
  readonly factsOf: FactsOf;
  readonly measures: Measures;
}

/** Running text has the body's size within this share; notes and labels are smaller. */
const BODY_SIZE_TOLERANCE = 0.07;

/** Ems of the body by which the start of a line may miss the margin or the indent. */
const START_TOLERANCE_EMS = 0.6;

/** First lines are set in by two ems; some houses take none. */
const INDENT_EMS = 2;

/** Share of the column that a line of running text reaches over, if it does not end a sentence. */
const PROSE_WIDTH_SHARE = 0.6;

/** The next line of a paragraph stands at most this share of the usual leading below. */
const MAX_LEADING_SHARE = 1.15;

/** The lines of a list item hang at most this far (ems of the body) behind its mark. */
const MAX_HANGING_EMS = 4;

/** Where so many full lines of a page begin below others is an edge of its text, whatever other pages of its kind show. */
const MIN_EDGE_LINES = 3;

const ownEdges = new WeakMap<PageLines['lines'], readonly number[]>();

/** Where at least three full lines of the body's size begin below another full line, first lines left out. */
function edgesOfPage(page: PageLines): readonly number[] {
  const { lines, factsOf, measures } = page;
  const known = ownEdges.get(lines);
  if (known !== undefined) return known;
  const tolerance = START_TOLERANCE_EMS * measures.bodySize;
  const full = lines.filter((line) => factsOf(line).full && isSameSize(line.size, measures.bodySize));
  const starts = full
    .filter((line) =>
      full.some(
        (other) => isRightBelow(line, other, page) && Math.abs(other.box.x - line.box.x) <= tolerance,
      ),
    )
    .map(({ box }) => box.x);
  const edges = clusterValues(starts, tolerance).filter(
    (at) => starts.filter((start) => Math.abs(start - at) <= tolerance).length >= MIN_EDGE_LINES,
  );
  ownEdges.set(lines, edges);
  return edges;
}

/** Whether the line begins so many ems of the body right of an edge of its text. */
function startsBehindEdge(line: TextLine, page: PageLines, ems: number): boolean {
  return [page.factsOf(line).column.left, ...edgesOfPage(page)].some(
    (edge) => Math.abs((line.box.x - edge) / page.measures.bodySize - ems) <= START_TOLERANCE_EMS,
  );
}

/** Whether the line begins at the left edge of its column. */
export function startsAtMargin(line: TextLine, page: PageLines): boolean {
  return startsBehindEdge(line, page, 0);
}

/** Whether the line begins where a line of body text begins: at the margin, or set in. */
export function startsLikeBody(line: TextLine, page: PageLines): boolean {
  return startsAtMargin(line, page) || startsBehindEdge(line, page, INDENT_EMS);
}

/** A line with another beside it in its column is a row of a table or of labels. */
function isAlone(line: TextLine, { lines, factsOf }: PageLines): boolean {
  const { left } = factsOf(line).column;
  return !lines.some(
    (other) => other !== line && isSameRow(line, other) && factsOf(other).column.left === left,
  );
}

/** Whether the line is running text or a heading of it, or goes on with such a line. */
export function isProse(line: TextLine, page: PageLines): boolean {
  let first: TextLine | undefined = line;
  while (first !== undefined && !beginsProse(first, page)) first = lineBefore(first, page);
  return first !== undefined;
}

/** The running text of a page outside of its drawings, with the lines inside that go on with it. */
export function proseOutside(drawn: readonly Box[], page: PageLines): readonly TextLine[] {
  const found = new Set<TextLine>();
  for (const line of page.lines) {
    const isIn = drawn.some((area) => holdsMiddle(area, line.box));
    const before = isIn ? lineBefore(line, page) : undefined;
    if (isIn ? before !== undefined && found.has(before) : isProse(line, page)) found.add(line);
  }
  return [...found];
}

function beginsProse(line: TextLine, page: PageLines): boolean {
  if (!isAlone(line, page) || !(startsLikeBody(line, page) || isInBlock(line, page))) return false;
  const ratio = line.size / page.measures.bodySize;
  if (ratio < 1 - BODY_SIZE_TOLERANCE) return false;
  if (ratio > 1 + BODY_SIZE_TOLERANCE || readNumber(line.text) !== null) return true;
  return isWide(line, page) || endsClause(unmarkedText(line)) || endsParagraph(line, page);
}

/**
 * The full line right above that this line goes on with: both begin at one edge, or this one hangs below the text of
 * a list item.
 */
function lineBefore(line: TextLine, page: PageLines): TextLine | undefined {
  return page.lines.find((other) => {
    if (!isRightBelow(line, other, page) || !page.factsOf(other).full) return false;
    const ems = (line.box.x - other.box.x) / page.measures.bodySize;
    return ems >= -START_TOLERANCE_EMS && ems <= MAX_HANGING_EMS;
  });
}

/** Whether the line stands one leading below `above`, in the same size. */
function isRightBelow(line: TextLine, above: TextLine, { measures }: PageLines): boolean {
  const distance = line.baseline - above.baseline;
  return (
    distance > 0 && distance <= MAX_LEADING_SHARE * measures.leading && isSameSize(above.size, line.size)
  );
}

/** A full line of text that is set in, wherever its block begins: the next line begins below it and is full or ends. */
function isInBlock(line: TextLine, page: PageLines): boolean {
  if (!page.factsOf(line).full || !isWide(line, page)) return false;
  return page.lines.some(
    (other) =>
      isRightBelow(other, line, page) &&
      Math.abs(other.box.x - line.box.x) <= START_TOLERANCE_EMS * page.measures.bodySize &&
      (page.factsOf(other).full || endsClause(unmarkedText(other))),
  );
}

function isWide(line: TextLine, { factsOf }: PageLines): boolean {
  const { left, right } = factsOf(line).column;
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
function endsParagraph(line: TextLine, page: PageLines): boolean {
  if (!startsAtMargin(line, page)) return false;
  const { column } = page.factsOf(line);
  return page.lines.some((other) => {
    if (!isRightBelow(line, other, page)) return false;
    const above = page.factsOf(other);
    return above.column.left === column.left && above.full && startsLikeBody(other, page);
  });
}
