import { announce } from './announce.ts';
import { copyText } from './clipboard.ts';

type Grid = readonly (readonly string[])[];

/** The text of a cell without its controls. */
function cellText(cell: Element): string {
  // A copy of an element is one; the types of the DOM call it a node.
  const copy = cell.cloneNode(true) as Element;
  for (const control of copy.querySelectorAll('[data-search-ignore]')) control.remove();
  return (copy.textContent ?? '').trim();
}

/** A table as a full grid: a cell that spans stands in its first place, its other places are empty. */
function readGrid(table: HTMLTableElement): Grid {
  const grid: string[][] = [];
  for (const [y, row] of [...table.rows].entries()) {
    const line = (grid[y] ??= []);
    let x = 0;
    for (const cell of row.cells) {
      while (line[x] !== undefined) x += 1;
      for (let dy = 0; dy < cell.rowSpan; dy += 1) {
        for (let dx = 0; dx < cell.colSpan; dx += 1)
          (grid[y + dy] ??= [])[x + dx] = dx + dy === 0 ? cellText(cell) : '';
      }
    }
  }
  const width = Math.max(...grid.map((row) => row.length));
  return grid
    .slice(0, table.rows.length)
    .map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ''));
}

/** RFC 4180. */
const toCsv = (grid: Grid): string =>
  grid
    .map((row) =>
      row.map((text) => (/[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(','),
    )
    .join('\r\n');

/** A GitHub-flavoured Markdown table; the first row is its head. */
function toMarkdown(grid: Grid): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const [head = [], ...rows] = grid.map((row) =>
    row.map((text) => text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replace(/\s+/gu, ' ')),
  );
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A table that can be taken along. */
class DataTable extends HTMLElement {
  connectedCallback(): void {
    const table = this.querySelector('table');
    if (!table) return;
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-copy-table]')) {
      const words = button.textContent;
      button.addEventListener('click', async () => {
        const grid = readGrid(table);
        const copied = await copyText(button.dataset['copyTable'] === 'csv' ? toCsv(grid) : toMarkdown(grid));
        announce(copied ? '表格已复制' : '无法复制，请选中表格复制');
        button.textContent = copied ? '已复制' : '请选中复制';
        setTimeout(() => (button.textContent = words), 2000);
      });
    }
  }
}

customElements.define('data-table', DataTable);
