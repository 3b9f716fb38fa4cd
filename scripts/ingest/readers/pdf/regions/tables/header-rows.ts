/** The first part of a table → how many of its rows are the head. */
import { itemAt } from '../../../../model/item-at.ts';
import { inlineText, joinLines } from '../../lines/join-lines.ts';
import type { DraftCell, DraftTable } from './draft-table.ts';

/** A head has at most this many rows. */
const MAX_HEADER_ROWS = 4;

/** Share of a row's characters that are bold where the row is set in bold. */
const BOLD_SHARE = 0.8;

/** Share of a row's cells that have the colour of the head. */
const FILLED_SHARE = 0.7;

/** Figures, with sign, unit and decoration: what a column holds below its head. A year alone is a head, too. */
const FIGURE = /^[-+−~≈<>≤≥约]?[¥$€]?\d[\d,.]*\s*(?:%|％|‰|万|亿|个|项|家|倍|pp)?$/u;
const YEAR = /^(?:19|20)\d{2}$/u;

type Row = readonly DraftCell[];

const textOf = (cell: DraftCell): string => inlineText(joinLines(cell.lines)).trim();

function isBold(row: Row): boolean {
  let all = 0;
  let bold = 0;
  for (const span of row.flatMap((cell) => cell.lines.flatMap((line) => line.spans))) {
    all += span.text.length;
    if (span.bold) bold += span.text.length;
  }
  return all > 0 && bold >= BOLD_SHARE * all;
}

const hasFigures = (row: Row): boolean =>
  row.some((cell) => FIGURE.test(textOf(cell)) && !YEAR.test(textOf(cell)));

/** Number of rows from the top that have a property, where not all rows have it; else 0. */
function leading(rows: readonly Row[], has: (row: Row) => boolean): number {
  const first = rows.findIndex((row) => row.length > 0 && !has(row));
  return first < 0 ? 0 : first;
}

function filledRows(rows: readonly Row[]): number {
  const colour = rows[0]?.find(({ fill }) => fill !== '')?.fill;
  if (colour === undefined) return 0;
  const share = (row: Row): number => row.filter(({ fill }) => fill === colour).length / row.length;
  const head = leading(rows, (row) => share(row) >= FILLED_SHARE);
  // Stripes begin with the first row where there is no head of another colour.
  const again = rows.slice(head).filter((row) => row.length > 0 && share(row) >= FILLED_SHARE).length;
  return again > (rows.length - head) / 4 && again > 1 ? 0 : head;
}

/** Rows above the only rule that runs through a table of three rules. */
function rowsAboveRule({ rules, rowEnds, isRuled, rows }: DraftTable): number {
  const [top, bottom] = [itemAt(rowEnds, 0), itemAt(rowEnds, -1)];
  const inner = rules.filter((at) => at > top + 1 && at < bottom - 1);
  const [first] = inner;
  if (isRuled || first === undefined || inner.length >= rows.length - 1) return 0;
  return rowEnds.slice(1).filter((end) => end <= first + 1).length;
}

/** Number of header rows of the first part of a table; 0 where the first row is like all others. */
export function countHeaderRows(draft: DraftTable): number {
  const rows = draft.rows;
  const [first] = rows;
  if (first === undefined || rows.length < 2) return 0;
  const evidence = Math.max(filledRows(rows), leading(rows, isBold), rowsAboveRule(draft));
  // Cells that reach down from the first row are heads over two rows when others beside them are divided.
  const isDivided = first.some(({ columnSpan, rowSpan }) => columnSpan > 1 && rowSpan === 1);
  const deep = isDivided ? Math.max(1, ...first.map(({ rowSpan }) => rowSpan)) : 0;
  // A bold line over all columns below the head begins a part of the table.
  const part = rows.findIndex((row, index) => index > 0 && row.length === 1 && row[0]?.rowSpan === 1);
  const most = part < 0 ? rows.length : part;
  const count = Math.min(most, Math.max(evidence, deep, hasFigures(first) ? 0 : 1));
  return count > MAX_HEADER_ROWS || count >= rows.length ? Math.min(1, count) : count;
}
