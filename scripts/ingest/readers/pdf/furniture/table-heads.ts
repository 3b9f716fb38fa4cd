/** Lines at page heads → those that are the head of a table printed again: they look like a running head. */
import { squeeze } from '../../../genre/fold-text.ts';
import { bottomOf } from '../glyphs/geometry.ts';
import type { TextLine } from '../lines/text-line.ts';

/** A running head has two parts at most, at its left and its right; a table with a head has more columns. */
const MIN_CELLS = 3;

/**
 * The ids of lines of rows at page heads that stand in the middle of some page, too: there their table began.
 *
 * @param lines The lines of each page.
 * @param isAtHead Whether a line stands in the upper margin, where running heads do.
 */
export function repeatedTableHeads(
  lines: readonly (readonly TextLine[])[],
  isAtHead: (line: TextLine) => boolean,
): ReadonlySet<number> {
  const rows = lines.flatMap((page) => rowsOf(page)).filter((row) => row.length >= MIN_CELLS);
  const inBody = new Set(rows.filter((row) => !row.some(isAtHead)).map(textOf));
  const repeated = rows.filter((row) => row.every(isAtHead) && inBody.has(textOf(row)));
  return new Set(repeated.flat().map(({ id }) => id));
}

/** Lines of a page that stand beside each other: a cell of the head may have two lines around the middle of the others. */
function rowsOf(page: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const rows: TextLine[][] = [];
  let bottom = -Infinity;
  for (const line of page.toSorted((a, b) => a.box.y - b.box.y)) {
    const row = rows.at(-1);
    if (row !== undefined && line.box.y < bottom) row.push(line);
    else rows.push([line]);
    bottom = Math.max(bottom, bottomOf(line.box));
  }
  return rows.map((row) => row.toSorted((a, b) => a.box.x - b.box.x || a.box.y - b.box.y));
}

function textOf(row: readonly TextLine[]): string {
  return row.map(({ text }) => squeeze(text)).join('|');
}
