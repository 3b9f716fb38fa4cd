/** Lines → where items of lists begin, and what hangs from them. */
import { itemAt } from '../../../model/item-at.ts';
import { endsClause } from '../../../genre/sentences.ts';
import { listMarkerOf } from '../lines/list-markers.ts';
import type { ListMarker } from '../lines/list-markers.ts';
import type { TextLine } from '../lines/text-line.ts';
import { fills, leadingOf, MAX_FIRST_INDENT_EMS, SAME_START_EMS, sameStart } from './paragraph-lines.ts';
import type { FlowOptions, ParagraphLines } from './paragraph-lines.ts';

/** Lines that hang from a first line follow it at the usual distance: more lies between paragraphs. */
const HANGING_LEADING = 1.25;
/** Marks of items, with the space behind them, take no more than this. */
const MAX_HANGING_EMS = 3;
const OPENS_LIST = /[：:；;。）)]$/u;
/** An address on a line of its own, as entries of reference lists end. */
const STARTS_ADDRESS = /^(?:https?:\/\/|www\.|doi[.:])/iu;
/** The dot between the parts of a foreign name looks like a bullet. */
const NAME_DOT = /^[•·]\p{Script=Han}/u;

/** The mark of the item that a line begins, null where it begins none. */
export function markerOf(
  line: TextLine,
  before: TextLine | undefined,
  options: FlowOptions,
): ListMarker | null {
  const marker = listMarkerOf(line);
  if (marker === null || marker.kind !== 'dot' || before === undefined) return marker;
  // “2023.” at the beginning of a continued line is a number; a lone `1.` at the left edge after a full line, too.
  return options.factsOf(line).indented || !fills(before, line, options) || OPENS_LIST.test(before.text)
    ? marker
    : null;
}

/** A list mark begins an item when its line is indented, or when the line before has come to its end. */
export function startsItem(open: ParagraphLines, line: TextLine, options: FlowOptions): boolean {
  const marker = listMarkerOf(line);
  if (marker === null || joinsName(open, line, options)) return false;
  const last = itemAt(open.lines, -1);
  if (countsOn(open, marker, line)) return true;
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

/** Whether a mark is the next of the open item's, at its place; on another page, which may have other margins, `[10]` after `[9]` is enough. */
function countsOn(open: ParagraphLines, marker: ListMarker, line: TextLine): boolean {
  if (!marker.ordered || open.marker?.kind !== marker.kind || marker.value !== open.marker.value + 1)
    return false;
  const first = itemAt(open.lines, 0);
  return sameStart(first, line) || (marker.kind === 'reference' && first.page !== line.page);
}

/** Whether a line begins with the dot of a name (纳伦德拉•莫迪) that the full line before broke off. */
function joinsName(open: ParagraphLines, line: TextLine, options: FlowOptions): boolean {
  const last = itemAt(open.lines, -1);
  if (!NAME_DOT.test(line.text) || open.marker?.kind === 'bullet' || options.factsOf(line).indented)
    return false;
  return options.factsOf(last).full && !endsClause(last.text);
}

/** Whether a line is the address that an entry of a reference list ends with. */
export function isAddressOfEntry(open: ParagraphLines, line: TextLine): boolean {
  return open.marker?.kind === 'reference' && STARTS_ADDRESS.test(line.text);
}

/** The continuation of a list item begins where the item's text does, right of its mark. */
export function hangs(open: ParagraphLines, line: TextLine): boolean {
  if (!open.marker) return false;
  const [first, last] = [itemAt(open.lines, 0), itemAt(open.lines, -1)];
  if (open.lines.length > 1 && last.page === line.page) return sameStart(last, line);
  return (
    line.box.x > first.box.x + SAME_START_EMS * line.size &&
    line.box.x < first.box.x + MAX_FIRST_INDENT_EMS * line.size
  );
}

/** Whether a line without a mark of its own stands right below another, set in by no more than a mark takes. */
export function hangsFrom(last: TextLine, line: TextLine, options: FlowOptions): boolean {
  const near =
    line.page === last.page && line.baseline - last.baseline <= HANGING_LEADING * leadingOf(last, options);
  return near && line.box.x - last.box.x <= MAX_HANGING_EMS * line.size && listMarkerOf(line) === null;
}
