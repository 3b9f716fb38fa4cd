/** Parts of tables → table regions: the block, what it answers for, and doubts about it. */
import type { Inline, PdfOrigin, Table, TableCell } from '../../../../model/document.ts';
import { itemAt } from '../../../../model/item-at.ts';
import type { Message } from '../../../../model/messages.ts';
import { joinLines } from '../../lines/join-lines.ts';
import { runIdsOf } from '../../lines/run-ids.ts';
import type { TextLine } from '../../lines/text-line.ts';
import { sourceInlines } from '../captions/attached-lines.ts';
import { columnWidths, splitAtBreaks } from './cell-breaks.ts';
import { captionInlines, captionTrimmings, plainInlines } from '../captions/caption-lines.ts';
import { bottomOf, boxFrom, rightOf, unionOf } from '../../glyphs/geometry.ts';
import { countHeaderRows } from './header-rows.ts';
import { joinParts, type JoinedCell } from './join-parts.ts';
import { runIdsOfPart, type TablePart } from './table-parts.ts';
import type { DroppedText, TableRegion } from '../types.ts';

export interface TableResult {
  readonly region: TableRegion;
  readonly messages: readonly Message[];
}

/** What is printed again is no running head: it belongs to its table, and is said there once. */
function dropped(lines: readonly TextLine[], reason: string): readonly DroppedText[] {
  return [...Map.groupBy(lines, ({ page }) => page).entries()].map(([page, own]) => ({
    kind: 'other',
    reason,
    page,
    box: unionOf(own.map(({ box }) => box)),
    text: own.map(({ text }) => text).join(' '),
    runIds: runIdsOf(own),
  }));
}

/** The inlines of cells, with a mark at the first text on each further page. */
class CellWriter {
  readonly #labels: readonly string[];
  readonly #widths: ReadonlyMap<number, number>;
  readonly #marked: Set<number>;

  constructor(labels: readonly string[], widths: ReadonlyMap<number, number>, firstPage: number) {
    this.#labels = labels;
    this.#widths = widths;
    this.#marked = new Set([firstPage]);
  }

  write({ lines, column, columnSpan }: JoinedCell, isHeader: boolean): readonly Inline[] {
    const groups = isHeader || columnSpan > 1 ? [lines] : splitAtBreaks(lines, this.#widths.get(column) ?? 0);
    const texts = groups.map((group) =>
      (isHeader ? plainInlines(group) : joinLines(group, { labels: this.#labels })).filter(
        (inline) => inline.type !== 'pageMark' || this.#markOf(inline.page).length > 0,
      ),
    );
    const first = lines.slice(0, 1).flatMap(({ page }) => this.#markOf(page));
    const broken = texts.flatMap((text, index): readonly Inline[] =>
      index === 0 ? text : [{ type: 'break' }, ...text],
    );
    return [...first, ...broken];
  }

  #markOf(page: number): readonly Inline[] {
    if (this.#marked.has(page)) return [];
    this.#marked.add(page);
    return [{ type: 'pageMark', page, label: this.#labels[page - 1] ?? '' }];
  }
}

function partBoxes({ draft, caption, attached, marks, carried = [] }: TablePart): TableRegion['parts'] {
  const lines = [...(caption?.lines ?? []), ...attached, ...marks];
  const own = { page: draft.page, box: unionOf([draft.box, ...lines.map(({ box }) => box)]) };
  const [first] = carried;
  if (first === undefined) return [own];
  return [own, { page: first.page, box: unionOf(carried.map(({ box }) => box)) }];
}

function originOf({ draft }: TablePart, labels: readonly string[]): PdfOrigin {
  const { box, page } = draft;
  return {
    kind: 'pdf',
    page,
    label: labels[page - 1] ?? '',
    box: boxFrom(box.x, box.y, rightOf(box), bottomOf(box)),
  };
}

function doubtsOf(block: Table, parts: readonly TablePart[]): readonly Message[] {
  if (parts.every(({ draft }) => draft.certain)) return [];
  const name =
    block.number === '' ? `The table on page ${String(itemAt(parts, 0).draft.page)}` : block.number;
  const origin = block.origins[0];
  return [
    {
      ruleId: 'pdf/table-structure',
      severity: 'warning',
      reason: `${name}: where its rows end is not certain, because neither rules nor white space part them.`,
      hint: 'Compare the table with its picture, which is kept beside it.',
      ...(origin === undefined ? {} : { origin }),
    },
  ];
}

/** Makes the region of one table out of its parts. */
export function tableRegion(parts: readonly TablePart[], labels: readonly string[]): TableResult {
  const first = itemAt(parts, 0);
  const headerRows = countHeaderRows(first.draft);
  const { rows, repeated } = joinParts(
    parts.map(({ draft }) => draft),
    headerRows,
  );
  const caption = first.caption;
  const writer = new CellWriter(labels, columnWidths(rows), first.draft.page);
  const block: Table = {
    type: 'table',
    number: caption?.number ?? '',
    caption: caption === undefined ? [] : captionInlines(caption),
    source: sourceInlines(parts.flatMap(({ attached, carried = [] }) => [...attached, ...carried])),
    headerRows,
    rows: rows.map((row, index) =>
      row.map((cell): TableCell => {
        const { columnSpan, rowSpan } = cell;
        return { children: writer.write(cell, index < headerRows), columnSpan, rowSpan };
      }),
    ),
    origins: parts.map((part) => originOf(part, labels)),
    // Asks for a picture (see `crops.ts`): the cells may be read wrongly.
    ...(parts.every(({ draft }) => draft.certain) ? {} : { asset: null }),
  };
  const again = parts.slice(1).flatMap((part) => [...part.marks, ...(part.caption?.lines ?? [])]);
  const name = block.number === '' ? 'a table' : block.number;
  const region: TableRegion = {
    kind: 'table',
    parts: parts.flatMap(partBoxes),
    runIds: new Set(parts.flatMap(runIdsOfPart)),
    block,
    dropped: [
      ...(caption === undefined ? [] : captionTrimmings(caption)),
      ...dropped(repeated, `Header rows of ${name}, printed again on this page.`),
      ...dropped(again, `The mark that ${name} goes on here.`),
    ],
  };
  return { region, messages: doubtsOf(block, parts) };
}
