/** A drawing without a caption → whether it is a code, a logo or an ornament, by its size and place alone. */
import type { Box } from '../../../../model/document.ts';
import { countInk } from '../../../../genre/character-class.ts';
import { bottomOf, holdsMiddle, rightOf } from '../../glyphs/geometry.ts';
import type { PageView } from '../page-view.ts';
import type { DrawnPart } from './drawn-parts.ts';

/** A square picture narrower than this share of the measure is a code or a logo; sides differ by this share at most. */
const MAX_SQUARE_SHARE = 0.3;
const SQUARE_TOLERANCE = 0.05;
/** A picture in a corner of the page (within these points), or on an outer page, is an ornament up to this share of its width and height. */
const CORNER_SLACK = 3;
const MAX_SMALL_SHARE = 1 / 3;
/** What stands in this part of the first page is its letterhead. */
const LETTERHEAD_SHARE = 1 / 8;
/** Cover, copyright page and back page hold fewer characters than this; a page of text holds 600 to 900. */
const MAX_OUTER_INK = 320;
/** Shorter documents have no such pages. */
const MIN_PAGES = 4;

/** Whether a group of parts without a caption shows nothing that belongs to the text. Drawings of vectors alone do. */
export function isOrnament(group: readonly DrawnPart[], area: Box, view: PageView): boolean {
  if (!group.some(({ kind }) => kind === 'image')) return false;
  return (
    isSmallSquare(area, view) ||
    isInCorner(area, view) ||
    isLetterhead(area, view) ||
    (isOuterPage(view) && (isSmall(area, view) || holdsLittle(view)))
  );
}

function isSmallSquare({ width, height }: Box, { area }: PageView): boolean {
  const isSquare = Math.abs(width - height) <= SQUARE_TOLERANCE * Math.max(width, height);
  return isSquare && width < MAX_SQUARE_SHARE * (area.right - area.left);
}

function isSmall({ width, height }: Box, { content }: PageView): boolean {
  return width <= MAX_SMALL_SHARE * content.width && height <= MAX_SMALL_SHARE * content.height;
}

function isInCorner(box: Box, view: PageView): boolean {
  const { content } = view;
  const isAtSide = box.x <= CORNER_SLACK || rightOf(box) >= content.width - CORNER_SLACK;
  const isAtEnd = box.y <= CORNER_SLACK || bottomOf(box) >= content.height - CORNER_SLACK;
  return isSmall(box, view) && isAtSide && isAtEnd;
}

function isLetterhead(box: Box, { page, content }: PageView): boolean {
  return page === 1 && bottomOf(box) <= LETTERHEAD_SHARE * content.height;
}

/** One of the first two pages or the last one. */
function isOuterPage({ page, measures }: PageView): boolean {
  const count = measures.edges.length;
  return count >= MIN_PAGES && (page <= 2 || page === count);
}

function holdsLittle({ lines }: PageView): boolean {
  return lines.reduce((sum, line) => sum + countInk(line.text), 0) < MAX_OUTER_INK;
}

/** Parts that end this near (ems) to the left or right side of a group are sides and corners of frames. */
const AT_SIDE_EMS = 0.6;

/** Whether a group of parts only frames the text inside: nothing is drawn but at its left and right side, or across it. */
export function isFrameOfText(group: readonly DrawnPart[], area: Box, view: PageView): boolean {
  const slack = AT_SIDE_EMS * view.em;
  return (
    view.lines.some(({ box }) => holdsMiddle(area, box)) &&
    group.every(
      ({ kind, box }) =>
        kind === 'vector' && (box.x <= area.x + slack || rightOf(box) >= rightOf(area) - slack),
    )
  );
}
