/** Body lines → paragraphs, joined over lines and over page ends. */
import { itemAt } from '../../../model/item-at.ts';
import { endsSentence } from '../../../genre/sentences.ts';
import { rightOf } from '../glyphs/geometry.ts';
import { isFullBefore, isSameSize, MIN_INDENT_EMS } from '../lines/line-facts.ts';
import type { ListMarker } from '../lines/list-markers.ts';
import type { TextLine } from '../lines/text-line.ts';
import { hangs, hangsFrom, isAddressOfEntry, markerOf, startsItem } from './list-items.ts';
import { fills, leadingOf, MAX_FIRST_INDENT_EMS, SAME_START_EMS } from './paragraph-lines.ts';
import type { FlowOptions, ParagraphLines } from './paragraph-lines.ts';

/** Lines of one paragraph are no further apart than this many times the usual distance. */
const MAX_LEADING = 1.7;
const MAX_LEADING_WITHOUT_INDENTS = 1.25;
/** A single line shorter than this share of its column is a signature or a label. */
const MAX_SHORT_SHARE = 0.5;
/** Lines of a signature end within this of each other, in ems, and begin at places that differ by more. */
const SAME_EDGE_EMS = 0.3;
/** The last line of a page that takes less of its column has come to an end, though no stop says so. */
const MIN_SHARE_AT_PAGE_END = 0.75;
/** A hyphen behind a letter: the word goes on. */
const BREAKS_WORD = /[A-Za-z]-$/;

/** Cuts lines into paragraphs. */
export function breakParagraphs(lines: readonly TextLine[], options: FlowOptions): ParagraphLines[] {
  const paragraphs: { lines: TextLine[]; marker: ListMarker | null }[] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (open && goesOn(open, line, options)) open.lines.push(line);
    else paragraphs.push({ lines: [line], marker: markerOf(line, open?.lines.at(-1), options) });
  }
  return paragraphs;
}

/** Whether `line` continues the paragraph. */
export function goesOn(open: ParagraphLines, line: TextLine, options: FlowOptions): boolean {
  const last = itemAt(open.lines, -1);
  if (!isSameSize(line.size, last.size) || options.startsBox?.(line)) return false;
  if (line.page === last.page) {
    const gap = line.baseline - last.baseline;
    if (gap < 0) return fills(last, line, options) && !options.factsOf(line).indented;
    if (gap > mostLeading(last, line, options) * leadingOf(last, options)) return false;
  }
  if (isInset(last, options) !== isInset(line, options)) return false;
  if (BREAKS_WORD.test(last.text)) return true;
  if (isAddressOfEntry(open, line)) return true;
  if (startsItem(open, line, options)) return false;
  if (isDarkTitle(last, line, options) || isSignature(last, line, options)) return false;
  const full = fills(last, line, options);
  // A short item that what hangs from it does not finish is the title of it.
  if (hangs(open, line)) return full || !(options.factsOf(last).ended || isShortAlone(open, options));
  if (startsIndented(open, line, options)) return false;
  const alone = isShortAlone(open, options);
  if (full) return !(alone && standsApart(last, line));
  const before = options.factsOf(last);
  if (line.page !== last.page && before.share < MIN_SHARE_AT_PAGE_END) return false;
  return options.indents(last) && !alone && !options.factsOf(line).indented && !before.ended;
}

/** A short line that is dark from end to end, behind a sentence that is not: a title, whether or not the line before is full. */
function isDarkTitle(last: TextLine, line: TextLine, { isDark, factsOf }: FlowOptions): boolean {
  const changes = isDark !== undefined && isDark(line) && !isDark(last);
  return changes && endsSentence(last.text) && !factsOf(line).full;
}

/** Two short lines on the right that end at one place and begin at two: each says its own. */
function isSignature(last: TextLine, line: TextLine, { factsOf }: FlowOptions): boolean {
  const onTheRight = [last, line].every((each) => {
    const { share, indent } = factsOf(each);
    return share < MAX_SHORT_SHARE && indent > MAX_FIRST_INDENT_EMS;
  });
  const edge = SAME_EDGE_EMS * line.size;
  const endsAlike = Math.abs(rightOf(last.box) - rightOf(line.box)) <= edge;
  return onTheRight && endsAlike && Math.abs(last.box.x - line.box.x) > edge;
}

/** Space alone parts paragraphs that are not indented; but no full line that stops within a sentence ends one. */
function mostLeading(last: TextLine, line: TextLine, options: FlowOptions): number {
  const facts = options.factsOf(last);
  const runsOn = !facts.ended && isFullBefore(last, line, facts);
  return options.indents(last) || runsOn ? MAX_LEADING : MAX_LEADING_WITHOUT_INDENTS;
}

function isInset(line: TextLine, { isInset: test }: FlowOptions): boolean {
  return test?.(line) ?? false;
}

function startsIndented(open: ParagraphLines, line: TextLine, options: FlowOptions): boolean {
  const last = itemAt(open.lines, -1);
  const [own, before] = [options.factsOf(line), options.factsOf(last)];
  const further = own.indent - (before.indent * last.size) / line.size;
  if (open.lines.length > 1) return further >= MIN_INDENT_EMS || returns(open, line);
  if (!before.ended) {
    // Further left than the line before: never a first line, wherever the page's edge was thought to be.
    if (further <= -SAME_START_EMS) return false;
    // Further right behind a full line that stops within a sentence: the paragraph hangs from its first line.
    if (before.full && further >= MIN_INDENT_EMS && hangsFrom(last, line, options)) return false;
  }
  if (Math.abs(further) > SAME_START_EMS || !options.factsOf(line).indented)
    return options.factsOf(line).indented;
  // Two indented lines in a row: a block that is indented as a whole, unless the first has come to its end.
  return options.factsOf(last).ended || !fills(last, line, options);
}

/** Whether a paragraph's lines hang from its first line, and `line` begins where that one does. */
function returns({ lines }: ParagraphLines, line: TextLine): boolean {
  const [first, second, last] = [itemAt(lines, 0), itemAt(lines, 1), itemAt(lines, -1)];
  const hung = first.page === second.page && second.box.x - first.box.x >= MIN_INDENT_EMS * first.size;
  return hung && line.page === last.page && last.box.x - line.box.x >= SAME_START_EMS * line.size;
}

/** A line that begins far right of the next one stands at the right edge by itself: a date, a page number. */
function standsApart(last: TextLine, line: TextLine): boolean {
  return last.page === line.page && last.box.x - line.box.x > MAX_FIRST_INDENT_EMS * line.size;
}

/** A single short line that is not a paragraph's first: a signature, a centred line. */
function isShortAlone(open: ParagraphLines, options: FlowOptions): boolean {
  return open.lines.length === 1 && options.factsOf(itemAt(open.lines, 0)).share < MAX_SHORT_SHARE;
}
