/** The data of a table for spreadsheets. */
import type { APIRoute } from 'astro';
import type { Table } from '../../../lib/book/model.ts';
import { textOfInlines } from '../../../lib/book/text-of.ts';
import { fillGrid } from '../../../lib/table/grid.ts';
import { formatCsv } from '../../../lib/table/write-table.ts';
import { tableFiles } from '../../../queries/exhibit-files.ts';

export async function getStaticPaths() {
  return (await tableFiles()).map(({ report, exhibit }) => ({
    params: { report: report.id, id: exhibit.id },
    props: { table: exhibit },
  }));
}

export const GET: APIRoute<{ table: Table }> = ({ props: { table } }) => {
  const rows = table.rows.map((row) =>
    row.map(({ children, columnSpan, rowSpan }) => ({ text: textOfInlines(children), columnSpan, rowSpan })),
  );
  return new Response(formatCsv(fillGrid(rows)), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
};
