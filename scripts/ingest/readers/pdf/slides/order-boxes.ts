/** The lines of a slide → its boxes of text in reading order: no line of one box stands within another. */
import { bottomOf, rightOf, unionOf } from '../glyphs/geometry.ts';
import type { Column, TextLine } from '../lines/text-line.ts';

/** Lines that were set as one text: read from the first to the last. */
export interface TextBox {
  readonly lines: readonly TextLine[];
  readonly column: Column;
}

/** An empty strip from top to bottom parts two boxes where it is this wide, in ems. */
const MIN_GUTTER_EMS = 1;
/** An empty band from side to side parts two boxes, or two rows of them, where it is this high. */
const MIN_BAND_EMS = 1.2;
/** What stands left of each row of a timeline or a list of terms is no longer than this. */
const MAX_LABEL_EMS = 9;

/** The boxes of the lines of one slide. Ends, since each cut leaves fewer lines on either side. */
export function orderBoxes(lines: readonly TextLine[]): readonly TextBox[] {
  if (lines.length === 0) return [];
  const columns = cutAcross(lines);
  const rows = cutAlong(lines);
  if (columns.length > 1 && !(rows.length > 1 && rows.every(isLabelled))) return columns.flatMap(orderBoxes);
  if (rows.length > 1) {
    const boxes = rows.flatMap(orderBoxes);
    // Space between the paragraphs of one text is no border.
    return boxes.length > rows.length || columns.length > 1 ? boxes : [boxOf(lines)];
  }
  return columns.length > 1 ? columns.flatMap(orderBoxes) : [boxOf(lines)];
}

/** A label, and text to the right of it. */
function isLabelled(row: readonly TextLine[]): boolean {
  const [label, ...others] = cutAcross(row);
  const [first] = label ?? [];
  return first !== undefined && others.length > 0 && label?.length === 1
    ? first.box.width <= MAX_LABEL_EMS * first.size
    : false;
}

/** Parts lines at empty strips that reach from top to bottom, from left to right. */
function cutAcross(lines: readonly TextLine[]): TextLine[][] {
  const sorted = lines.toSorted((a, b) => a.box.x - b.box.x || a.id - b.id);
  return cut(sorted, {
    from: ({ box }) => box.x,
    to: ({ box }) => rightOf(box),
    least: MIN_GUTTER_EMS,
  });
}

/** Parts lines at empty bands that reach from side to side, from top to bottom. */
function cutAlong(lines: readonly TextLine[]): TextLine[][] {
  const sorted = lines.toSorted((a, b) => a.box.y - b.box.y || a.id - b.id);
  return cut(sorted, { from: ({ box }) => box.y, to: ({ box }) => bottomOf(box), least: MIN_BAND_EMS });
}

interface Direction {
  readonly from: (line: TextLine) => number;
  readonly to: (line: TextLine) => number;
  /** The least gap, in ems of the smaller of the lines beside it. */
  readonly least: number;
}

function cut(sorted: readonly TextLine[], { from, to, least }: Direction): TextLine[][] {
  const parts: TextLine[][] = [];
  let reached = -Infinity;
  let size = Infinity;
  for (const line of sorted) {
    const part = parts.at(-1);
    if (part && from(line) - reached < least * Math.min(size, line.size)) part.push(line);
    else parts.push([line]);
    if (to(line) >= reached) size = line.size;
    reached = Math.max(reached, to(line));
  }
  return parts;
}

function boxOf(lines: readonly TextLine[]): TextBox {
  const sorted = lines.toSorted((a, b) => a.baseline - b.baseline || a.box.x - b.box.x || a.id - b.id);
  const { x, width } = unionOf(sorted.map(({ box }) => box));
  return { lines: sorted, column: { left: x, right: x + width } };
}
