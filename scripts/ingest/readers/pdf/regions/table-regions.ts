/** Parts of tables → table regions: the block, what it answers for, and doubts about it. */
import type { Inline, PdfOrigin, Table, TableCell } from '../../../model/document.ts';
import type { Message } from '../../../model/messages.ts';
import { joinLines } from '../join-lines.ts';
import type { TextLine } from '../text-line.ts';
import { sourceInlines } from './attached-lines.ts';
import { captionInlines, plainInlines } from './caption-lines.ts';
import { boxFrom, rightOf, unionOf } from './geometry.ts';
import { countHeaderRows } from './header-rows.ts';
import { joinParts, type JoinedCell } from './join-parts.ts';
import type { TablePart } from './table-parts.ts';
import type { DroppedText, TableRegion } from './types.ts';

export interface TableResult {
  readonly region: TableRegion;
  readonly messages: readonly Message[];
}

/** Ids of the runs that lines are made of. */
export const runIdsOf = (lines: readonly TextLine[]): readonly number[] =>
  lines.flatMap(({ spans }) => spans.flatMap(({ runIds }) => runIds));

function dropped(
  lines: readonly TextLine[],
  kind: DroppedText['kind'],
  reason: string,
): readonly DroppedText[] {
  return [...Map.groupBy(lines, ({ page }) => page).entries()].map(([page, own]) => ({
    kind,
    reason,
    page,
    box: unionOf(own.map(({ box }) => box)),
    text: own.map(({ text }) => text).join(' '),
    runIds: [...new Set(runIdsOf(own))],
  }));
}

/** A mark at the first text on each further page; `marked` remembers which pages have theirs. */
function cellInlines(
  lines: readonly TextLine[],
  isHeader: boolean,
  labels: readonly string[],
  marked: Set<number>,
): readonly Inline[] {
  const pages = [...Map.groupBy(lines, ({ page }) => page).entries()];
  const markOf = (page: number): readonly Inline[] => {
    if (marked.has(page)) return [];
    marked.add(page);
    return [{ type: 'pageMark', page, label: labels[page - 1] ?? '' }];
  };
  if (pages.length <= 1) {
    const mark = pages.length === 0 ? [] : markOf(pages[0]![0]);
    return [...mark, ...(isHeader ? plainInlines(lines) : joinLines(lines))];
  }
  const first = markOf(pages[0]![0]);
  const whole = joinLines(lines, { labels });
  const kept = whole.filter((inline) => inline.type !== 'pageMark' || markOf(inline.page).length > 0);
  return [...first, ...kept];
}

function cellsOf(
  rows: readonly (readonly JoinedCell[])[],
  headerRows: number,
  firstPage: number,
  labels: readonly string[],
): readonly (readonly TableCell[])[] {
  const marked = new Set([firstPage]);
  return rows.map((row, index) =>
    row.map(({ lines, columnSpan, rowSpan }) => ({
      children: cellInlines(lines, index < headerRows, labels, marked),
      columnSpan,
      rowSpan,
    })),
  );
}

function partBox({ draft, caption, attached, marks }: TablePart): TableRegion['parts'][number] {
  const lines = [...(caption?.lines ?? []), ...attached, ...marks];
  return { page: draft.page, box: unionOf([draft.box, ...lines.map(({ box }) => box)]) };
}

function originOf({ draft }: TablePart, labels: readonly string[]): PdfOrigin {
  const { box, page } = draft;
  return {
    kind: 'pdf',
    page,
    label: labels[page - 1] ?? '',
    box: boxFrom(box.x, box.y, rightOf(box), box.y + box.height),
  };
}

function doubtsOf(block: Table, parts: readonly TablePart[]): readonly Message[] {
  if (parts.every(({ draft }) => draft.certain)) return [];
  const name = block.number === '' ? `The table on page ${String(parts[0]!.draft.page)}` : block.number;
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
  const first = parts[0]!;
  const headerRows = countHeaderRows(first.draft);
  const { rows, repeated } = joinParts(
    parts.map(({ draft }) => draft),
    headerRows,
  );
  const caption = first.caption;
  const block: Table = {
    type: 'table',
    number: caption?.number ?? '',
    caption: caption === undefined ? [] : captionInlines(caption),
    source: sourceInlines(parts.flatMap(({ attached }) => attached)),
    headerRows,
    rows: cellsOf(rows, headerRows, first.draft.page, labels),
    origins: parts.map((part) => originOf(part, labels)),
  };
  const again = parts.slice(1).flatMap((part) => [...part.marks, ...(part.caption?.lines ?? [])]);
  const name = block.number === '' ? 'a table' : block.number;
  const all = parts.flatMap((part) => [...part.attached, ...part.marks, ...(part.caption?.lines ?? [])]);
  const region: TableRegion = {
    kind: 'table',
    parts: parts.map(partBox),
    runIds: new Set([...parts.flatMap(({ draft }) => draft.runs.map(({ id }) => id)), ...runIdsOf(all)]),
    block,
    dropped: [
      ...dropped(repeated, 'header', `Header rows of ${name}, printed again on this page.`),
      ...dropped(again, 'header', `The mark that ${name} goes on here.`),
    ],
  };
  return { region, messages: doubtsOf(block, parts) };
}
