import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import type { Cell, Figure, Table } from '../book/model.ts';
import { textOfCaption } from '../book/text-of.ts';
import { numberGap } from '../numbered-title.ts';
import type { EpubContext } from './epub-context.ts';
import { inlinesToXhtml } from './inlines-to-xhtml.ts';

/** A figure with its words as alternative; where the picture is not in the book, that is said. */
export function figureToXhtml(figure: Figure, context: EpubContext): Element {
  const picture = pictureOf(figure, context, figure.alt ? `图中文字：${figure.alt}` : textOfCaption(figure));
  return x('figure', { id: figure.id }, [
    picture ?? x('p', { class: 'missing' }, '图片未收录，请看报告原文。'),
    x('figcaption', {}, [...captionOf(figure, context), ...sourceOf(figure)]),
  ]);
}

/** A table, below it its picture where its structure is uncertain. */
export function tableToXhtml(table: Table, context: EpubContext): Element {
  const caption = captionOf(table, context);
  const head = headRowsOf(table);
  const toRow = (row: readonly Cell[]): Element =>
    x(
      'tr',
      {},
      row.map((cell) => cellToXhtml(cell, context)),
    );
  const picture = pictureOf(table, context, `${table.number || '表格'}的图片，文字见上表`);
  return x('div', { id: table.id, class: 'table' }, [
    x('table', {}, [
      ...(caption.length > 0 ? [x('caption', {}, caption)] : []),
      ...(head > 0 ? [x('thead', {}, table.rows.slice(0, head).map(toRow))] : []),
      x('tbody', {}, table.rows.slice(head).map(toRow)),
    ]),
    ...sourceOf(table),
    ...(picture === undefined ? [] : [picture]),
  ]);
}

/** How many rows are the head: none where one of their cells reaches below it. */
function headRowsOf({ rows, headerRows }: Table): number {
  const reaches = rows
    .slice(0, headerRows)
    .some((row, at) => row.some(({ rowSpan }) => at + rowSpan > headerRows));
  return reaches || rows.length <= headerRows ? 0 : headerRows;
}

function cellToXhtml({ isHeader, columnSpan, rowSpan, children }: Cell, context: EpubContext): Element {
  const attributes = {
    colspan: columnSpan > 1 ? columnSpan : undefined,
    rowspan: rowSpan > 1 ? rowSpan : undefined,
    scope: isHeader ? (columnSpan > 1 ? 'colgroup' : 'col') : undefined,
  };
  return x(isHeader ? 'th' : 'td', attributes, inlinesToXhtml(children, context));
}

function captionOf({ number, caption }: Figure | Table, context: EpubContext): ElementContent[] {
  const title = inlinesToXhtml(caption, context);
  return number === '' ? title : [x('span', { class: 'number' }, number + numberGap(number)), ...title];
}

function sourceOf({ source }: Figure | Table): Element[] {
  return source === '' ? [] : [x('div', { class: 'source' }, source)];
}

function pictureOf({ picture }: Figure | Table, context: EpubContext, alt: string): Element | undefined {
  const src = picture && context.pictureAddress(picture);
  return src === undefined ? undefined : x('img', { src, alt, width: picture?.width });
}
