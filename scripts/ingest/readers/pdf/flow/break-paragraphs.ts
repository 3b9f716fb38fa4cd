/** Body lines → paragraphs, joined over lines and over page ends. */
import { itemAt } from '../../../model/item-at.ts';
import { neighbours } from '../../../model/neighbours.ts';
import { isFullBefore, isLatinJoint, isSameSize, leavesNoRoom, MIN_INDENT_EMS } from '../lines/line-facts.ts';
import type { FactsOf } from '../lines/line-facts.ts';
import type { LeadingAt } from './usual-leading.ts';
import { readListMarker } from './list-markers.ts';
import type { ListMarker } from './list-markers.ts';
import type { TextLine } from '../lines/text-line.ts';

export interface FlowOptions {
  /** Where lines stand in their columns, blocks that are set in included. */
  readonly factsOf: FactsOf;
  /** Whether a line stands in a block that is set in from both sides: it never runs on into ordinary text. */
  readonly isInset?: (line: TextLine) => boolean;
  readonly leadingAt: LeadingAt;
  /** Whether paragraphs of this text begin with an indent. */
  readonly indents: boolean;
}

/** The lines of one paragraph, list item or lone line. */
export interface ParagraphLines {
  readonly lines: readonly TextLine[];
  readonly marker: ListMarker | null;
}

/** Two lines whose beginnings differ by less than this begin at one place. */
const SAME_START_EMS = 0.7;
/** Lines of one paragraph are no further apart than this many times the usual distance. */
const MAX_LEADING = 1.7;
const MAX_LEADING_WITHOUT_INDENTS = 1.25;
/** No text is set tighter than this, in ems. */
const TIGHT_LEADING_EMS = 1.2;
/** Between a first line and the next there are no more ems than this, whichever of them begins further right. */
const MAX_FIRST_INDENT_EMS = 5;
/** Lines that hang from a first line follow it at the usual distance: more lies between paragraphs. */
const HANGING_LEADING = 1.25;
/** Marks of items, with the space behind them, take no more than this. */
const MAX_HANGING_EMS = 3;
/** A single line shorter than this share of its column is a signature or a label. */
const MAX_SHORT_SHARE = 0.5;
/** Last lines of paragraphs, by which indents are counted, end this many ems before the edge and are no labels. */
const CLEARLY_SHORT_EMS = 3;
const MIN_ENDING_SHARE = 0.3;
/** A hyphen behind a letter: the word goes on. */
const BREAKS_WORD = /[A-Za-z]-$/;
const OPENS_LIST = /[：:；;。）)]$/u;

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

function markerOf(line: TextLine, before: TextLine | undefined, options: FlowOptions): ListMarker | null {
  const marker = readListMarker(line.text);
  if (marker === null || marker.kind !== 'dot' || before === undefined) return marker;
  // “2023.” at the beginning of a continued line is a number; a lone `1.` at the left edge after a full line, too.
  return options.factsOf(line).indented || !fills(before, line, options) || OPENS_LIST.test(before.text)
    ? marker
    : null;
}

/** Whether `line` continues the paragraph. */
export function goesOn(open: ParagraphLines, line: TextLine, options: FlowOptions): boolean {
  const last = itemAt(open.lines, -1);
  if (!isSameSize(line.size, last.size)) return false;
  if (line.page === last.page) {
    const gap = line.baseline - last.baseline;
    if (gap < 0) return fills(last, line, options) && !options.factsOf(line).indented;
    const most = options.indents ? MAX_LEADING : MAX_LEADING_WITHOUT_INDENTS;
    if (gap > most * leadingOf(last, options)) return false;
  }
  if (isInset(last, options) !== isInset(line, options)) return false;
  if (BREAKS_WORD.test(last.text)) return true;
  if (startsItem(open, line, options)) return false;
  const full = fills(last, line, options);
  // A short item that what hangs from it does not finish is the title of it.
  if (hangs(open, line)) return full || !(options.factsOf(last).ended || isShortAlone(open, options));
  if (startsIndented(open, line, options)) return false;
  const alone = isShortAlone(open, options);
  if (full) return !(alone && standsApart(last, line));
  return options.indents && !alone && !options.factsOf(line).indented && !options.factsOf(last).ended;
}

