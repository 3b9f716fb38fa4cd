/** Parts of one table on several pages → one list of rows. */
import { endsClause } from '../../../../genre/sentences.ts';
import { itemAt } from '../../../../model/item-at.ts';
import { inlineText, joinLines } from '../../lines/join-lines.ts';
import type { TextLine } from '../../lines/text-line.ts';
import { rightOf } from '../../glyphs/geometry.ts';
import type { DraftCell, DraftTable } from './draft-table.ts';

/** Ends of the columns may differ by these ems between two parts of one table. */
const SAME_COLUMN_EMS = 0.8;

/** Where text alone tells the columns, their ends depend on what stands in them. */
const SAME_TEXT_COLUMN_EMS = 3;

/** A last line that fills this share of its cell was cut off by the page end, not by the end of a sentence. */
const FULL_CELL_SHARE = 0.75;

/** A cell of the whole table; its rows and columns are implied by its place. */
export interface JoinedCell {
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly column: number;
  readonly lines: readonly TextLine[];
  /** Width of the cell on the page, in points. */
  readonly width: number;
}

export interface JoinedRows {
  readonly rows: readonly (readonly JoinedCell[])[];
  /** Lines of header rows that were printed again, by the page they stand on. */
  readonly repeated: readonly TextLine[];
}

type Row = readonly JoinedCell[];

const cellText = (lines: readonly TextLine[]): string => inlineText(joinLines(lines)).replace(/\s+/gu, '');
const rowText = (row: readonly { readonly lines: readonly TextLine[] }[]): string =>
  row.map(({ lines }) => cellText(lines)).join('|');

/** Whether two parts have the same columns. */
export function haveSameColumns(one: DraftTable, other: DraftTable, em: number): boolean {
  const tolerance = (one.isRuled && other.isRuled ? SAME_COLUMN_EMS : SAME_TEXT_COLUMN_EMS) * em;
  return (
    one.columnEnds.length === other.columnEnds.length &&
    one.columnEnds.every((end, index) => Math.abs(end - itemAt(other.columnEnds, index)) <= tolerance)
  );
}

/** Whether two parts begin with the same words in the same cells: the head that is printed again. */
export function haveSameHead({ rows: [first] }: DraftTable, { rows: [again] }: DraftTable): boolean {
  if (first === undefined || again === undefined) return false;
  const head = rowText(first);
  return head.replaceAll('|', '') !== '' && head === rowText(again);
}

const joined = ({ rowSpan, columnSpan, column, lines, box }: DraftCell): JoinedCell => ({
  rowSpan,
  columnSpan,
  column,
  lines,
  width: box.width,
});

/** Number of rows at the beginning of `part` that say the same as the head of the table. */
function countRepeated(rows: readonly Row[], part: DraftTable, headerRows: number): number {
  const texts = part.rows.slice(0, headerRows).map(rowText);
  const heads = rows.slice(0, headerRows).map(rowText);
  const isRepeated = (text: string, index: number): boolean =>
    text === heads[index] && text.replaceAll('|', '') !== '';
  const firstOther = texts.findIndex((text, index) => !isRepeated(text, index));
  return firstOther < 0 ? texts.length : firstOther;
}

/** A cell and the number of the row that it begins in. */
interface CellPlace {
  readonly row: number;
  readonly cell: JoinedCell;
}

/** The cell that covers a column in the last row, which may begin in an earlier one. */
function lastCellAt(rows: readonly Row[], column: number): CellPlace | undefined {
  for (const [row, cells] of [...rows.entries()].reverse()) {
    const cell = cells.find(
      (each) =>
        each.column <= column && column < each.column + each.columnSpan && row + each.rowSpan >= rows.length,
    );
    if (cell !== undefined) return { row, cell };
  }
  return undefined;
}

