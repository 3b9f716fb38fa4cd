/** Tables of small pages put together by hand: their cells drawn, and what was read of them. */
import type { Table } from '../../scripts/ingest/model/document.ts';
import { inlineText } from '../../scripts/ingest/readers/pdf/lines/join-lines.ts';
import { regionsOf, words, type Drawing } from './drawn-page.ts';

type Words = NonNullable<Drawing['text']>;

/** The tables that are found on pages. */
export function tablesOf(...drawings: readonly Drawing[]): readonly Table[] {
  return regionsOf(...drawings).regions.flatMap((region) => (region.kind === 'table' ? [region.block] : []));
}

/** Rows as text: cells parted by `|`, spans in front as `2×1:` (rows × columns). */
export function rowsOf(table: Table | undefined): readonly string[] {
  return (table?.rows ?? []).map((row) =>
    row
      .map(({ children, rowSpan, columnSpan }) => {
        const span = rowSpan > 1 || columnSpan > 1 ? `${String(rowSpan)}×${String(columnSpan)}:` : '';
        return span + inlineText(children);
      })
      .join('|'),
  );
}

/** Words of a table at the given columns, one row every 20 points from the baseline 140. */
export function cells(
  rows: readonly (readonly string[])[],
  columns: readonly number[],
  top = 140,
  bold = true,
): Words {
  return rows.flatMap((row, index) =>
    row.flatMap((text, column) =>
      text === '' ? [] : [words(text, columns[column]!, top + 20 * index, 10.5, bold && index === 0)],
    ),
  );
}
