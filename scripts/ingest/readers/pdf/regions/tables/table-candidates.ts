/** The lattices of a page → its framed areas, told apart: tables, single rows, frames around text; drawings left out. */
import type { Box } from '../../../../model/document.ts';
import type { GlyphRun } from '../../glyphs/page-content.ts';
import type { TextLine } from '../../lines/text-line.ts';
import { captionBeside, linesBetween, MAX_CAPTION_GAP_EMS } from '../captions/caption-beside.ts';
import { isAttachedLine } from '../../../../genre/captions.ts';
import { draftTable, tableSegments, type DraftTable } from './draft-table.ts';
import {
  acrossOf,
  bottomOf,
  boxFrom,
  grown,
  holdsMiddle,
  overlapOf,
  rightOf,
  touches,
} from '../../glyphs/geometry.ts';
import { isTooFine, joinLattices, type Lattice } from './lattice.ts';
import type { PageView } from '../page-view.ts';
import { withOpenRows, withOuterRows } from './outer-rows.ts';
import { isProse } from '../prose.ts';

/** Parts of one table that do not touch (rules, stripes) have the same sides within these ems. */
const SAME_SIDE_EMS = 0.7;

/** Parts of one table with one common side have this share of their widths in common. */
const MIN_COMMON_SHARE = 0.6;

/** Ems between two parts of a table with nothing between them at most. */
const MAX_EMPTY_GAP_EMS = 2.5;

/** So many lines that span this share of the width between two rules are running text. */
const MIN_RUNNING_LINES = 3;
const RUNNING_WIDTH_SHARE = 0.8;

/** Share of its cells that a table fills with text at least; a chart's grid is nearly empty. */
const MIN_FILLED_SHARE = 0.4;

/** Paths and pictures inside a grid that make it a chart. */
const MAX_DRAWN_PARTS = 3;

/** Ems by which text may stand outside of its table's outermost edges. */
const TEXT_SLACK_EMS = 0.25;

export interface Candidate {
  /** `strip`: one row of cells, a table only where it goes on with one on the page before. */
  readonly kind: 'table' | 'strip' | 'frame';
  readonly lattice: Lattice;
  readonly draft: DraftTable;
}

/** Text that stands in `box`, grown a little. */
export function runsIn(view: PageView, box: Box): readonly GlyphRun[] {
  const area = grown(box, TEXT_SLACK_EMS * view.em);
  return view.runs.filter((run) => holdsMiddle(area, run.box));
}

function areOneTable(view: PageView, above: Box, below: Box, isPainted: boolean): boolean {
  const slack = SAME_SIDE_EMS * view.em;
  const sides = [above.x - below.x, rightOf(above) - rightOf(below)].filter(
    (by) => Math.abs(by) <= slack,
  ).length;
  const between = linesBetween(view, above, below);
  // Stripes and rules beside a merged cell may end at it, so one common side is enough where text goes on between.
  if (sides === 0 || (sides === 1 && !isPainted && between.length === 0)) return false;
  if (
    sides === 1 &&
    Math.min(above.width, below.width) < MIN_COMMON_SHARE * Math.max(above.width, below.width)
  )
    return false;
  if (between.length === 0) return below.y - bottomOf(above) <= MAX_EMPTY_GAP_EMS * view.em;
  const captionLines = new Set(view.captions.flatMap(({ lines }) => lines));
  const ends = (line: TextLine): boolean =>
    captionLines.has(line) || isAttachedLine(line.text) || isProse(line, view);
  return !between.some(ends) && !holdsRunningText(view, above, below);
}

/** Whether lines of text run from side to side between two rules, in whatever size: no row of cells does. */
function holdsRunningText(view: PageView, above: Box, below: Box): boolean {
  const { x, width } = above.width < below.width ? above : below;
  const between = boxFrom(x, bottomOf(above), x + width, Math.max(bottomOf(above), below.y));
  const segments = tableSegments(view.runs.filter((run) => holdsMiddle(between, run.box)));
  const wide = segments.filter((segment) => segment.box.width >= RUNNING_WIDTH_SHARE * width);
  return wide.length >= MIN_RUNNING_LINES;
}

/** Ruled on both sides: complete by itself. */
function isClosed({ box, edges }: Lattice): boolean {
  return [box.x, rightOf(box)].every((side) =>
    edges.some(
      ({ direction, soft, at, from, to }) =>
        direction === 'vertical' && !soft && Math.abs(at - side) < 2 && to - from > box.height / 2,
    ),
  );
}

/** Leaves out lone rules right above or below a table that is complete by itself: they are ornaments of the page. */
function withoutOrnaments(lattices: readonly Lattice[], em: number): readonly Lattice[] {
  const closed = lattices.filter(isClosed);
  const isBeside = ({ box }: Lattice, table: Lattice): boolean =>
    overlapOf(acrossOf(box), acrossOf(table.box)) > 0 &&
    (Math.abs(table.box.y - bottomOf(box)) <= em || Math.abs(box.y - bottomOf(table.box)) <= em);
  return lattices.filter(
    (lattice) => lattice.edges.length > 1 || !closed.some((table) => isBeside(lattice, table)),
  );
}

