/** The graphics of a page → the parts that a figure may be made of, in groups that stand close together. */
import type { Box } from '../../../../model/document.ts';
import { isWhite } from '../../glyphs/colors.ts';
import { boxOfLine, connectedGroups, unionOf } from '../../glyphs/geometry.ts';
import type { PageView } from '../page-view.ts';

export interface DrawnPart {
  readonly kind: 'image' | 'vector';
  readonly box: Box;
}

/** Parts of one drawing stand at most this far apart, in ems. */
const GROUP_GAP_EMS = 1.5;

/** Pictures smaller than this (in ems, both ways) are icons in a line of text. */
const MIN_IMAGE_EMS = 1;

/** Pictures, boxes, paths and rulings of a page, without white areas, which show nothing. */
export function drawnParts({ graphics, em }: PageView): readonly DrawnPart[] {
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
