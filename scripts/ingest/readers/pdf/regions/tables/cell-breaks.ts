/** Lines of a cell → groups that end where their writer ended them; lines that were wrapped stay together. */
import { firstCharacter, isSpaced } from '../../../../genre/character-class.ts';
import { readListMarker } from '../../lines/list-markers.ts';
import type { TextLine } from '../../lines/text-line.ts';
import { rightOf } from '../../glyphs/geometry.ts';

/** Ems that must be left over behind the first word of the next line: cells are centred and padded unevenly. */
const SPARE_EMS = 1.2;

/** Width that the first unbreakable piece of a line takes: a word, or one character of Chinese. */
function firstPieceWidth(line: TextLine): number {
  const text = line.text.trim();
  const length = isSpaced(firstCharacter(text)) ? (/^\S+/u.exec(text)?.[0].length ?? 1) : 1;
  return (line.box.width * Math.min(length, text.length)) / Math.max(1, text.length);
}

/** Whether a line begins the next item of a list that began before in its cell: a mark of the same kind, one further. */
function isNextItem(line: TextLine, before: readonly TextLine[]): boolean {
  const own = readListMarker(line.text);
  const last = before.findLast(({ text }) => readListMarker(text)?.kind === own?.kind);
  const mark = last === undefined ? null : readListMarker(last.text);
  if (own === null || mark === null) return false;
  return own.ordered ? own.value === mark.value + 1 : own.marker === mark.marker;
}

/**
 * The lines of a cell in groups: a new one begins where the next line would still have had room on the line before, or
 * where an item of a list begins.
 * @param width The width of the widest line in the cell's column, in points.
 */
export function splitAtBreaks(lines: readonly TextLine[], width: number): readonly (readonly TextLine[])[] {
  const groups: TextLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const isFree =
      last !== undefined &&
      last.page === line.page &&
      rightOf(last.box) - last.box.x + firstPieceWidth(line) + SPARE_EMS * line.size < width;
    if (group === undefined || isFree || isNextItem(line, lines.slice(0, index))) groups.push([line]);
    else group.push(line);
  }
  return groups;
}

/** The widest line in each column, over all cells that cover no other. */
export function columnWidths(
  rows: readonly (readonly { column: number; columnSpan: number; lines: readonly TextLine[] }[])[],
): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  for (const { column, columnSpan, lines } of rows.flat()) {
    if (columnSpan > 1) continue;
    for (const { box } of lines) widths.set(column, Math.max(widths.get(column) ?? 0, box.width));
  }
  return widths;
}
