/** Pages → what each paints beside text that may belong to a table, figure or boxed text. */
import type { Box } from '../../../model/document.ts';
import type {
  GlyphRun,
  PageContent,
  PaintedBox,
  PaintedPath,
  PlacedImage,
  Ruling,
} from '../glyphs/page-content.ts';
import type { TextLine } from '../lines/text-line.ts';
import { isWhite } from '../glyphs/colors.ts';
import { acrossOf, alongOf, bottomOf, boxOfLine, holdsMiddle, rightOf } from '../glyphs/geometry.ts';

/** What a page paints beside text, without watermarks, logos, rules of running heads, backgrounds and underlines. */
export interface PageGraphics {
  readonly rulings: readonly Ruling[];
  readonly boxes: readonly PaintedBox[];
  readonly paths: readonly PaintedPath[];
  readonly images: readonly PlacedImage[];
}

/** A picture at the same place on this share of the pages, and on three at least, is a watermark or a logo. */
const REPEATED_PICTURE_SHARE = 0.3;
/** For lines and boxes it must be more: the frame of a long table stands at the same place on many pages, too. */
const REPEATED_SHAPE_SHARE = 0.5;
const MIN_REPEATS = 3;

/** Points by which a line may miss another that it ends at. */
const TOUCH = 1.5;

/** Points within which two places are the same: producers round differently from page to page. */
const PLACE_STEP = 3;

/** A box that covers this share of the page's width and height is its background. */
const BACKGROUND_SHARE = 0.85;

/** The outlines of a word are at most this many ems high, and stand in its run within these ems. */
const MAX_OUTLINE_EMS = 1.2;
const OUTLINE_SLACK_EMS = 0.15;

/** A ruling this many ems or less below the baseline, and no longer than the line, underlines it. */
const UNDERLINE_DEPTH_EMS = 0.3;

const near = (value: number): string => String(Math.round(value / PLACE_STEP));
const boxKey = (kind: string, { x, y, width, height }: Box): string =>
  [kind, near(x), near(y), near(width), near(height)].join();
const rulingKey = ({ direction, at, from, to }: Ruling): string =>
  [direction, near(at), near(from), near(to)].join();

/** Keys of what stands at one place on at least this share of the pages. */
function repeatedKeys(
  pages: readonly PageContent[],
  keysOf: (page: PageContent) => readonly string[],
  share: number,
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const key of new Set(keysOf(page))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(MIN_REPEATS, share * pages.length);
  return new Set([...counts].filter(([, count]) => count >= least).map(([key]) => key));
}

/** More rulings or boxes than this on one page are a drawing's, not the rules of its running heads or the shading of cells. */
const MAX_SHAPES = 3000;

/** Touches no line across it: the rule of a running head does not, the frame of a table does. */
function standsAlone(ruling: Ruling, all: readonly Ruling[]): boolean {
  if (all.length > MAX_SHAPES) return false;
  return !all.some(
    (other) =>
      other.direction !== ruling.direction &&
      other.at >= ruling.from - TOUCH &&
      other.at <= ruling.to + TOUCH &&
      ruling.at >= other.from - TOUCH &&
      ruling.at <= other.to + TOUCH,
  );
}

function isBackground(box: Box, page: PageContent): boolean {
  return box.width >= BACKGROUND_SHARE * page.width && box.height >= BACKGROUND_SHARE * page.height;
}

function isUnderline(ruling: Ruling, lines: readonly TextLine[]): boolean {
  if (ruling.direction !== 'horizontal') return false;
  return lines.some((line) => {
    const depth = ruling.at - line.baseline;
    const within = ruling.from >= line.box.x - 1 && ruling.to <= rightOf(line.box) + 1;
    return depth > -0.5 * line.size && depth <= UNDERLINE_DEPTH_EMS * line.size && within;
  });
}

/**
 * Whether nobody sees a ruling: it lies within a painted box of its colour. White ones stay: they part cells on whatever
 * colour these have.
 */
