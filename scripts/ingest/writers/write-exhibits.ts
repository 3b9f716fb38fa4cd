import type { RootContent } from 'mdast';
import type { Figure, Table } from '../model/document.ts';
import type { Identified } from '../model/identified.ts';
import { plainText } from '../model/text-of.ts';
import { flowElement, lineElement } from './mdx-nodes.ts';
import { pageAttributes, type WriteContext } from './write-context.ts';
import { writeInlines } from './write-inlines.ts';

/** A figure with its caption as content. A caption’s note marks stay in it; the source line is plain text. */
export function writeFigure(figure: Identified<Figure>, context: WriteContext): RootContent {
  const attributes = {
    id: figure.id,
    number: figure.number,
    src: figure.asset?.path,
    width: figure.asset?.width,
    height: figure.asset?.height,
    alt: figure.alt ?? undefined,
    source: plainText(figure.source),
    ...pageAttributes(figure.origins),
  };
  return lineElement('Figure', attributes, writeInlines(figure.caption, context.findNote));
}

/** A table with caption, rows and cells; cells of header rows are header cells. */
export function writeTable(table: Identified<Table>, context: WriteContext): RootContent {
  const attributes = {
    id: table.id,
    number: table.number,
    headerRows: table.headerRows,
    source: plainText(table.source),
    ...pageAttributes(table.origins),
    src: table.asset?.path,
    width: table.asset?.width,
    height: table.asset?.height,
  };
  const caption =
    table.caption.length > 0 || table.number !== ''
      ? [
          lineElement(
            'Caption',
            { number: table.number || undefined },
            writeInlines(table.caption, context.findNote),
          ),
        ]
      : [];
  const rows = table.rows.map((row, index) =>
    flowElement(
      'Row',
      {},
      row.map((cell) =>
        lineElement(
          'Cell',
          {
            header: index < table.headerRows ? 'column' : undefined,
            columnSpan: cell.columnSpan > 1 ? cell.columnSpan : undefined,
            rowSpan: cell.rowSpan > 1 ? cell.rowSpan : undefined,
          },
          writeInlines(cell.children, context.findNote),
        ),
      ),
    ),
  );
  return flowElement('DataTable', attributes, [...caption, ...rows]);
}
