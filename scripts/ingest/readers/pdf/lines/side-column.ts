/** A page → the narrow column beside its body (analysts, dates, key figures), which is never read into the body. */
import { quantile } from '../../../model/quantile.ts';
import type { Interval } from '../glyphs/geometry.ts';
import { bottomOf, coveredLength, rightOf } from '../glyphs/geometry.ts';
import type { GlyphRun, PageContent } from '../glyphs/page-content.ts';
import { crosses, extentOf, gapAround, medianSize } from './ink-rows.ts';
import type { Gutter, InkRow, SideColumn, Stretch } from './ink-rows.ts';

/** Shares of the page's width between which the column is wide; narrower are numbers and marks in the margin. */
const MIN_WIDTH = 0.15;
const MAX_WIDTH = 0.4;
/** Text beside it that is not this many times as wide makes both of them halves. */
const WIDER_BODY = 1.25;
/** The empty strip beside it is at least this wide, in ems of the page. */
const MIN_STRIP_EMS = 1;
/** So many rows at least make a column… */
const MIN_ROWS = 8;
/** …and stand beside so many rows of the body, which are often further apart. */
const MIN_BODY_ROWS = 5;
/** Its rows follow each other within these ems, usually and at most: the first cells of a table are further apart. */
const USUAL_LEADING_EMS = 2;
const MAX_GAP_EMS = 5;
/** This share of its rows begins at one left edge, within these ems. */
const MIN_EDGE_SHARE = 0.7;
const EDGE_EMS = 0.5;
/** Rows of a table stand on one baseline in all of its columns; text beside text does so by chance. */
const MAX_LEVEL_SHARE = 0.6;
/** Baselines within these points are one. */
const LEVEL_POINTS = 1;
/** The usual row of running text takes this share of its column; cells take less… */
const MIN_FILL = 0.75;
/** …and have gaps of these ems between them, in more than this share of the rows. */
const CELL_GAP_EMS = 2.5;
const MAX_GAPPED_SHARE = 0.2;
/** Steps in which the strip is looked for, in points. */
const STEP = 2;
/** Rules and the sides of boxes within these ems of its first or last row frame the column. */
const FRAME_SLACK_EMS = 2;
/** A rule over the strip covers this share of it; each cell may have a rule of its own. */
const MIN_RULED_SHARE = 0.8;

type Side = SideColumn['side'];

interface Found {
  readonly gutter: Gutter;
  readonly rows: number;
}

/** The gutter beside the side column that a page shows, null where it shows none; `ink` as `inkRows` gives it. */
export function findSideColumn(page: PageContent, ink: readonly InkRow[]): Gutter | null {
  const rows = ink.toSorted((a, b) => a.baseline - b.baseline);
  if (rows.length < MIN_ROWS) return null;
  const em = medianSize(page.runs);
  let best: Found | null = null;
  for (let x = MIN_WIDTH * page.width; x <= (1 - MIN_WIDTH) * page.width; x += STEP) {
    const side: Side = x < page.width / 2 ? 'left' : 'right';
    for (const strip of clearStrips(rows, x)) {
      for (const own of columnsIn(strip, side, { x, em })) {
        if (best !== null && own.length <= best.rows) continue;
        const gutter = judge({ page, strip, own, side, x, em });
        if (gutter !== null) best = { gutter, rows: own.length };
      }
    }
  }
  return best?.gutter ?? null;
}

/** The rows between those that cross `x`. */
function clearStrips(rows: readonly InkRow[], x: number): InkRow[][] {
  const strips: InkRow[][] = [];
  let from = 0;
  // Asked for every place where the column may end, mostly in vain: no list is made of a few rows.
  for (let to = 0; to <= rows.length; to++) {
    const row = rows[to];
    if (row !== undefined && !crosses(row.stretches, x)) continue;
    if (to - from >= MIN_ROWS) strips.push(rows.slice(from, to));
    from = to + 1;
  }
  return strips;
}

/** The ink of a row on one side. */
function inkOn({ stretches }: InkRow, side: Side, x: number): readonly Stretch[] {
  return stretches.filter(([from, to]) => (side === 'left' ? to <= x : from >= x));
}

/** Rows with ink on that side, in groups without a large gap: what stands alone at the foot is no part of a column. */
function columnsIn(
  strip: readonly InkRow[],
  side: Side,
  { x, em }: { readonly x: number; readonly em: number },
): InkRow[][] {
  const groups: InkRow[][] = [];
  for (const row of strip) {
    if (inkOn(row, side, x).length === 0) continue;
    const last = groups.at(-1)?.at(-1);
    if (last && row.baseline - last.baseline <= MAX_GAP_EMS * em) groups.at(-1)?.push(row);
    else groups.push([row]);
  }
  return groups.filter((group) => group.length >= MIN_ROWS);
}

interface Trial {
  readonly page: PageContent;
  readonly strip: readonly InkRow[];
  /** The rows of the column. */
  readonly own: readonly InkRow[];
  readonly side: Side;
  readonly x: number;
  readonly em: number;
}

