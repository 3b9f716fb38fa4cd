/** Pages → their tables with what stands around them, the parts of one table over page ends together. */
import type { Box } from '../../../../model/document.ts';
import { runIdsOf } from '../../lines/run-ids.ts';
import type { TextLine } from '../../lines/text-line.ts';
import { linesBelow, unitAbove } from '../captions/attached-lines.ts';
import type { CaptionLines } from '../captions/caption-lines.ts';
import { isContinuedMark } from '../../../../genre/captions.ts';
import type { DraftTable } from './draft-table.ts';
import { bottomOf, touches, unionOf } from '../../glyphs/geometry.ts';
import { haveSameColumns, haveSameHead } from './join-parts.ts';
import { isFree, viewWithout, type PageView } from '../page-view.ts';
import { isProse } from '../prose.ts';
import { captionBeside } from '../captions/caption-beside.ts';
import { findFramedAreas } from './framed-areas.ts';
import type { Candidate } from './table-candidates.ts';
import { draftUnruled } from './unruled-tables.ts';

/** One page's part of a table with the lines around it that belong to it. */
export interface TablePart {
  readonly view: PageView;
  readonly draft: DraftTable;
  readonly caption: CaptionLines | undefined;
  /** Source, notes and unit. */
  readonly attached: readonly TextLine[];
  /** 续表 and the like. */
  readonly marks: readonly TextLine[];
  /** Source and notes that the page end parted from the table: they stand at the head of the next page. */
  readonly carried?: readonly TextLine[];
}

/** What a page holds that is ruled, striped or framed, and tables without any of it. */
export interface PageTables {
  readonly view: PageView;
  readonly parts: readonly TablePart[];
  /** Single rows of cells: a part of a table only where they go on with one. */
  readonly strips: readonly TablePart[];
  readonly frames: readonly Candidate[];
  /** Grounds and frames of listings. */
  readonly grounds: readonly Box[];
  /** The page without what its tables say. */
  readonly rest: PageView;
}

function describePart(view: PageView, draft: DraftTable, caption: CaptionLines | undefined): TablePart {
  const own = new Set(caption?.lines);
  const marks = view.lines.filter(
    ({ text, box }) =>
      isContinuedMark(text) && box.y < draft.box.y && draft.box.y - bottomOf(box) < 3 * view.em,
  );
  const unit = unitAbove(view, draft.box);
  const below = caption && caption.box.y > draft.box.y ? unionOf([draft.box, caption.box]) : draft.box;
  const between = linesBelow(view, draft.box, own);
  const attached = [...new Set([...unit, ...between, ...linesBelow(view, below, own)])];
  return { view, draft, caption, attached, marks };
}

/** Every run that a part answers for: its cells and the lines around it. */
export function runIdsOfPart({
  draft,
  attached,
  carried = [],
  marks,
  caption,
}: TablePart): readonly number[] {
  const around = [...attached, ...carried, ...marks, ...(caption?.lines ?? [])];
  return [...draft.runs.map(({ id }) => id), ...runIdsOf(around)];
}

/** Tables of one page, from top to bottom. Each takes its text and lines from what those before left. */
export function findPageTables(view: PageView): PageTables {
  const { candidates, grounds } = findFramedAreas(view);
  const ofKind = (wanted: Candidate['kind']): readonly Candidate[] =>
    candidates.filter(({ kind }) => kind === wanted);
  let rest = view;
  const take = (ids: readonly number[]): void => {
    rest = viewWithout(rest, new Set(ids));
  };
  const claim = (draft: DraftTable, side: 'above' | 'below'): CaptionLines | undefined => {
    const caption = captionBeside(view, draft.box, side, ['table', 'either']);
    if (caption === undefined || !isFree(caption, rest)) return undefined;
    take(runIdsOf(caption.lines));
    return caption;
  };
  const parts: TablePart[] = [];
  const add = (draft: DraftTable, caption: CaptionLines | undefined): void => {
    const part = { ...describePart(rest, draft, caption), view };
    take(runIdsOfPart(part));
    parts.push(part);
  };
  const drafts = ofKind('table').map(({ draft }) => draft);
  take(drafts.flatMap(({ runs }) => runs.map(({ id }) => id)));
  const above = drafts.map((draft) => claim(draft, 'above'));
  const captions = drafts.map((draft, index) => above[index] ?? claim(draft, 'below'));
  for (const [index, draft] of drafts.entries()) add(draft, captions[index]);
  const blocked = drafts.map(({ box }) => box);
  for (const caption of view.captions) {
    if (caption.kind !== 'table' || !isFree(caption, rest)) continue;
    const draft = draftUnruled(rest, caption, [...blocked, ...grounds]);
    if (draft === undefined || blocked.some((box) => touches(box, draft.box))) continue;
    add(draft, caption);
  }
  const isUntaken = ({ draft: { runs } }: Candidate): boolean => runs.every((run) => rest.runs.includes(run));
  return {
    view,
    parts: parts.sort((a, b) => a.draft.box.y - b.draft.box.y),
    strips: ofKind('strip')
      .filter(isUntaken)
      .map(({ draft }) => ({ ...describePart(rest, draft, undefined), view })),
    frames: ofKind('frame'),
    grounds,
    rest,
  };
}

