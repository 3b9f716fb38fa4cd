import { escapeWithinLine } from '../markdown-text.ts';
import { cellNumber } from './cell-number.ts';
import type { Grid } from './grid.ts';

/** Spreadsheets take a cell that begins so for a formula, also in full width. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u;
/** So that Excel reads a file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Text that spreadsheets show and never compute; numbers with a sign stay numbers. */
const defuse = (text: string): string =>
  FORMULA.test(text) && cellNumber(text) === null ? `'${text}` : text;

const quote = (text: string): string =>
  /["\r\n,]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** A file for spreadsheets (RFC 4180, UTF-8 with its mark). */
export const formatCsv = (grid: Grid): string =>
  BYTE_ORDER_MARK + grid.map((row) => `${row.map((text) => quote(defuse(text))).join(',')}\r\n`).join('');

/** To be pasted into a spreadsheet: cells on one line each, parted by tabs. */
export const formatTsv = (grid: Grid): string =>
  grid
    .map((row) => row.map((text) => defuse(text.replace(/[\s\p{Cc}]+/gu, ' ').trim())).join('\t'))
    .join('\n');

/** A table of GitHub's Markdown; the first row is its head. */
export function formatMarkdownTable(grid: Grid): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const [head = [], ...rows] = grid.map((row) => row.map(escapeWithinLine));
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
