import { cellNumber } from '../../lib/table/cell-number.ts';
import { adoptStyles } from '../adopt-styles.ts';
import { announce } from '../announce.ts';
import css from './sort-columns.css?inline';

/** Fewer rows are seen at once. */
const FEWEST_ROWS = 3;
/** Fewer numbers are no column of numbers. */
const FEWEST_NUMBERS = 2;

type Order = 'none' | 'descending' | 'ascending';
const NEXT: Readonly<Record<Order, Order>> = {
  none: 'descending',
  descending: 'ascending',
  ascending: 'none',
};
const WORDS: Readonly<Record<Order, string>> = {
  none: '恢复原来的顺序',
  descending: '从大到小',
  ascending: '从小到大',
};

/** The rows of a table with one row of heads and no cell that spans; undefined for any other. */
function sortableRows(table: HTMLTableElement): readonly HTMLTableRowElement[] | undefined {
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const heads = table.tHead?.rows.length ?? 0;
  const spans = [...table.querySelectorAll<HTMLTableCellElement>('th, td')].some(
    ({ colSpan, rowSpan }) => colSpan > 1 || rowSpan > 1,
  );
  return heads === 1 && !spans && rows.length >= FEWEST_ROWS ? rows : undefined;
}

/** The numbers of a column; undefined where it holds anything else. */
function numbersOf(
  rows: readonly HTMLTableRowElement[],
  column: number,
): readonly (number | undefined)[] | undefined {
  const numbers = rows.map((row) => cellNumber(row.cells[column]?.textContent ?? ''));
  if (numbers.some((number) => number === null)) return undefined;
  const known = numbers.map((number) => number ?? undefined);
  return known.filter((number) => number !== undefined).length >= FEWEST_NUMBERS ? known : undefined;
}

/** Stable; what has no number stands last in either order. */
function arrange(
  rows: readonly HTMLTableRowElement[],
  numbers: readonly (number | undefined)[],
  order: Order,
): readonly HTMLTableRowElement[] {
  if (order === 'none') return rows;
  const sign = order === 'ascending' ? 1 : -1;
  return rows
    .map((row, index) => ({ row, number: numbers[index] }))
    .sort((a, b) => {
      if (a.number === undefined || b.number === undefined)
        return Number(a.number === undefined) - Number(b.number === undefined);
      return sign * (a.number - b.number);
    })
    .map(({ row }) => row);
}

function offerSorting(table: HTMLTableElement): void {
  const rows = sortableRows(table);
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  const [body] = table.tBodies;
  if (!rows || !body) return;
  // What is copied keeps the order of the report.
  for (const [index, row] of rows.entries()) row.dataset['row'] = String(index);
  for (const [column, head] of heads.entries()) {
    const numbers = numbersOf(rows, column);
    if (!numbers) continue;
    const button = document.createElement('button');
    adoptStyles(css);
    button.type = 'button';
    button.className = 'sort-button';
    button.title = '按此列排序';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const order = NEXT[(head.getAttribute('aria-sort') as Order | null) ?? 'none'];
      for (const other of heads) other.removeAttribute('aria-sort');
      if (order !== 'none') head.setAttribute('aria-sort', order);
      body.append(...arrange(rows, numbers, order));
      announce(order === 'none' ? WORDS.none : `按“${button.textContent?.trim()}”${WORDS[order]}排列`);
    });
  }
}

for (const table of document.querySelectorAll<HTMLTableElement>('data-table table')) offerSorting(table);
