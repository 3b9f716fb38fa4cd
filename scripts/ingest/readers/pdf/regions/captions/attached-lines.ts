/** The lines of a page → the sources, notes and units that belong to the figure or table beside them. */
import type { Box, Inline } from '../../../../model/document.ts';
import { isSameSize } from '../../lines/line-facts.ts';
import type { TextLine } from '../../lines/text-line.ts';
import { plainInlines } from './caption-lines.ts';
import { isAttachedLine, isUnitLine, parseCaption } from '../../../../genre/captions.ts';
import { acrossOf, bottomOf, middleOf, overlapOf } from '../../glyphs/geometry.ts';
import type { PageView } from '../page-view.ts';

/** Ems between a figure or table and its source line, or between two such lines, at most. */
const MAX_GAP_EMS = 2.2;

/** Ems between a table and the unit above it at most. */
const MAX_UNIT_GAP_EMS = 1.5;

/** A line that goes on with a note is smaller than the body by this share, or as small as the note. */
const SMALL_SHARE = 0.95;

/** Whether `next` goes on with the note or source that `line` is part of. */
function continuesNote(line: TextLine, next: TextLine, bodySize: number): boolean {
  const gap = next.box.y - bottomOf(line.box);
  return (
    line.size < SMALL_SHARE * bodySize &&
    isSameSize(next.size, line.size) &&
    gap < 1.1 * line.size &&
    gap > -0.5 * line.size &&
    next.box.x <= line.box.x + 3 * line.size &&
    overlapOf(acrossOf(line.box), acrossOf(next.box)) > 0 &&
    parseCaption(next.text) === null &&
    line.box.width > 0.8 * next.box.width
  );
}

/** The lines that begin a source, note or unit, and those that go on with one. */
export function attachedAmong(lines: readonly TextLine[], bodySize: number): ReadonlySet<TextLine> {
  const found = new Set<TextLine>();
  for (const line of lines.toSorted((a, b) => a.box.y - b.box.y)) {
    if (isAttachedLine(line.text) || [...found].some((note) => continuesNote(note, line, bodySize)))
      found.add(line);
  }
  return found;
}

/** The source and note lines right below `box`, from top to bottom; none of `taken` is among them. */
export function linesBelow(view: PageView, box: Box, taken: ReadonlySet<TextLine>): readonly TextLine[] {
  const below = view.lines
    .filter((line) => !taken.has(line) && middleOf(line.box) > bottomOf(box) - 0.3 * view.em)
    .filter((line) => overlapOf(acrossOf(line.box), acrossOf(box)) > 0)
    .sort((a, b) => a.box.y - b.box.y);
  const found: TextLine[] = [];
  let bottom = bottomOf(box);
  for (const line of below) {
    const last = found.at(-1);
    if (line.box.y - bottom > MAX_GAP_EMS * view.em) break;
    if (!isAttachedLine(line.text) && !(last && continuesNote(last, line, view.em))) break;
    found.push(line);
    bottom = bottomOf(line.box);
  }
  return found;
}

/** The line with the unit right above `box`, where there is one. */
export function unitAbove(view: PageView, box: Box): readonly TextLine[] {
  return view.lines.filter((line) => {
    const gap = box.y - bottomOf(line.box);
    return isUnitLine(line.text) && gap > -0.5 * view.em && gap <= MAX_UNIT_GAP_EMS * view.em;
  });
}

/** The printed lines as one list of inlines: a break where a new source, note or unit begins. */
export function sourceInlines(lines: readonly TextLine[]): readonly Inline[] {
  const groups: TextLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group === undefined || isAttachedLine(line.text)) groups.push([line]);
    else group.push(line);
  }
  return groups.flatMap((group, index): readonly Inline[] =>
    index === 0 ? plainInlines(group) : [{ type: 'break' }, ...plainInlines(group)],
  );
}
