import type { BlockContent, PhrasingContent, TableCell, TableRow } from 'mdast';
import type { Cell, Table } from '../book/model.ts';
import { textOfCaption } from '../book/text-of.ts';
import { inlinesToMdast } from './inlines-to-mdast.ts';
import type { MarkdownContext } from './markdown-context.ts';
import { boldLine, paragraph, text } from './paragraphs.ts';
import { spreadCells } from '../book/spread-cells.ts';

/**
 * A table of GFM. It has one row of heads and no spans: the first row is taken for the head, and the places that a cell spans stay
 * empty but for the first.
 */
export function tableToMdast(table: Table, context: MarkdownContext): BlockContent[] {
  const caption = textOfCaption(table);
  const rows = spreadCells(table.rows).map((row): TableRow => ({
    type: 'tableRow',
    children: row.map((cell): TableCell => ({ type: 'tableCell', children: cellToMdast(cell, context) })),
  }));
  return [
    caption === '' ? paragraph(table.id, []) : boldLine(table.id, caption),
    ...(rows.length > 0 ? [{ type: 'table' as const, children: rows }] : []),
    ...(table.source === '' ? [] : [paragraph(undefined, [text(table.source)])]),
  ];
}

/** A line of Markdown is a row: a line break within a cell is one of HTML. */
function cellToMdast(cell: Cell | undefined, context: MarkdownContext): PhrasingContent[] {
  return inlinesToMdast(cell?.children ?? [], context).map((node) =>
    node.type === 'break' ? { type: 'html', value: '<br />' } : node,
  );
}
