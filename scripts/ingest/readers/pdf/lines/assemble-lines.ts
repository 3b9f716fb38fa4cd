/** Runs → lines of text, with raised marks joined to their line and spaces resolved. */
import type { Box } from '../../../model/document.ts';
import { countInk } from '../../../genre/character-class.ts';
import { boxOfEdges } from '../glyphs/geometry.ts';
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
/** A gap of this many ems divides two lines on one baseline: columns, cells, a centred title beside a number. */
const COLUMN_GAP_EMS = 2.5;
/** Runs whose starts differ by less than this (in ems) stay in drawing order: squeezed punctuation may step back. */
const STEP_BACK_EMS = 0.25;

interface Row {
  runs: GlyphRun[];
  size: number;
  baseline: number;
  left: number;
  right: number;
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
  for (const run of sorted) {
    const row = rows.findLast(
      (each) => Math.abs(run.baseline - each.baseline) <= SAME_BASELINE_EMS * Math.min(run.size, each.size),
    );
    if (row && run.baseline - rows.at(-1)!.baseline <= run.size) addRun(row, run);
    else rows.push(rowOf([run]));
  }
  return rows;
}

function rowOf(runs: GlyphRun[]): Row {
  const size = mainSize(runs);
  const main = runs.find((run) => run.size === size) ?? runs[0]!;
  return {
    runs,
    size,
    baseline: main.baseline,
    left: Math.min(...runs.map((run) => run.box.x)),
    right: Math.max(...runs.map((run) => run.box.x + run.box.width)),
  };
}

function addRun(row: Row, run: GlyphRun): void {
  row.runs.push(run);
  row.left = Math.min(row.left, run.box.x);
  row.right = Math.max(row.right, run.box.x + run.box.width);
  if (run.size > row.size) {
    row.size = run.size;
    row.baseline = run.baseline;
  }
}

/** The size that most ink has. */
function mainSize(runs: readonly GlyphRun[]): number {
  const ink = new Map<number, number>();
  for (const run of runs) ink.set(run.size, (ink.get(run.size) ?? 0) + countInk(run.texts.join('')));
  return [...ink].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

/** Moves small raised or lowered runs into the row of the text that they stand beside. */
function joinMarks(rows: readonly Row[]): Row[] {
  const kept = new Set(rows);
  rows.forEach((row, index) => {
    const rest: GlyphRun[] = [];
    for (const run of row.runs) {
      const host = findHost(rows, index, kept, run);
      if (host) addRun(host, run);
      else rest.push(run);
    }
    if (rest.length === 0) kept.delete(row);
    else if (rest.length < row.runs.length) Object.assign(row, rowOf(rest));
  });
  return [...kept];
}

function findHost(rows: readonly Row[], index: number, kept: ReadonlySet<Row>, run: GlyphRun): Row | null {
  const near = [...rows.slice(Math.max(0, index - 3), index), ...rows.slice(index + 1, index + 4)];
  const hosts = near.filter((row) => {
    if (!kept.has(row) || run.size > maxMarkSize(run, rows[index]!) * row.size) return false;
    const raise = row.baseline - run.baseline;
    if (raise > MAX_RAISE_EMS * row.size || -raise > MAX_DROP_EMS * row.size) return false;
    return row.runs.some(
      (other) =>
        other.size > run.size / MAX_LONE_MARK_SIZE &&
        gapBetween(other.box, run.box) <= MAX_MARK_GAP_EMS * row.size,
    );
  });
  const distance = (row: Row): number => Math.abs(row.baseline - MAX_DROP_EMS * row.size - run.baseline);
  return hosts.length === 0
    ? null
    : hosts.reduce((best, row) => (distance(row) < distance(best) ? row : best));
}

function maxMarkSize(run: GlyphRun, own: Row): number {
  return own.runs.length === 1 && LONE_MARK.test(run.texts.join('').trim())
    ? MAX_LONE_MARK_SIZE
    : MAX_MARK_SIZE;
}

function gapBetween(a: Box, b: Box): number {
  return Math.max(0, a.x - (b.x + b.width), b.x - (a.x + a.width));
}

function splitRow(row: Row, columnGapEms: number): GlyphRun[][] {
  const parts: GlyphRun[][] = [];
  let right = -Infinity;
  for (const run of inReadingOrder(row.runs)) {
    const gap = run.box.x - right;
    if (parts.length === 0 || gap >= columnGapEms * Math.max(run.size, row.size * MAX_MARK_SIZE))
      parts.push([]);
    parts.at(-1)!.push(run);
    right = Math.max(right, run.box.x + run.box.width);
  }
  return parts;
}

function inReadingOrder(runs: readonly GlyphRun[]): GlyphRun[] {
  const sorted = [...runs].sort((a, b) => a.box.x - b.box.x || a.id - b.id);
  for (let index = 1; index < sorted.length; index++) {
    const [before, run] = [sorted[index - 1]!, sorted[index]!];
    if (run.id < before.id && run.box.x - before.box.x < STEP_BACK_EMS * Math.min(run.size, before.size)) {
      sorted[index - 1] = run;
      sorted[index] = before;
    }
  }
  return sorted;
}

function makeLine(runs: readonly GlyphRun[], links: readonly LinkArea[]): TextLine {
  const size = mainSize(runs);
  const main = runs.filter((run) => run.size > MAX_MARK_SIZE * size);
  const baseline = main.find((run) => run.size === size)!.baseline;
  const spans = spansOfRuns(runs, size, baseline, links);
  const edges = main.map(({ box }) => [box.x, box.y, box.x + box.width, box.y + box.height] as const);
  const column = (index: 0 | 1 | 2 | 3): number[] => edges.map((edge) => edge[index]);
  return {
    id: Math.min(...runs.map((run) => run.id)),
    page: runs[0]!.page,
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
    tag: runs[0]!.tag,
  };
}
