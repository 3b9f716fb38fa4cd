/** Tables and figures → what is doubted of them: that they are ones, and that their cells are right. */
import type { DoubtId } from '../../../model/confidence.ts';
import type { Block, Figure, Table } from '../../../model/document.ts';

type Exhibit = Figure | Table;

/** The doubts about each table and figure of blocks that stand side by side, in reading order. */
export function judgeExhibits(blocks: readonly Block[]): ReadonlyMap<Exhibit, readonly DoubtId[]> {
  const numbers = new Map<string, number>();
  const exhibits = blocks.filter((block) => block.type === 'figure' || block.type === 'table');
  return new Map(
    exhibits.map((block) => [
      block,
      [...numberDoubts(block, numbers), ...(block.type === 'table' ? cellDoubts(block) : [])],
    ]),
  );
}

/** `图 3` follows `图 2`; `表 4-1` follows the last of chapter 3. */
function numberDoubts({ number }: Exhibit, last: Map<string, number>): DoubtId[] {
  if (number === '') return ['exhibit/no-caption'];
  const [, series = '', digits = ''] = /^(.*?)(\d+)$/u.exec(number) ?? [];
  if (digits === '') return [];
  const expected = (last.get(series) ?? 0) + 1;
  last.set(series, Number(digits));
  return Number(digits) === expected ? [] : ['exhibit/out-of-sequence'];
}

/** A table whose structure is uncertain asks for its picture: `asset` is there, null until it is drawn. */
function cellDoubts({ asset, headerRows }: Table): DoubtId[] {
  return [
    ...(asset === undefined ? [] : (['table/structure'] as const)),
    ...(headerRows === 0 ? (['table/no-header'] as const) : []),
  ];
}
