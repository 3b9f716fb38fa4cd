/** The text of a table → the white stretches between its columns, from left to right. */
import { neighbours } from '../../../../model/neighbours.ts';
import { median } from '../../../../model/quantile.ts';
import { isListMarker } from '../../lines/list-markers.ts';
import type { TextLine } from '../../lines/text-line.ts';
import { acrossOf, centreOf, stretchesBetween, type Interval } from '../../glyphs/geometry.ts';
import { visualRows, type VisualRow } from './text-rows.ts';

/** Rows with this share of the most cells that any row has tell the columns; merged rows and wrapped lines do not. */
const TYPICAL_ROW_SHARE = 0.6;

/** Share of the typical rows that may cross a gap between two columns. */
const MAX_GAP_CROSSING = 0.17;

/** Ems that a gap between two columns is wide at least: more than the widest space of justified text. */
const MIN_GAP_EMS = 0.55;

/** Texts that a column needs where the table has a few rows at least: one may be a heading that stands apart. */
const MIN_COLUMN_TEXTS = 2;

interface Stretch extends Interval {
  /** Number of texts that cross it. */
  readonly crossing: number;
}

/** The width of the rows in stretches that the same texts cross. */
function stretchesOf(rows: readonly VisualRow[]): readonly Stretch[] {
  const texts = rows.flatMap((row) => row.segments.map(({ box }) => acrossOf(box)));
  const stops = [...new Set(texts.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  return stretchesBetween(stops).map(({ from, to }) => {
    const middle = (from + to) / 2;
    return { from, to, crossing: texts.filter((text) => text.from < middle && text.to > middle).length };
  });
}

/** Neighbouring stretches as one. */
function merged(stretches: readonly Interval[]): readonly Interval[] {
  const found: { from: number; to: number }[] = [];
  for (const { from, to } of stretches) {
    const last = found.at(-1);
    if (last && from - last.to < 0.01) last.to = to;
    else found.push({ from, to });
  }
  return found;
}

const widthOf = ({ from, to }: Interval): number => to - from;

/** The widest part of a gap that the fewest of all texts cross: wrapped lines stand in no typical row. */
function narrowed(gap: Interval, rows: readonly VisualRow[]): Interval {
  const inside = stretchesOf(rows).filter(({ from, to }) => from >= gap.from - 0.01 && to <= gap.to + 0.01);
  if (inside.length === 0) return gap;
  const least = Math.min(...inside.map(({ crossing }) => crossing));
  return merged(inside.filter(({ crossing }) => crossing === least)).reduce((best, each) =>
    widthOf(each) > widthOf(best) ? each : best,
  );
}

/** Drops gaps beside which hardly any text stands: what they part is no column. */
function withColumns(gaps: readonly Interval[], rows: readonly VisualRow[]): readonly Interval[] {
  if (gaps.length === 0) return gaps;
  const middles = rows.flatMap((row) => row.segments.map(({ box }) => centreOf(box)));
  const least = rows.length > MIN_COLUMN_TEXTS ? MIN_COLUMN_TEXTS : 1;
  const ends = [-Infinity, ...gaps.map(({ from, to }) => (from + to) / 2), Infinity];
  const empty = stretchesBetween(ends).findIndex(
    ({ from, to }) => middles.filter((x) => x > from && x < to).length < least,
  );
  if (empty < 0) return gaps;
  const beside = [gaps[empty - 1], gaps[empty]].filter((gap) => gap !== undefined);
  const narrowest = beside.reduce((best, gap) => (widthOf(gap) < widthOf(best) ? gap : best));
  return withColumns(
    gaps.filter((gap) => gap !== narrowest),
    rows,
  );
}

/** The middle one of the sizes: tables are set smaller than the body. */
function textSize(segments: readonly TextLine[]): number {
  return median(segments.map(({ size }) => size));
}

/** Stretches between the columns that hardly any text crosses, from left to right. */
export function columnGaps(segments: readonly TextLine[]): readonly Interval[] {
  const rows = visualRows(segments);
  const most = Math.max(0, ...rows.map((row) => row.segments.length));
  if (most < 2) return [];
  const typical = rows.filter(
    (row) => row.segments.length >= TYPICAL_ROW_SHARE * most && row.segments.length > 1,
  );
  const tolerance = Math.floor(MAX_GAP_CROSSING * typical.length);
  const free = merged(stretchesOf(typical).filter(({ crossing }) => crossing <= tolerance));
  const wide = free.filter((gap) => widthOf(gap) >= MIN_GAP_EMS * textSize(segments));
  const gaps = withColumns(
    wide.map((gap) => narrowed(gap, rows)),
    rows,
  );
  const all = [...gaps, ...gapsBelowHead(rows, gaps)].sort((a, b) => a.from - b.from);
  return all.filter((gap, index) => !partsMarksFromItems(gap, all[index - 1], segments));
}

const middleOfStretch = ({ from, to }: Interval): number => (from + to) / 2;

/** The gaps within columns over which several texts of the head stand: where such a text is wide, it may reach over the gap. */
function gapsBelowHead(rows: readonly VisualRow[], gaps: readonly Interval[]): readonly Interval[] {
  const columns = stretchesBetween([-Infinity, ...gaps.map(middleOfStretch), Infinity]);
  return columns.flatMap(({ from, to }) => {
    const [head = [], ...body] = rows.map(({ segments }) =>
      segments
        .map(({ box }) => acrossOf(box))
        .filter((text) => middleOfStretch(text) > from && middleOfStretch(text) < to),
    );
    const least = MIN_GAP_EMS * textSize(rows.flatMap(({ segments }) => segments));
    return neighbours(head).flatMap(([left, right]) => gapBelow(left, right, body.flat(), least));
  });
}

/** The gap between the texts below two heads, as far from those heads as it allows; none where they do not stand apart. */
function gapBelow(
  left: Interval,
  right: Interval,
  below: readonly Interval[],
  least: number,
): readonly Interval[] {
  const between = (middleOfStretch(left) + middleOfStretch(right)) / 2;
  const [before, behind] = [false, true].map((isBehind) =>
    below.filter((text) => middleOfStretch(text) > between === isBehind),
  );
  const end = Math.max(...(before ?? []).map(({ to }) => to));
  const start = Math.min(...(behind ?? []).map(({ from }) => from));
  if (!Number.isFinite(start - end) || start - end < least) return [];
  return [{ from: Math.max(end, Math.min(left.to, start)), to: Math.min(start, Math.max(right.from, end)) }];
}

/** Whether all texts between two gaps are marks of list items (1. 2.): they belong to the texts behind them. */
function partsMarksFromItems(
  gap: Interval,
  before: Interval | undefined,
  segments: readonly TextLine[],
): boolean {
  const from = before?.to ?? -Infinity;
  const own = segments.filter(({ box }) => centreOf(box) > from && centreOf(box) < gap.from);
  return own.length > 0 && own.every(({ text }) => isListMarker(text));
}