/** The distance of baselines that a line's successor may be expected at, in points. */
function leadingOf(line: TextLine, { leadingAt }: FlowOptions): number {
  return Math.max(leadingAt(line), TIGHT_LEADING_EMS * line.size);
}

function isInset(line: TextLine, { isInset: test }: FlowOptions): boolean {
  return test?.(line) ?? false;
}

/** A list mark begins an item when its line is indented, or when the line before has come to its end. */
function startsItem(open: ParagraphLines, line: TextLine, options: FlowOptions): boolean {
  const marker = readListMarker(line.text);
  if (marker === null) return false;
  const last = itemAt(open.lines, -1);
  const next = open.marker?.kind === marker.kind && marker.value === open.marker.value + 1;
  if (next && marker.ordered && sameStart(itemAt(open.lines, 0), line)) return true;
  if (marker.kind === 'dash' && !options.factsOf(line).indented) return false;
  return (
    (options.factsOf(line).indented &&
      line.box.x > last.box.x - SAME_START_EMS * line.size &&
      OPENS_LIST.test(last.text)) ||
    (!fills(last, line, options) && OPENS_LIST.test(last.text)) ||
    marker.kind === 'bullet' ||
    (marker.kind === 'reference' && OPENS_LIST.test(last.text.replace(/\.$/u, '。')))
  );
}

/** The continuation of a list item begins where the item's text does, right of its mark. */
function hangs(open: ParagraphLines, line: TextLine): boolean {
  if (!open.marker) return false;
  const [first, last] = [itemAt(open.lines, 0), itemAt(open.lines, -1)];
  if (open.lines.length > 1 && last.page === line.page) return sameStart(last, line);
  return (
    line.box.x > first.box.x + SAME_START_EMS * line.size &&
    line.box.x < first.box.x + MAX_FIRST_INDENT_EMS * line.size
  );
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

/** Whether a line without a mark of its own stands right below another, set in by no more than a mark takes. */
function hangsFrom(last: TextLine, line: TextLine, options: FlowOptions): boolean {
  const near =
    line.page === last.page && line.baseline - last.baseline <= HANGING_LEADING * leadingOf(last, options);
  return near && line.box.x - last.box.x <= MAX_HANGING_EMS * line.size && readListMarker(line.text) === null;
}

function sameStart(a: TextLine, b: TextLine): boolean {
  return Math.abs(a.box.x - b.box.x) <= SAME_START_EMS * b.size;
}

/**
 * Whether a line reaches the right edge, or only stops because the next word would not fit: in ragged Latin text whose
 * paragraphs are parted by space, also where a sentence ends with it.
 */
function fills(line: TextLine, next: TextLine, { factsOf, indents }: FlowOptions): boolean {
  const facts = factsOf(line);
  return (
    isFullBefore(line, next, facts) ||
    (!indents && isLatinJoint(line, next) && leavesNoRoom(line, next, facts))
  );
}

/** A line that begins far right of the next one stands at the right edge by itself: a date, a page number. */
function standsApart(last: TextLine, line: TextLine): boolean {
  return last.page === line.page && last.box.x - line.box.x > MAX_FIRST_INDENT_EMS * line.size;
}

/** A single short line that is not a paragraph's first: a signature, a centred line. */
function isShortAlone(open: ParagraphLines, options: FlowOptions): boolean {
  return open.lines.length === 1 && options.factsOf(itemAt(open.lines, 0)).share < MAX_SHORT_SHARE;
}

/** Whether most paragraphs of a text begin with an indent: lines that follow a short line are looked at. */
export function usesIndents(lines: readonly TextLine[], factsOf: FactsOf): boolean {
  let indented = 0;
  let flush = 0;
  for (const [before, line] of neighbours(lines)) {
    const { slack, share } = factsOf(before);
    if (before.page !== line.page || slack < CLEARLY_SHORT_EMS || share < MIN_ENDING_SHARE) continue;
    if (readListMarker(line.text) || !isSameSize(line.size, before.size)) continue;
    if (factsOf(line).indented) indented++;
    else flush++;
  }
  return indented >= flush;
}