/** Whether no running text follows the part on its page. */
function endsPage({ view, draft, attached }: TablePart): boolean {
  if (attached.some((line) => line.box.y > draft.box.y)) return false;
  return !view.lines.some((line) => line.box.y > bottomOf(draft.box) && isProse(line, view));
}

/** Whether nothing but the mark or caption of a continuation stands above the part on its page. */
function beginsPage({ view, draft, marks, caption }: TablePart): boolean {
  if (caption !== undefined && !caption.continued) return false;
  const own = new Set([...marks, ...(caption?.lines ?? [])]);
  return !view.lines.some((line) => bottomOf(line.box) < draft.box.y + 1 && !own.has(line));
}

/** A table without a caption at the head of the page after `last`: rows that go on without a frame. */
function unruledContinuation(last: TablePart, page: PageTables): TablePart | undefined {
  const { view, parts, rest } = page;
  const first = view.lines[0];
  if (
    first === undefined ||
    last.draft.isRuled ||
    parts.some(({ draft }) => draft.box.y <= first.box.y + 1)
  ) {
    return undefined;
  }
  const box = { ...first.box, y: first.box.y - first.box.height, height: 0 };
  const start: CaptionLines = { kind: 'table', number: '', title: '', continued: true, lines: [], box };
  const draft = draftUnruled(
    rest,
    start,
    parts.map((part) => part.draft.box),
  );
  return draft === undefined ? undefined : { ...describePart(rest, draft, undefined), view };
}

/** Source and note lines at the head of a page, for a table that ended the page before without any. */
function carriedLines(last: TablePart, { view, rest }: PageTables): readonly TextLine[] {
  const first = view.lines[0];
  if (first === undefined || last.view.page + 1 !== view.page || !endsPage(last)) return [];
  const above = { ...last.draft.box, y: first.box.y - 1, height: 0 };
  return linesBelow(rest, above, new Set());
}

/** A mark that the table goes on holds on a page of another width, too. */
function saysThatItGoesOn(last: TablePart, { caption, marks, draft }: TablePart): boolean {
  const isMarked = marks.length > 0 || caption?.continued === true;
  return isMarked && draft.columnEnds.length === last.draft.columnEnds.length;
}

/** Whether the first part of a page goes on with a table whose last part ends the page before. */
function goesOn(table: readonly TablePart[], part: TablePart): boolean {
  const [first, last] = [table[0], table.at(-1)];
  if (first === undefined || last === undefined) return false;
  return (
    last.view.page + 1 === part.view.page &&
    endsPage(last) &&
    beginsPage(part) &&
    (haveSameColumns(last.draft, part.draft, part.view.em) ||
      saysThatItGoesOn(last, part) ||
      haveSameHead(first.draft, part.draft))
  );
}

/** The parts of each table of the document, in reading order. */
export function linkParts(pages: readonly PageTables[]): readonly (readonly TablePart[])[] {
  const tables: TablePart[][] = [];
  let open: TablePart[] | undefined;
  for (const page of pages) {
    const last = open?.at(-1);
    let parts = page.parts;
    if (last && last.view.page + 1 === page.view.page && endsPage(last)) {
      const added = page.strips.find(beginsPage) ?? unruledContinuation(last, page);
      if (added !== undefined && haveSameColumns(last.draft, added.draft, page.view.em))
        parts = [added, ...parts];
    }
    if (open !== undefined && last !== undefined) {
      const startsWithTable = parts[0] !== undefined && beginsPage(parts[0]);
      const carried = startsWithTable ? [] : carriedLines(last, page);
      if (carried.length > 0) open[open.length - 1] = { ...last, carried };
    }
    for (const [index, part] of parts.entries()) {
      if (index === 0 && open !== undefined && goesOn(open, part)) open.push(part);
      else tables.push((open = [part]));
    }
    if (parts.length === 0) open = undefined;
  }
  return tables;
}