function judge({ page, strip, own, side, x, em }: Trial): Gutter | null {
  const height = heightOf(own);
  const other: Side = side === 'left' ? 'right' : 'left';
  const beside = strip.filter(
    (row) => row.baseline >= height.from && row.baseline <= height.to && inkOn(row, other, x).length > 0,
  );
  if (beside.length < MIN_BODY_ROWS) return null;
  const extents = extentsOn(own, side, x);
  const body = extentsOn(beside, other, x);
  const gutter = gutterBetween(strip, x);
  const width = quantile(extents.map(widthOf), 0.9);
  const bodyWidth = quantile(body.map(widthOf), 0.9);
  const isHalf = bodyWidth < WIDER_BODY * width;
  const isColumn =
    width >= MIN_WIDTH * page.width &&
    width <= MAX_WIDTH * page.width &&
    gutter.right - gutter.left >= MIN_STRIP_EMS * em &&
    !isLevel(page, gutter, { side, height }) &&
    beginsAtEdge(extents, em) &&
    followsClosely(own, em) &&
    bodyWidth >= width &&
    (!isHalf || isRunningText(own, extents, em)) &&
    isRunningText(beside, body, em) &&
    !isRuled(page, gutter, {
      from: height.from + FRAME_SLACK_EMS * em,
      to: height.to - FRAME_SLACK_EMS * em,
    });
  return isColumn ? { ...gutter, sideColumn: { side, isHalf, height, clear: heightOf(strip) } } : null;
}

const widthOf = ([from, to]: Stretch): number => to - from;

function heightOf(rows: readonly InkRow[]): Interval {
  return { from: rows[0]?.baseline ?? 0, to: rows.at(-1)?.baseline ?? 0 };
}

function extentsOn(rows: readonly InkRow[], side: Side, x: number): Stretch[] {
  return rows.flatMap((row) => {
    const extent = extentOf(inkOn(row, side, x));
    return extent === null ? [] : [extent];
  });
}

/** The strip around `x` that no row of `rows` reaches into. */
function gutterBetween(rows: readonly InkRow[], x: number): Gutter {
  const gaps = rows.map(({ stretches }) => gapAround(stretches, x)).filter((gap) => gap !== 'crosses');
  return {
    left: Math.max(...gaps.map(({ left }) => left)),
    right: Math.min(...gaps.map(({ right }) => right)),
  };
}

/** Whether the rows of the column stand on baselines of the text beside it. */
function isLevel(
  { runs }: PageContent,
  gutter: Gutter,
  { side, height }: Pick<SideColumn, 'side' | 'height'>,
): boolean {
  const upright = runs.filter(({ rotation, vertical }) => rotation === 0 && !vertical);
  const isLeft = ({ box }: GlyphRun): boolean => rightOf(box) <= (gutter.left + gutter.right) / 2;
  const [own, beside] = [true, false].map((isOwn) =>
    upright
      .filter((run) => (isLeft(run) === (side === 'left')) === isOwn)
      .map(({ baseline }) => baseline)
      .filter((at) => at >= height.from - LEVEL_POINTS && at <= height.to + LEVEL_POINTS),
  );
  const rows = [...new Set(own)];
  const level = rows.filter((at) => beside?.some((other) => Math.abs(other - at) <= LEVEL_POINTS));
  return level.length > MAX_LEVEL_SHARE * rows.length;
}

function beginsAtEdge(extents: readonly Stretch[], em: number): boolean {
  const starts = extents.map(([from]) => from);
  const edge = quantile(starts, (1 - MIN_EDGE_SHARE) / 2);
  const near = starts.filter((start) => Math.abs(start - edge) <= EDGE_EMS * em);
  return near.length >= MIN_EDGE_SHARE * starts.length;
}

function followsClosely(rows: readonly InkRow[], em: number): boolean {
  const gaps = rows.slice(1).map(({ baseline }, index) => baseline - (rows[index]?.baseline ?? baseline));
  return quantile(gaps, 0.5) <= USUAL_LEADING_EMS * em;
}

/** Whether rows usually reach from edge to edge, with no gaps between cells. */
function isRunningText(rows: readonly InkRow[], extents: readonly Stretch[], em: number): boolean {
  const widths = extents.map(widthOf);
  if (quantile(widths, 0.5) < MIN_FILL * quantile(widths, 0.9)) return false;
  const [left, right] = [
    Math.min(...extents.map(([from]) => from)),
    Math.max(...extents.map(([, to]) => to)),
  ];
  const gapped = rows.filter(({ stretches }) => {
    const own = stretches.filter(([from, to]) => from >= left && to <= right);
    return own.some(
      ([from], index) => index > 0 && from - (own[index - 1]?.[1] ?? from) >= CELL_GAP_EMS * em,
    );
  });
  return gapped.length <= MAX_GAPPED_SHARE * rows.length;
}

/** Whether rules or the sides of painted boxes, end to end, run over the strip from one column to the other. */
function isRuled({ rulings, boxes }: PageContent, gutter: Gutter, { from, to }: Interval): boolean {
  const sides = boxes.flatMap(({ box }) =>
    [box.y, bottomOf(box)].map((at) => ({ at, from: box.x, to: rightOf(box) })),
  );
  const across = [...rulings.filter(({ direction }) => direction === 'horizontal'), ...sides].filter(
    (rule) => rule.at > from && rule.at < to && rule.from < gutter.right && rule.to > gutter.left,
  );
  const strip = { from: gutter.left, to: gutter.right };
  return across.some(({ at }) => {
    const level = across.filter((rule) => Math.abs(rule.at - at) <= LEVEL_POINTS);
    return coveredLength(level, strip) >= MIN_RULED_SHARE * (strip.to - strip.from);
  });
}
