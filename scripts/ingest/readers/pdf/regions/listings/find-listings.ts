/** Pages → listings: lines set in a monospaced font that stand by themselves and keep their line ends. */
import type { Inline, Listing } from '../../../../model/document.ts';
import { itemAt } from '../../../../model/item-at.ts';
import {
  acrossOf,
  bottomOf,
  grown,
  holdsMiddle,
  overlapOf,
  rightOf,
  unionOf,
} from '../../glyphs/geometry.ts';
import type { Box } from '../../../../model/document.ts';
import { isSameRow, isSameSize } from '../../lines/line-facts.ts';
import { originsOf } from '../../lines/paragraph-of-lines.ts';
import { runIdsOf } from '../../lines/run-ids.ts';
import type { TextLine } from '../../lines/text-line.ts';
import type { PageView } from '../page-view.ts';
import type { ListingRegion } from '../types.ts';
import { beginsIn, codeLinesOf } from './code-lines.ts';
import type { CodeLine } from './code-lines.ts';

/** Lines of one listing are nearer than this many ems, a blank line between them included. */
const MAX_PITCH_EMS = 3.2;
/** A line that ends within so many ems of the column's right edge is full: text that runs on ends there. */
const FULL_LINE_EMS = 3;
/** A listing has fewer full lines than this share; where code runs on in a sentence, all but the last are full. */
const MAX_FULL_SHARE = 0.5;
/** One line alone is a listing where its distance above and below is at least this many times the usual leading. */
const SET_OFF_LEADINGS = 1.25;
/** Where so many lines have other text beside them, they are cells of a table. */
const MAX_BESIDE_SHARE = 0.5;
/** A title is set larger than the text by this factor; no listing is. */
const MAX_SIZE = 1.1;

/** One page's part of a listing, in reading order. */
interface Part {
  readonly view: PageView;
  readonly lines: readonly CodeLine[];
  /** The lines, with the ground on which they stand. */
  readonly box: Box;
}

/** A page whose listings are looked for. */
export interface ListingPage {
  readonly view: PageView;
  /** Areas that are something else: tables. */
  readonly taken: readonly Box[];
  /** Painted or framed areas with nothing but code: each is a listing. */
  readonly grounds: readonly Box[];
}

/** The listings of the document. */
export function findListings(
  pages: readonly ListingPage[],
  labels: readonly string[],
): readonly ListingRegion[] {
  const parts = pages.flatMap(partsOfPage);
  const groups: Part[][] = [];
  for (const part of parts) {
    const open = groups.at(-1);
    const last = open?.at(-1);
    if (open && last && goesOnOverPageEnd(last, part)) open.push(part);
    else groups.push([part]);
  }
  return groups.map((group) => regionOf(group, labels));
}

function partsOfPage({ view, taken, grounds }: ListingPage): readonly Part[] {
  const code = codeLinesOf(view).filter(
    ({ line }) =>
      line.size <= MAX_SIZE * view.em && !taken.some((box) => holdsMiddle(grown(box, 1), line.box)),
  );
  const own = new Set(code.flatMap(({ lines }) => lines));
  const others = view.lines.filter((line) => !own.has(line));
  const groundOf = ({ line }: CodeLine): Box | undefined => grounds.find((area) => beginsIn(area, line));
  const groups: CodeLine[][] = [];
  for (const each of code) {
    const open = groups.at(-1);
    const last = open?.at(-1);
    const ground = groundOf(each);
    const isSame = last !== undefined && groundOf(last) === ground;
    if (open && isSame && (ground ?? goesOn(last.line, each.line, others))) open.push(each);
    else groups.push([each]);
  }
  return groups.flatMap((lines): readonly Part[] => {
    const ground = groundOf(itemAt(lines, 0));
    if (ground === undefined && !isListing(lines, others, view)) return [];
    const box = unionOf([...lines.map(({ line }) => line.box), ...(ground ? [ground] : [])]);
    return [{ view, lines, box }];
  });
}