/** Puts `changed` where the cell at `place` was. */
function replaceCell(rows: Row[], { row, cell }: CellPlace, changed: JoinedCell): void {
  rows[row] = itemAt(rows, row).map((each) => (each === cell ? changed : each));
}

/** The text of a cell that a page end cut: it fills its last line and does not end a sentence. */
function looksCut(cell: JoinedCell | undefined): boolean {
  const last = cell?.lines.at(-1);
  if (cell === undefined || last === undefined) return false;
  return rightOf(last.box) - last.box.x >= FULL_CELL_SHARE * cell.width && !endsClause(last.text);
}

type Joint = 'none' | 'row' | 'span';

/**
 * How the first row of a part goes on with the last row above: `row` when the page end cut that row in two, `span`
 * when only its merged first cells reach over the page end.
 */
function jointOf(rows: readonly Row[], next: Row): Joint {
  const above = next.map((cell) => lastCellAt(rows, cell.column)?.cell);
  const isFilled = (cell: JoinedCell | undefined): boolean => cell !== undefined && cell.lines.length > 0;
  const leadingEmpty = next.findIndex(isFilled);
  if (leadingEmpty < 0) return 'none';
  const isSame = next.every(
    (cell, index) => above[index]?.column === cell.column && above[index].columnSpan === cell.columnSpan,
  );
  // A cut row has cells that are all on one of the pages, and one at least that is on both.
  const hasEmpty = next.some((cell, index) => !isFilled(cell) || !isFilled(above[index]));
  const isCut = isSame && hasEmpty && next.some((cell, index) => isFilled(cell) && looksCut(above[index]));
  const onlyLeading = leadingEmpty > 0 && next.slice(leadingEmpty).every(isFilled);
  const wasMerged = rows.some((row) =>
    row.some(({ column, rowSpan }) => column < leadingEmpty && rowSpan > 1),
  );
  const fewFilled = next.filter(isFilled).length < next.length / 2;
  if (onlyLeading && wasMerged && !(isCut && fewFilled)) return 'span';
  return isCut ? 'row' : 'none';
}

function appendRow(rows: Row[], next: Row, joint: Joint): void {
  const extended = new Set<number>();
  if (joint === 'row') {
    for (const cell of next) {
      const place = lastCellAt(rows, cell.column);
      if (place === undefined) continue;
      replaceCell(rows, place, { ...place.cell, lines: [...place.cell.lines, ...cell.lines] });
    }
    // Cells of the cut row that reach further down keep the rows below them.
    const deep = next.filter(({ rowSpan }) => rowSpan > 1);
    for (const cell of deep) extendSpan(rows, cell.column, cell.rowSpan - 1);
    return;
  }
  if (joint === 'span') {
    for (const cell of next) {
      if (cell.lines.length > 0) break;
      if (extendSpan(rows, cell.column, cell.rowSpan)) extended.add(cell.column);
    }
  }
  rows.push(next.filter(({ column }) => !extended.has(column)));
}

function extendSpan(rows: Row[], column: number, by: number): boolean {
  const place = lastCellAt(rows, column);
  if (place === undefined) return false;
  replaceCell(rows, place, { ...place.cell, rowSpan: place.cell.rowSpan + by });
  return true;
}

/** The rows of all parts in order, without header rows that were printed again. */
export function joinParts(parts: readonly DraftTable[], headerRows: number): JoinedRows {
  const rows: Row[] = [];
  const repeated: TextLine[] = [];
  for (const [index, part] of parts.entries()) {
    const skipped = index === 0 ? 0 : countRepeated(rows, part, headerRows);
    repeated.push(...part.rows.slice(0, skipped).flatMap((row) => row.flatMap(({ lines }) => lines)));
    const own = part.rows.slice(skipped).map((row) => row.map(joined));
    for (const [position, row] of own.entries()) {
      appendRow(rows, row, index > 0 && position === 0 ? jointOf(rows, row) : 'none');
    }
  }
  return { rows, repeated };
}