function isUnseen(
  { direction, at, from, to, thickness, color }: Ruling,
  boxes: readonly PaintedBox[],
): boolean {
  if (isWhite(color) || boxes.length > MAX_SHAPES) return false;
  const place = boxOfLine({ direction, at, from, to });
  const behind = boxes.findLast(({ box, fill }) => fill !== '' && holdsMiddle(box, place));
  if (behind?.fill !== color) return false;
  const [length, sides] = [acrossOf(behind.box), alongOf(behind.box)];
  const [own, other] = direction === 'horizontal' ? [length, sides] : [sides, length];
  const isAlong = from >= own.from - TOUCH && to <= own.to + TOUCH;
  return isAlong && at - thickness > other.from && at + thickness < other.to;
}

/** The boxes that are seen: none that was painted into a larger one of its colour, as the shading of paragraphs in shaded cells is. */
function seenBoxes(boxes: readonly PaintedBox[]): readonly PaintedBox[] {
  if (boxes.length > MAX_SHAPES) return boxes;
  const seen: PaintedBox[] = [];
  for (const each of boxes) {
    const behind = seen.findLast(({ box, fill }) => fill !== '' && holdsMiddle(box, each.box));
    if (each.fill === '' || behind?.fill !== each.fill || !isLargerAround(behind.box, each.box))
      seen.push(each);
  }
  return seen;
}

function isLargerAround(outer: Box, inner: Box): boolean {
  const isAround = [acrossOf, alongOf].every((sides) => {
    const [own, other] = [sides(inner), sides(outer)];
    return own.from >= other.from - TOUCH && own.to <= other.to + TOUCH;
  });
  return isAround && outer.width * outer.height > inner.width * inner.height;
}

/**
 * A path inside of a run of text: the outline of its glyphs. Some producers thicken letters by drawing their
 * outlines over them. The box of slanted text is no place of its glyphs: that of a watermark covers half a page.
 */
function isGlyphOutline(box: Box, runs: readonly GlyphRun[]): boolean {
  return runs.some((run) => {
    if (run.rotation % 90 !== 0) return false;
    const slack = OUTLINE_SLACK_EMS * run.size;
    return (
      box.height <= MAX_OUTLINE_EMS * run.size &&
      box.x >= run.box.x - slack &&
      rightOf(box) <= rightOf(run.box) + slack &&
      box.y >= run.box.y - slack &&
      bottomOf(box) <= bottomOf(run.box) + slack
    );
  });
}

function isOnPage(box: Box, page: PageContent): boolean {
  return box.x < page.width && rightOf(box) > 0 && box.y < page.height && bottomOf(box) > 0;
}

/**
 * The graphics of each page that may belong to a table, figure or boxed text; same order as `pages`.
 * @param lines The lines of each page that are not furniture, same order.
 */
export function usefulGraphics(
  pages: readonly PageContent[],
  lines: readonly (readonly TextLine[])[],
): readonly PageGraphics[] {
  const pictures = repeatedKeys(
    pages,
    (page) => page.images.map(({ box }) => boxKey('image', box)),
    REPEATED_PICTURE_SHARE,
  );
  const shapes = repeatedKeys(
    pages,
    (page) => [
      ...page.rulings.filter((ruling) => standsAlone(ruling, page.rulings)).map(rulingKey),
      ...page.boxes.map(({ box }) => boxKey('box', box)),
      ...page.paths.map(({ box }) => boxKey('path', box)),
    ],
    REPEATED_SHAPE_SHARE,
  );
  return pages.map((page, index) => {
    const inPlace = <Item extends { readonly box: Box }>(items: readonly Item[]): readonly Item[] =>
      items.filter(
        ({ box }) => !isBackground(box, page) && isOnPage(box, page) && !isGlyphOutline(box, page.runs),
      );
    return {
      rulings: page.rulings.filter(
        (ruling) =>
          !shapes.has(rulingKey(ruling)) &&
          !isUnderline(ruling, lines[index] ?? []) &&
          !isUnseen(ruling, page.boxes) &&
          !isGlyphOutline(boxOfLine(ruling), page.runs),
      ),
      boxes: inPlace(seenBoxes(page.boxes)).filter(({ box }) => !shapes.has(boxKey('box', box))),
      paths: inPlace(page.paths).filter(({ box }) => !shapes.has(boxKey('path', box))),
      images: inPlace(page.images).filter(
        ({ box }) => !pictures.has(boxKey('image', box)) && box.width > 1 && box.height > 1,
      ),
    };
  });
}
