import { fillGrid, type Grid } from '../../lib/table/grid.ts';
import { formatMarkdownTable, formatTsv } from '../../lib/table/write-table.ts';
import type { QuoteAction } from './action.ts';
import { copyOrShow } from './copy-or-show.ts';
import { plainText } from './passage-text.ts';
import { markdownFigure, markdownSource } from './quotation.ts';

/** In the order of the report, whichever way the reader has sorted it. */
function gridOf(element: HTMLElement): Grid {
  const rows = [...(element.querySelector('table')?.rows ?? [])];
  return fillGrid(
    rows
      .sort((a, b) => Number(a.dataset['row'] ?? -1) - Number(b.dataset['row'] ?? -1))
      .map((row) =>
        [...row.cells].map((cell) => ({
          text: plainText(cell),
          columnSpan: cell.colSpan,
          rowSpan: cell.rowSpan,
        })),
      ),
  );
}

/** What can be done with a table and a figure beside what all passages offer. */
export const EXHIBIT_ACTIONS: readonly QuoteAction[] = [
  {
    id: 'copy-tsv',
    label: () => '复制表格（粘贴到 Excel）',
    isOffered: ({ passage: { kind } }) => kind === 'table',
    run: ({ passage: { element } }) => copyOrShow(formatTsv(gridOf(element)), '表格'),
  },
  {
    id: 'copy-markdown-table',
    label: () => '复制为 Markdown',
    isOffered: ({ passage: { kind }, item }) => kind === 'table' && item !== undefined,
    run: ({ passage: { element, text }, item }) =>
      item &&
      copyOrShow([text, formatMarkdownTable(gridOf(element)), markdownSource(item)].join('\n\n'), 'Markdown'),
  },
  {
    id: 'copy-markdown-figure',
    label: () => '复制为 Markdown',
    isOffered: ({ passage: { kind }, item }) => kind === 'figure' && item !== undefined,
    run: ({ passage: { element, text, address }, item }) => {
      const picture = element.querySelector<HTMLAnchorElement>('a[data-zoom]');
      const source = picture && address ? new URL(picture.pathname, address).href : undefined;
      return item && copyOrShow(markdownFigure({ text, item }, source), 'Markdown');
    },
  },
];
