/** Runs → lines of text, with raised marks joined to their line and spaces resolved. */
import type { Box } from '../../../model/document.ts';
import { countInk } from '../../../genre/character-class.ts';
import { boxOfEdges, rightOf } from '../glyphs/geometry.ts';
import type { GlyphRun, LinkArea } from '../glyphs/page-content.ts';
import { spansOfRuns } from './line-spans.ts';
import type { TextLine } from './text-line.ts';

/** Baselines this near (in ems of the smaller size) are one line: producers set Latin a hair off the Chinese baseline. */
const SAME_BASELINE_EMS = 0.2;
/** A mark that is not on the baseline belongs to a line when it is at most this large beside it… */
const MAX_MARK_SIZE = 0.86;
/** …a number that stands alone on its height may even be larger (note marks of some producers)… */
const MAX_LONE_MARK_SIZE = 1.25;
const LONE_MARK = /^[\[［〔(（]?\d{1,3}[\]］〕)）]?$/u;
/** …when its baseline is raised or lowered by at most these many ems of the line… */
const MAX_RAISE_EMS = 0.75;
const MAX_DROP_EMS = 0.35;
/** …and when it stands at most this many ems of the line from another glyph of it. */
const MAX_MARK_GAP_EMS = 0.8;
/** Glyphs of the line's own size off its baseline (TeX's E, signs of a fallback font) fill a gap of it: so many at most… */
const MAX_FILLING_GLYPHS = 3;
/** …raised by at most these many ems, or lowered as a mark is… */
const MAX_SHIFT_EMS = 0.35;
/** …with both neighbours this near, in ems, over it or away from it. */
const MAX_FILLED_GAP_EMS = 0.3;
/** A gap of this many ems divides two lines on one baseline: columns, cells, a centred title beside a number. */
const COLUMN_GAP_EMS = 2.5;
/** Runs whose starts differ by less than this (in ems) stay in drawing order: squeezed punctuation may step back. */
const STEP_BACK_EMS = 0.25;

/** The lines that a mark may belong to are so many rows above and below it at most. */
const NEAR_ROWS = 3;

type Runs = [first: GlyphRun, ...others: GlyphRun[]];

interface Row {
  runs: Runs;
  size: number;
  baseline: number;
}

/**
 * Lines of the upright runs among `runs`, top to bottom, and from left to right on one baseline.
 * @param runs Runs of one page; turned and vertical ones are left out.
 * @param columnGapEms Gaps of at least this many ems divide a row; `Infinity` keeps rows whole.
 */
export function assembleLines(
  runs: readonly GlyphRun[],
  links: readonly LinkArea[] = [],
  columnGapEms = COLUMN_GAP_EMS,
): TextLine[] {
  const upright = runs.filter((run) => run.rotation === 0 && !run.vertical);
  const rows = joinMarks(groupByBaseline(upright));
  const lines = rows.flatMap((row) => splitRow(row, columnGapEms).map((part) => makeLine(part, links)));
  return lines.sort((a, b) => (sameRow(a, b) ? a.box.x - b.box.x : a.baseline - b.baseline) || a.id - b.id);
}

function sameRow(a: TextLine, b: TextLine): boolean {
  return Math.abs(a.baseline - b.baseline) <= SAME_BASELINE_EMS * Math.min(a.size, b.size);
}

function groupByBaseline(runs: readonly GlyphRun[]): Row[] {
  const sorted = [...runs].sort((a, b) => a.baseline - b.baseline || a.id - b.id);
  const rows: Row[] = [];
  // Runs come from the top: rows further above than the largest run reaches are never met again.
  const reach = SAME_BASELINE_EMS * sorted.reduce((largest, { size }) => Math.max(largest, size), 0);
  let near: Row[] = [];
  for (const run of sorted) {
    const row = near.findLast(
      (each) => Math.abs(run.baseline - each.baseline) <= SAME_BASELINE_EMS * Math.min(run.size, each.size),
    );
    if (row) addRun(row, run);
    else {
      const added = rowOf([run]);
      rows.push(added);
      near = [...near.filter(({ baseline }) => run.baseline - baseline <= reach), added];
    }
  }
  return rows;
}

function rowOf(runs: Runs): Row {
  const { size, baseline } = mainRun(runs);
  return {
    runs,
    size,
    baseline,
  };
}

function addRun(row: Row, run: GlyphRun): void {
  row.runs.push(run);
  if (run.size > row.size) {
    row.size = run.size;
    row.baseline = run.baseline;
  }
}

/** The first run of the size that most ink has. */
function mainRun(runs: Runs): GlyphRun {
  const ink = new Map<number, number>();
  for (const run of runs) ink.set(run.size, (ink.get(run.size) ?? 0) + countInk(run.texts.join('')));
  const [size] = [...ink].reduce((best, each) => (each[1] > best[1] ? each : best));
  return runs.find((run) => run.size === size) ?? runs[0];
}

