/** Body lines → paragraphs, joined over lines and over page ends. */
import { firstCharacter, isSpaced, isWordCharacter, lastCharacter } from '../../../genre/character-class.ts';
import { endsClause } from '../../../genre/sentences.ts';
import type { Column } from '../lines/learn-measures.ts';
import { readListMarker } from './list-markers.ts';
import type { ListMarker } from './list-markers.ts';
import type { TextLine } from '../lines/text-line.ts';

export interface FlowOptions {
  readonly columnOf: (line: TextLine) => Column;
  /** Whether a line stands in a block that is set in from both sides: it never runs on into ordinary text. */
  readonly isInset?: (line: TextLine) => boolean;
  /** Usual distance of two baselines within a paragraph, in points. */
  readonly leading: number;
  /** Whether paragraphs of this text begin with an indent. */
  readonly indents: boolean;
}

/** The lines of one paragraph, list item or lone line. */
export interface ParagraphLines {
  readonly lines: readonly TextLine[];
  readonly marker: ListMarker | null;
}

/** A line that ends within this many ems of the right edge is full: Chinese lines are justified character by character. */
const FULL_SLACK_EMS = 1.6;
/** Ragged Latin lines end where the next word would not fit. */
const LATIN_SLACK_EMS = 0.5;
/** A first line is indented by at least this; two ems are usual, one is a hanging quotation mark. */
const MIN_INDENT_EMS = 0.9;
/** Two lines whose beginnings differ by less than this begin at one place. */
const SAME_START_EMS = 0.7;
/** Lines of one paragraph are no further apart than this many times the usual distance. */
const MAX_LEADING = 1.7;
const MAX_LEADING_WITHOUT_INDENTS = 1.25;
/** A paragraph keeps its size. */
const SIZE_TOLERANCE = 0.07;
/** A paragraph or item may end here: at a stop, or behind a closing bracket. */
const isEnded = (text: string): boolean => endsClause(text) || /[）)]$/u.test(text);
const OPENS_LIST = /[：:；;。）)]$/u;
/** What cannot be broken at a line end: a word, a number, an address. */
const UNBREAKABLE = /^[“‘（《(["']*[A-Za-z0-9\u00c0-\u024f%.,:;/_\-+&=?#@~)）：]*/u;
/** Latin letters are half an em wide, on the whole. */
const LATIN_EMS = 0.52;

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
  return isIndented(line, options) || !isFull(before, line, options) || OPENS_LIST.test(before.text)
    ? marker
    : null;
}

/** Whether `line` continues the paragraph. */
export function goesOn(open: ParagraphLines, line: TextLine, options: FlowOptions): boolean {
  const last = open.lines.at(-1)!;
  if (Math.abs(line.size - last.size) > SIZE_TOLERANCE * last.size) return false;
  if (line.page === last.page) {
    const gap = line.baseline - last.baseline;
    if (gap < 0) return isFull(last, line, options) && !isIndented(line, options);
    const most = options.indents ? MAX_LEADING : MAX_LEADING_WITHOUT_INDENTS;
    if (gap > most * Math.max(options.leading, 1.2 * last.size)) return false;
  }
  if (isInset(last, options) !== isInset(line, options)) return false;
  if (startsItem(open, line, options)) return false;
  const full = isFull(last, line, options);
  if (hangs(open, line)) return full || !isEnded(last.text);
  if (startsIndented(open, line, options)) return false;
  if (full) return true;
  return options.indents && !isIndented(line, options) && !isEnded(last.text) && !isShortAlone(open, options);
}

function isInset(line: TextLine, { isInset: test }: FlowOptions): boolean {
  return test?.(line) ?? false;
}

/** A list mark begins an item when its line is indented, or when the line before has come to its end. */
function startsItem(open: ParagraphLines, line: TextLine, options: FlowOptions): boolean {
  const marker = readListMarker(line.text);
  if (marker === null) return false;
  const last = open.lines.at(-1)!;
  const next = open.marker?.kind === marker.kind && marker.value === open.marker.value + 1;
  if (next && marker.ordered && sameStart(open.lines[0]!, line)) return true;
  if (marker.kind === 'dash' && !isIndented(line, options)) return false;
  return (
    (isIndented(line, options) &&
      line.box.x > last.box.x - SAME_START_EMS * line.size &&
      OPENS_LIST.test(last.text)) ||
    (!isFull(last, line, options) && OPENS_LIST.test(last.text)) ||
    marker.kind === 'bullet' ||
    (marker.kind === 'reference' && OPENS_LIST.test(last.text.replace(/\.$/u, '。')))
  );
}

/** The continuation of a list item begins where the item's text does, right of its mark. */
function hangs(open: ParagraphLines, line: TextLine): boolean {
  if (!open.marker) return false;
  const first = open.lines[0]!;
  if (open.lines.length > 1 && open.lines.at(-1)!.page === line.page)
    return sameStart(open.lines.at(-1)!, line);
  return line.box.x > first.box.x + SAME_START_EMS * line.size && line.box.x < first.box.x + 5 * line.size;
}

function startsIndented(open: ParagraphLines, line: TextLine, options: FlowOptions): boolean {
  const last = open.lines.at(-1)!;
  const inset = (each: TextLine): number => each.box.x - options.columnOf(each).left;
  const further = (inset(line) - inset(last)) / line.size;
  if (open.lines.length > 1) return further >= MIN_INDENT_EMS;
  if (Math.abs(further) > SAME_START_EMS || !isIndented(line, options)) return isIndented(line, options);
  // Two indented lines in a row: a block that is indented as a whole, unless the first has come to its end.
  return isEnded(last.text) || !isFull(last, line, options);
}

function sameStart(a: TextLine, b: TextLine): boolean {
  return Math.abs(a.box.x - b.box.x) <= SAME_START_EMS * b.size;
}

/** Begins right of the column's left edge. */
export function isIndented(line: TextLine, options: FlowOptions): boolean {
  return line.box.x - options.columnOf(line).left >= MIN_INDENT_EMS * line.size;
}

/** Whether a line reaches the right edge, or only stops because the next word would not fit. */
export function isFull(line: TextLine, next: TextLine, options: FlowOptions): boolean {
  const { left, right } = options.columnOf(line);
  const slack = right - (line.box.x + line.box.width);
  if (slack <= FULL_SLACK_EMS * line.size) return true;
  const word = UNBREAKABLE.exec(next.text)?.[0] ?? '';
  if (![...word].some(isWordCharacter) || isEnded(line.text)) return false;
  const width = Math.min(word.length * LATIN_EMS * next.size, right - left);
  const latin = isSpaced(lastCharacter(line.text)) && isSpaced(firstCharacter(next.text));
  return slack <= width + (latin ? LATIN_SLACK_EMS : FULL_SLACK_EMS) * line.size;
}

/** A single short line that is not a paragraph's first: a signature, a centred line. */
function isShortAlone(open: ParagraphLines, options: FlowOptions): boolean {
  const [first] = open.lines;
  const { left, right } = options.columnOf(first!);
  return open.lines.length === 1 && first!.box.width < 0.5 * (right - left);
}

/** Whether most paragraphs of a text begin with an indent: lines that follow a short line are looked at. */
export function usesIndents(lines: readonly TextLine[], columnOf: (line: TextLine) => Column): boolean {
  let indented = 0;
  let flush = 0;
  lines.slice(1).forEach((line, index) => {
    const before = lines[index]!;
    const { left, right } = columnOf(before);
    if (before.page !== line.page || right - before.box.x - before.box.width < 3 * before.size) return;
    if (
      readListMarker(line.text) ||
      before.box.width < 0.3 * (right - left) ||
      Math.abs(before.size - line.size) > 0.5
    )
      return;
    if (line.box.x - left >= MIN_INDENT_EMS * line.size) indented++;
    else flush++;
  });
  return indented >= flush;
}