/** Lattices that belong to one table (rules above each other, stripes, part rules) as one. */
export function stackLattices(view: PageView, lattices: readonly Lattice[]): readonly Lattice[] {
  const stacks: Lattice[] = [];
  for (const lattice of withoutOrnaments(lattices, view.em)) {
    const host = stacks.findLast((stack) => {
      if (isClosed(stack) && isClosed(lattice)) return false;
      const isPainted = [...stack.edges, ...lattice.edges].every(({ soft }) => soft);
      return areOneTable(view, stack.box, lattice.box, isPainted);
    });
    if (host === undefined) stacks.push(lattice);
    else stacks[stacks.indexOf(host)] = joinLattices([host, lattice]);
  }
  const inside = (lattice: Lattice): Lattice | undefined =>
    stacks.find(
      (stack) =>
        stack !== lattice &&
        stack.box.width > lattice.box.width &&
        stack.box.height > lattice.box.height &&
        touches(stack.box, lattice.box) &&
        holdsMiddle(stack.box, lattice.box),
    );
  const hosts = stacks.filter((stack) => inside(stack) === undefined);
  return hosts.map((host) => joinLattices([host, ...stacks.filter((stack) => inside(stack) === host)]));
}

/** Paths, pictures and painted boxes without text make a grid a chart. */
function isDrawing(view: PageView, box: Box): boolean {
  const isLarge = (part: Box): boolean => part.width > view.em / 2 && part.height > view.em / 2;
  const drawn = [...view.graphics.paths, ...view.graphics.images].filter((part) =>
    holdsMiddle(box, part.box),
  );
  if (drawn.filter((part) => isLarge(part.box)).length > MAX_DRAWN_PARTS) return true;
  const painted = view.graphics.boxes.filter((part) => holdsMiddle(box, part.box) && isLarge(part.box));
  // Text that was taken for a running head counts as well: the head of a table may look like one.
  const empty = painted.filter((part) => !view.content.runs.some((run) => holdsMiddle(part.box, run.box)));
  return empty.length > MAX_DRAWN_PARTS && empty.length > painted.length / 2;
}

/** A figure's caption above or below, with nothing but labels between. */
function isBesideFigure(view: PageView, box: Box): boolean {
  return view.captions.some((caption) => {
    if (caption.kind !== 'figure' || overlapOf(acrossOf(caption.box), acrossOf(box)) === 0) return false;
    const isAbove = caption.box.y < box.y;
    const [upper, lower] = isAbove ? [caption.box, box] : [box, caption.box];
    const between = linesBetween(view, upper, lower).filter((line) => !caption.lines.includes(line));
    const text = between.reduce((sum, line) => sum + 1.5 * line.box.height, 0);
    return (
      lower.y - bottomOf(upper) - text <= MAX_CAPTION_GAP_EMS * view.em &&
      !between.some((line) => isProse(line, view))
    );
  });
}

function filledShare({ rows }: DraftTable): number {
  const cells = rows.flat();
  return cells.filter(({ lines }) => lines.length > 0).length / Math.max(1, cells.length);
}

/** Makes a draft of what stands in `box`. */
export function draftOf(view: PageView, lattice: Lattice, box: Box): DraftTable {
  return draftTable({
    page: view.page,
    box,
    edges: lattice.edges,
    boxes: view.graphics.boxes,
    runs: runsIn(view, box),
    links: view.content.links,
    em: view.em,
  });
}

/**
 * What an area is by its lines and its text; undefined where it is neither.
 * @param others Areas into which it does not grow.
 */
export function judgeLattice(
  view: PageView,
  lattice: Lattice,
  others: readonly Box[],
): Candidate | undefined {
  if (lattice.box.width < 3 * view.em || lattice.box.height < view.em || isTooFine(lattice, view.em))
    return undefined;
  const first = draftOf(view, lattice, lattice.box);
  if (first.runs.length === 0) return undefined;
  const box = withOpenRows(view, withOuterRows(view, first, others), first, others);
  const draft = box === lattice.box ? first : draftOf(view, lattice, box);
  const [rows, columns] = [draft.rows.length, draft.columnEnds.length - 1];
  if (columns === 1) return { kind: 'frame', lattice, draft };
  const above = captionBeside(view, box, 'above', ['table', 'either']);
  if (above === undefined && (isBesideFigure(view, box) || isDrawing(view, box))) return undefined;
  if (rows < 2 && above === undefined) return { kind: 'strip', lattice, draft };
  return filledShare(draft) >= MIN_FILLED_SHARE ? { kind: 'table', lattice, draft } : undefined;
}
