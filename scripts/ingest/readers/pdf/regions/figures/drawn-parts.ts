/** The graphics of a page → the parts that a figure may be made of, in groups that stand close together. */
import type { Box } from '../../../../model/document.ts';
import { isWhite } from '../../glyphs/colors.ts';
import { bottomOf, boxOfLine, connectedGroups, middleOf, rightOf, unionOf } from '../../glyphs/geometry.ts';
import type { TextLine } from '../../lines/text-line.ts';
import type { PageView } from '../page-view.ts';
import { isProse } from '../prose.ts';

export interface DrawnPart {
  readonly kind: 'image' | 'vector';
  readonly box: Box;
}

/** Parts of one drawing stand at most this far apart, in ems. */
const GROUP_GAP_EMS = 1.5;

/** Pictures smaller than this (in ems, both ways) are icons in a line of text. */
const MIN_IMAGE_EMS = 1;

/** What is drawn around a word is no higher than this, in ems of its line. */
const MAX_INLINE_EMS = 1.7;

/** Whether a part only sets off a word of a line: the frame of a key, an underline, a coloured ground. */
function isWithinLine(part: Box, line: TextLine): boolean {
  return (
    part.height <= MAX_INLINE_EMS * line.size &&
    middleOf(part) >= line.box.y &&
    middleOf(part) <= bottomOf(line.box) + line.size / 2 &&
    part.x >= line.box.x - line.size / 2 &&
    rightOf(part) <= rightOf(line.box) + line.size / 2
  );
}

/** Text of a line goes on this near (ems) beside what sets off a word of it; the boxes of a drawing keep more between them. */
const MAX_BESIDE_EMS = 0.6;

/** Whether the line goes on right beside the part. */
function goesOnBeside(part: Box, { spans, size }: TextLine): boolean {
  const isBeside = (gap: number): boolean => Math.abs(gap) <= MAX_BESIDE_EMS * size;
  return spans.some(({ from, to }) => isBeside(part.x - to) || isBeside(from - rightOf(part)));
}

/** Pictures, boxes, paths and rulings of a page, without white areas, which show nothing, and what sets off words of its text. */
export function drawnParts(view: PageView): readonly DrawnPart[] {
  const prose = new Set(view.lines.filter((line) => isProse(line, view)));
  const setsOff = (box: Box, line: TextLine): boolean =>
    isWithinLine(box, line) && (prose.has(line) || goesOnBeside(box, line));
  return allParts(view).filter(
    ({ kind, box }) => kind === 'image' || !view.lines.some((line) => setsOff(box, line)),
  );
}

function allParts({ graphics, em }: PageView): readonly DrawnPart[] {
  const isSeen = ({ fill, stroke }: { readonly fill: string; readonly stroke: string }): boolean =>
    stroke !== '' || (fill !== '' && !isWhite(fill));
  return [
    ...graphics.images
      .filter(({ box }) => box.width >= MIN_IMAGE_EMS * em || box.height >= MIN_IMAGE_EMS * em)
      .map(({ box }): DrawnPart => ({ kind: 'image', box })),
    ...[...graphics.boxes, ...graphics.paths]
      .filter(isSeen)
      .map(({ box }): DrawnPart => ({ kind: 'vector', box })),
    ...graphics.rulings.map((ruling): DrawnPart => ({ kind: 'vector', box: boxOfLine(ruling) })),
  ];
}

/** The parts in groups that stand close together, from top to bottom. */
export function drawingGroups(parts: readonly DrawnPart[], em: number): readonly (readonly DrawnPart[])[] {
  return connectedGroups(parts, ({ box }) => box, GROUP_GAP_EMS * em).toSorted(
    (a, b) => unionOf(a.map(({ box }) => box)).y - unionOf(b.map(({ box }) => box)).y,
  );
}
