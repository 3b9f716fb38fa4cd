/** The first rows of a table's text → the two rows of a head in which a text stands over several columns. */
import { itemAt } from '../../../../model/item-at.ts';
import { centreOf, stretchesBetween, unionOf } from '../../glyphs/geometry.ts';
import type { TextLine } from '../../lines/text-line.ts';
import type { MergedArea } from './merged-area.ts';
import { columnOf, columnsIn, type VisualRow } from './text-rows.ts';

/** Where a band of text is to be cut, and whether that is certain. */
export interface RowCuts {
  readonly cuts: readonly number[];
  readonly merged: readonly MergedArea[];
  readonly certain: boolean;
}

/** Ems by which a heading over several columns may miss their middle. */
const CENTRED_EMS = 1;

/** The rows of a band of text, told apart. */
export interface Settled {
  /** Rows of text, or lines of them. */
  readonly core: readonly VisualRow[];
  /** Labels that stand between two of those because they are set in the middle of a higher cell. */
  readonly floating: readonly VisualRow[];
}

/** The height halfway between two rows. */
export const middleBetween = (above: VisualRow, below: VisualRow): number => (above.bottom + below.top) / 2;

interface Span {
  readonly first: number;
  readonly last: number;
}

/** Each text of the lower row belongs to the heading that it is nearest to. */
function spansByNearness(above: VisualRow, below: VisualRow, columns: readonly number[]): readonly Span[] {
  const distance = (one: TextLine, other: TextLine): number =>
    Math.abs(centreOf(one.box) - centreOf(other.box));
  const under = Map.groupBy(below.segments, (segment) =>
    above.segments.reduce((best, each) => (distance(each, segment) < distance(best, segment) ? each : best)),
  );
  const spans = [...under.values()].map((own) => {
    const places = own.map((segment) => columnOf(segment, columns));
    return { first: Math.min(...places), last: Math.max(...places) };
  });
  return spans.filter(({ first, last }) => last > first);
}

/** Columns over whose middle a text of the upper row stands, where the lower row has two texts there at least. */
function headingSpans(
  above: VisualRow,
  below: VisualRow,
  columns: readonly number[],
  isCertain: boolean,
): readonly Span[] {
  if (isCertain) return spansByNearness(above, below, columns);
  const taken = columnsIn(above, columns);
  return above.segments.flatMap((heading): readonly Span[] => {
    const own = columnOf(heading, columns);
    const free = below.segments.filter((segment) => {
      const column = columnOf(segment, columns);
      return column === own || !taken.has(column);
    });
    for (let count = free.length; count >= 2; count--) {
      for (let from = 0; from + count <= free.length; from++) {
        const under = free.slice(from, from + count);
        const places = under.map((segment) => columnOf(segment, columns));
        const span = { first: itemAt(places, 0), last: itemAt(places, -1) };
        // Texts of one column are a name set wide.
        if (span.first === span.last || own < span.first || own > span.last) continue;
        if (isCentredOver(heading, under, span, columns)) return [span];
      }
    }
    return [];
  });
}

/** Whether a heading stands in the middle of the texts below it, or of their columns. */
function isCentredOver(
  heading: TextLine,
  under: readonly TextLine[],
  { first, last }: Span,
  columns: readonly number[],
): boolean {
  const stretches = stretchesBetween(columns);
  const middles = [
    centreOf(unionOf(under.map(({ box }) => box))),
    (itemAt(stretches, first).from + itemAt(stretches, last).to) / 2,
  ];
  return middles.some((x) => Math.abs(x - centreOf(heading.box)) <= CENTRED_EMS * heading.size);
}

/** The two rows of a head in which a text stands over several columns, or null where the first rows are none. */
export function cutHeadRows({ core, floating }: Settled, columns: readonly number[]): RowCuts | null {
  const [first, second, third] = core;
  if (first === undefined || second === undefined) return null;
  // Labels in the middle of both rows leave no other reading.
  const isCertain = floating.some((row) => row.top > first.top && row.bottom < second.bottom);
  const spans = headingSpans(first, second, columns, isCertain);
  const beside = new Set(
    floating.flatMap((row) => (row.top < second.bottom ? [...columnsIn(row, columns)] : [])),
  );
  const isWhole = ({ first: from, last: to }: Span): boolean =>
    ![...beside].some((at) => at >= from && at <= to);
  if (spans.length === 0 || !spans.every(isWhole)) return null;
  const middle = middleBetween(first, second);
  const [top, bottom] = [first.top, third === undefined ? second.bottom : middleBetween(second, third)];
  const single = columns
    .slice(1)
    .map((_, column) => column)
    .filter((column) => !spans.some((span) => column >= span.first && column <= span.last));
  return {
    cuts: third === undefined ? [middle] : [middle, bottom],
    merged: [
      ...spans.map((span) => ({ top, bottom: middle, firstColumn: span.first, lastColumn: span.last })),
      ...single.map((column) => ({ top, bottom, firstColumn: column, lastColumn: column })),
    ],
    certain: true,
  };
}