/** Moves small raised or lowered runs into the row of the text that they stand beside. */
function joinMarks(rows: readonly Row[]): Row[] {
  const kept = new Set(rows);
  const joined = new Set<GlyphRun>();
  for (const [index, row] of rows.entries()) {
    const near = [
      ...rows.slice(Math.max(0, index - NEAR_ROWS), index),
      ...rows.slice(index + 1, index + 1 + NEAR_ROWS),
    ].filter((each) => kept.has(each));
    const rest: GlyphRun[] = [];
    // Marks that have come to this row stay with the text that they came to; where that leaves, they go along.
    const guestsLast = row.runs.toSorted((a, b) => Number(joined.has(a)) - Number(joined.has(b)));
    for (const run of guestsLast) {
      const stays = joined.has(run) && rest.length > 0;
      const host = stays ? null : findHost(near, row, run);
      if (host === null) rest.push(run);
      else {
        addRun(host, run);
        joined.add(run);
      }
    }
    const [first, ...others] = rest;
    if (first === undefined) kept.delete(row);
    else if (rest.length < row.runs.length) Object.assign(row, rowOf([first, ...others]));
  }
  return [...kept];
}

/** The row of `near` that a run of another row is a mark of, or null. */
function findHost(near: readonly Row[], own: Row, run: GlyphRun): Row | null {
  const hosts = near.filter((row) => {
    const raise = row.baseline - run.baseline;
    if (raise > MAX_RAISE_EMS * row.size || -raise > MAX_DROP_EMS * row.size) return false;
    if (run.size > maxMarkSize(run, own) * row.size)
      return raise <= MAX_SHIFT_EMS * row.size && fillsGap(run, row, own);
    return row.runs.some(
      (other) =>
        other.size > run.size / MAX_LONE_MARK_SIZE &&
        gapBetween(other.box, run.box) <= MAX_MARK_GAP_EMS * row.size,
    );
  });
  const distance = (row: Row): number => Math.abs(row.baseline - MAX_DROP_EMS * row.size - run.baseline);
  return hosts.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** Whether a few glyphs stand where a longer row has a gap for them. */
function fillsGap(run: GlyphRun, row: Row, own: Row): boolean {
  if (run.texts.length > MAX_FILLING_GLYPHS || run.size > MAX_LONE_MARK_SIZE * row.size) return false;
  if (countInk(textOfRuns(row.runs)) <= countInk(textOfRuns(own.runs))) return false;
  const reach = MAX_FILLED_GAP_EMS * row.size;
  const [from, to] = [run.box.x, rightOf(run.box)];
  const isFree = row.runs.every(({ box }) => rightOf(box) <= from + reach || box.x >= to - reach);
  const hasLeft = row.runs.some(({ box }) => Math.abs(rightOf(box) - from) <= reach);
  return isFree && hasLeft && row.runs.some(({ box }) => Math.abs(box.x - to) <= reach);
}

function textOfRuns(runs: Runs): string {
  return runs.map(({ texts }) => texts.join('')).join('');
}

function maxMarkSize(run: GlyphRun, own: Row): number {
  return own.runs.length === 1 && LONE_MARK.test(run.texts.join('').trim())
    ? MAX_LONE_MARK_SIZE
    : MAX_MARK_SIZE;
}

function gapBetween(a: Box, b: Box): number {
  return Math.max(0, a.x - (b.x + b.width), b.x - (a.x + a.width));
}

function splitRow(row: Row, columnGapEms: number): Runs[] {
  const parts: Runs[] = [];
  let right = -Infinity;
  for (const run of inReadingOrder(row.runs)) {
    const part = parts.at(-1);
    const gap = run.box.x - right;
    if (part === undefined || gap >= columnGapEms * Math.max(run.size, row.size * MAX_MARK_SIZE))
      parts.push([run]);
    else part.push(run);
    right = Math.max(right, run.box.x + run.box.width);
  }
  return parts;
}

function inReadingOrder(runs: readonly GlyphRun[]): GlyphRun[] {
  const order: GlyphRun[] = [];
  for (const run of runs.toSorted((a, b) => a.box.x - b.box.x || a.id - b.id)) {
    const before = order.at(-1);
    const stepsBack =
      before !== undefined &&
      run.id < before.id &&
      run.box.x - before.box.x < STEP_BACK_EMS * Math.min(run.size, before.size);
    if (stepsBack) order.splice(-1, 0, run);
    else order.push(run);
  }
  return order;
}

function makeLine(runs: Runs, links: readonly LinkArea[]): TextLine {
  const { size, baseline } = mainRun(runs);
  const { page, tag } = runs[0];
  const main = runs.filter((run) => run.size > MAX_MARK_SIZE * size);
  const spans = spansOfRuns(runs, size, baseline, links);
  const edges = main.map(({ box }) => [box.x, box.y, box.x + box.width, box.y + box.height] as const);
  const column = (index: 0 | 1 | 2 | 3): number[] => edges.map((edge) => edge[index]);
  return {
    id: Math.min(...runs.map((run) => run.id)),
    page,
    box: boxOfEdges([
      Math.min(...runs.map((run) => run.box.x)),
      Math.min(...column(1)),
      Math.max(...runs.map((run) => run.box.x + run.box.width)),
      Math.max(...column(3)),
    ]),
    baseline,
    size,
    spans,
    text: spans.map((span) => span.text).join(''),
    tag,
  };
}
