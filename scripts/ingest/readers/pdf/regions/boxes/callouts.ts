/** Frames and coloured areas around paragraphs → boxed texts, joined over page ends. */
import type { Box } from '../../../../model/document.ts';
import type { TextLine } from '../../lines/text-line.ts';
import { plainInlines } from '../captions/caption-lines.ts';
import { isCalloutTitle } from '../../../../genre/captions.ts';
import { endsLikeText } from '../../../../genre/sentences.ts';
import {
  acrossOf,
  alongOf,
  bottomOf,
  centreOf,
  coveredLength,
  grown,
  holdsMiddle,
  overlapOf,
  rightOf,
  touches,
} from '../../glyphs/geometry.ts';
import { viewWithout, type PageView } from '../page-view.ts';
import { isProse } from '../prose.ts';
import { captionBeside } from '../captions/caption-beside.ts';
import type { Candidate } from '../tables/table-candidates.ts';
import { runIdsOf } from '../../lines/run-ids.ts';
import { boxesOn, type CalloutRegion, type ListingRegion } from '../types.ts';

/** A frame around text is at least this share of the measure wide; boxes of a diagram are narrower. */
const MIN_WIDTH_SHARE = 0.6;

/** Lines of a paragraph fill this share of the frame; labels of a diagram do not. */
const FULL_LINE_SHARE = 0.7;

/** A frame without a title needs so many full lines; below a line set as a title one is enough, at a page end. */
const MIN_FULL_LINES = 2;
const MIN_FULL_LINES_BELOW_TITLE = 1;

/** Share of a side that must be drawn. */
const CLOSED_SHARE = 0.6;

/** Ems by which a title may miss the middle of its frame. */
const CENTRE_TOLERANCE_EMS = 1.5;

/** A title is at most this share of the frame wide. */
const MAX_TITLE_SHARE = 0.85;

/** A frame this share of the page high, with no running text outside of it, is the layout of the page. */
const LAYOUT_HEIGHT_SHARE = 0.6;

/** One page's part of a boxed text. */
export interface CalloutPart {
  readonly view: PageView;
  readonly frame: Candidate;
  readonly lines: readonly TextLine[];
  readonly titleLines: readonly TextLine[];
}

function linesIn(view: PageView, frame: Candidate): readonly TextLine[] {
  const area = grown(frame.draft.box, 1);
  return view.lines.filter(({ box }) => holdsMiddle(area, box));
}

function isClosed({ lattice, draft }: Candidate): boolean {
  const { box } = draft;
  return [box.x, rightOf(box)].every((side) => {
    const edges = lattice.edges.filter(
      ({ direction, at }) => direction === 'vertical' && Math.abs(at - side) < 3,
    );
    return coveredLength(edges, alongOf(box)) >= CLOSED_SHARE * box.height;
  });
}

/** The first line, where it is set as a title: by its words, or short in the middle or bold. */
function titleOf(lines: readonly TextLine[], frame: Candidate): readonly TextLine[] {
  const [first, second] = lines;
  if (first === undefined || second === undefined) return [];
  if (isCalloutTitle(first.text)) return [first];
  const { box } = frame.draft;
  const isShort = first.box.width <= MAX_TITLE_SHARE * box.width && !endsLikeText(first.text);
  const isCentred = Math.abs(centreOf(first.box) - centreOf(box)) <= CENTRE_TOLERANCE_EMS * first.size;
  const isBold = first.spans.every(({ bold }) => bold) && !second.spans.every(({ bold }) => bold);
  const isSetIn = first.box.x - box.x > 3 * first.size;
  return isShort && ((isCentred && isSetIn) || isBold) ? [first] : [];
}