function goesOn(last: TextLine, next: TextLine, others: readonly TextLine[]): boolean {
  const pitch = next.baseline - last.baseline;
  if (pitch <= 0 || pitch > MAX_PITCH_EMS * last.size || !isSameSize(last.size, next.size)) return false;
  const across = acrossOf(unionOf([last.box, next.box]));
  return !others.some(
    ({ baseline, box }) =>
      baseline > last.baseline && baseline < next.baseline && overlapOf(acrossOf(box), across) > 0,
  );
}

function isListing(lines: readonly CodeLine[], others: readonly TextLine[], view: PageView): boolean {
  const beside = lines.filter(({ line }) => others.some((other) => isSameRow(other, line)));
  if (beside.length > MAX_BESIDE_SHARE * lines.length) return false;
  const full = lines.filter(({ line }) => isFull(line, view));
  if (lines.length > 1 && full.length < MAX_FULL_SHARE * lines.length) return true;
  return lines.every(({ isWhole }) => isWhole) && isSetOff(lines, others, view);
}

function isFull(line: TextLine, { factsOf }: PageView): boolean {
  return rightOf(line.box) >= factsOf(line).column.right - FULL_LINE_EMS * line.size;
}

/** Whether text stands above and below, and both further off than lines of one paragraph. */
function isSetOff(lines: readonly CodeLine[], others: readonly TextLine[], { measures }: PageView): boolean {
  const [first, last] = [itemAt(lines, 0).line, itemAt(lines, -1).line];
  const least = SET_OFF_LEADINGS * measures.leading;
  const above = others.filter(({ baseline }) => baseline < first.baseline);
  const below = others.filter(({ baseline }) => baseline > last.baseline);
  if (above.length === 0 || below.length === 0) return false;
  return (
    above.every(({ baseline }) => first.baseline - baseline >= least) &&
    below.every(({ baseline }) => baseline - last.baseline >= least)
  );
}

/** Whether nothing stands between the two on their pages, and they are set alike. */
function goesOnOverPageEnd(last: Part, next: Part): boolean {
  const [before, after] = [itemAt(last.lines, -1), itemAt(next.lines, 0)];
  return (
    last.view.page + 1 === next.view.page &&
    isSameSize(before.line.size, after.line.size) &&
    !last.view.lines.some(({ box }) => box.y > bottomOf(last.box)) &&
    !next.view.lines.some(({ box }) => bottomOf(box) < next.box.y)
  );
}

function regionOf(parts: readonly Part[], labels: readonly string[]): ListingRegion {
  const lines = parts.flatMap((part) => part.lines.map(({ line }) => line));
  const block: Listing = {
    type: 'listing',
    origins: originsOf(lines, labels),
    children: parts.flatMap((part, index): readonly Inline[] => {
      const { page } = part.view;
      const mark: Inline = { type: 'pageMark', page, label: labels[page - 1] ?? '' };
      return index === 0 ? inlinesOf(part) : [{ type: 'break' }, mark, ...inlinesOf(part)];
    }),
  };
  return {
    kind: 'listing',
    parts: parts.map(({ view, box }) => ({ page: view.page, box })),
    runIds: new Set(runIdsOf(lines)),
    block,
  };
}

function inlinesOf({ lines }: Part): readonly Inline[] {
  const left = Math.min(...lines.map(({ line }) => line.box.x));
  const baselines = lines.map(({ line }) => line.baseline);
  const pitches = baselines.slice(1).map((baseline, index) => baseline - itemAt(baselines, index));
  const pitch = Math.min(...pitches);
  return lines.flatMap(({ line, text, advance }, index): readonly Inline[] => {
    const indent = Math.round((line.box.x - left) / advance);
    const breaks = index === 0 ? 0 : Math.max(1, Math.round((pitches[index - 1] ?? pitch) / pitch));
    return [
      ...Array.from({ length: breaks }, (): Inline => ({ type: 'break' })),
      { type: 'text', value: ' '.repeat(indent) + text },
    ];
  });
}