function describe(view: PageView, frame: Candidate): CalloutPart | undefined {
  const { box } = frame.draft;
  const { left, right } = view.area;
  const all = linesIn(view, frame);
  const titleLines = titleOf(all, frame);
  const isTitled = titleLines.some(({ text }) => isCalloutTitle(text));
  if (box.width < MIN_WIDTH_SHARE * (right - left) || (!isTitled && !isClosed(frame))) return undefined;
  if (captionBeside(view, box, 'below', ['figure', 'either']) !== undefined) return undefined;
  const full = all.filter((line) => line.box.width >= FULL_LINE_SHARE * box.width);
  const least = isTitled ? 0 : titleLines.length > 0 ? MIN_FULL_LINES_BELOW_TITLE : MIN_FULL_LINES;
  if (all.length < 2 || full.length < least) return undefined;
  return { view, frame, titleLines, lines: all.filter((line) => !titleLines.includes(line)) };
}

const heightOf = (boxes: readonly Box[]): number => boxes.reduce((sum, { height }) => sum + height, 0);

/** The boxed texts of a page, from top to bottom. A frame of which most is a listing is the listing's. */
export function findCallouts(
  view: PageView,
  frames: readonly Candidate[],
  listings: readonly ListingRegion[] = [],
): readonly CalloutPart[] {
  const boxes = boxesOn(view.page, listings);
  const isOfListing = ({ draft }: Candidate): boolean =>
    2 * heightOf(boxes.filter((box) => touches(box, draft.box))) > draft.box.height;
  const parts: CalloutPart[] = [];
  let rest = view;
  for (const frame of frames.filter((each) => !isOfListing(each))) {
    const part = describe(rest, frame);
    if (part === undefined) continue;
    parts.push({ ...part, view });
    rest = viewWithout(rest, new Set(runIdsOf([...part.titleLines, ...part.lines])));
  }
  return parts.sort((a, b) => a.frame.draft.box.y - b.frame.draft.box.y);
}

function goesOn(last: CalloutPart, next: CalloutPart): boolean {
  const [above, below] = [last.frame.draft.box, next.frame.draft.box];
  const { em } = next.view;
  const isSameWidth = Math.abs(above.x - below.x) < em && Math.abs(rightOf(above) - rightOf(below)) < em;
  const endsPage = !last.view.lines.some((line) => line.box.y > bottomOf(above) && isProse(line, last.view));
  const beginsPage = !next.view.lines.some(
    ({ box }) => bottomOf(box) < below.y && overlapOf(acrossOf(box), acrossOf(below)) > 0,
  );
  return (
    last.view.page + 1 === next.view.page &&
    next.titleLines.length === 0 &&
    isSameWidth &&
    endsPage &&
    beginsPage
  );
}

/** Parts of boxed texts, those that go on over a page end as one. */
function joinedParts(parts: readonly CalloutPart[]): readonly (readonly CalloutPart[])[] {
  const groups: CalloutPart[][] = [];
  for (const part of parts) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && goesOn(last, part)) group.push(part);
    else groups.push([part]);
  }
  return groups;
}

/** Whether all text of the page stands in the frame, and no title says that it is a boxed text. */
function isLayout({ view, frame, titleLines }: CalloutPart): boolean {
  const { box } = frame.draft;
  if (titleLines.some(({ text }) => isCalloutTitle(text))) return false;
  const inside = new Set(linesIn(view, frame));
  return (
    box.height >= LAYOUT_HEIGHT_SHARE * view.content.height &&
    !view.lines.some((line) => !inside.has(line) && isProse(line, view))
  );
}

/** The boxed texts among the parts of all pages: a frame around all text of a page, or of pages in a row, is none. */
export function withoutLayout(parts: readonly CalloutPart[]): readonly CalloutPart[] {
  return joinedParts(parts)
    .filter((group) => !group.every(isLayout))
    .flat();
}

/** Parts of boxed texts → regions, joined over page ends. */
export function calloutRegions(parts: readonly CalloutPart[]): readonly CalloutRegion[] {
  return joinedParts(parts).map((group): CalloutRegion => {
    const lines = group.flatMap((part) => part.lines);
    const titleLines = group.slice(0, 1).flatMap((part) => part.titleLines);
    return {
      kind: 'callout',
      parts: group.map(({ view, frame }) => ({ page: view.page, box: frame.draft.box })),
      runIds: new Set(runIdsOf([...titleLines, ...lines])),
      title: plainInlines(titleLines),
      titleLines,
      lines,
    };
  });
}
