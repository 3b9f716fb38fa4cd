/** The captions of a page with all their lines. */
import type { Box, Inline } from '../../../../model/document.ts';
import { squeeze } from '../../../../genre/fold-text.ts';
import { inlineText, joinLines, trimInlines } from '../../lines/join-lines.ts';
import { isSameSize } from '../../lines/line-facts.ts';
import type { TextLine } from '../../lines/text-line.ts';
import {
  captionPrefixLength,
  isAttachedLine,
  isPointingUp,
  parseCaption,
  type CaptionText,
} from '../../../../genre/captions.ts';
import { acrossOf, alongOf, bottomOf, centreOf, overlapOf, rightOf, unionOf } from '../../glyphs/geometry.ts';
import { startsAtMargin, startsLikeBody } from '../prose.ts';
import type { PageLines } from '../prose.ts';
import type { DroppedText } from '../types.ts';

export interface CaptionLines extends CaptionText {
  readonly lines: readonly TextLine[];
  readonly box: Box;
}

/** A caption that goes on fills this share of the measure first. */
const WRAPPED_WIDTH_SHARE = 0.7;

/** Distance of two lines of one caption, from bottom to top, in ems of its size. */
const MAX_CAPTION_LEADING_EMS = 1.3;

/** Two lines with ▲ nearer to each other than this, in ems of the body, leave no room for a figure: they are a list. */
const MIN_FIGURE_ROOM_EMS = 4;

/** Ems by which the middles of two centred lines may differ. */
const CENTRE_TOLERANCE_EMS = 1.2;

/** Lines of one caption that is not centred begin within this of each other, in ems. */
const SAME_START_EMS = 0.5;

/** A caption beside another ends this near (ems) to it where it goes on in the next line. */
const ROW_SLACK_EMS = 3;

function followsClosely(next: TextLine | undefined, line: TextLine): next is TextLine {
  if (next === undefined || !isSameSize(next.size, line.size)) return false;
  const gap = next.box.y - bottomOf(line.box);
  return gap > -0.3 * line.size && gap <= MAX_CAPTION_LEADING_EMS * line.size;
}

/** A paragraph that begins with 图 1 or 表 2 looks like the body around it and goes on in the next line. */
function beginsParagraph(line: TextLine, next: TextLine | undefined, page: PageLines): boolean {
  return (
    isSameSize(line.size, page.measures.bodySize) &&
    page.factsOf(line).full &&
    startsLikeBody(line, page) &&
    followsClosely(next, line) &&
    startsAtMargin(next, page)
  );
}

function goesOn(caption: CaptionText, line: TextLine, next: TextLine, page: PageLines): boolean {
  if (!followsClosely(next, line)) return false;
  const text = next.text;
  if (parseCaption(text) !== null || isAttachedLine(text)) return false;
  const isCentred = Math.abs(centreOf(next.box) - centreOf(line.box)) <= CENTRE_TOLERANCE_EMS * line.size;
  if (caption.title === '') return isCentred;
  if (next.box.width >= line.box.width || next.spans[0]?.bold !== line.spans[0]?.bold) return false;
  const isWide = page.factsOf(line).share >= WRAPPED_WIDTH_SHARE;
  return (isWide && isCentred) || (startsAt(line, next) && fillsRow(line, page));
}

function startsAt(line: TextLine, next: TextLine): boolean {
  return Math.abs(next.box.x - line.box.x) <= SAME_START_EMS * line.size;
}

/** Whether a caption that has another beside it takes all the room that they leave each other. */
function fillsRow(line: TextLine, page: PageLines): boolean {
  const beside = page.lines.filter(
    (other) =>
      other !== line &&
      parseCaption(other.text) !== null &&
      overlapOf(alongOf(other.box), alongOf(line.box)) > 0,
  );
  if (beside.length === 0) return false;
  const { right } = page.factsOf(line).column;
  const end = Math.min(right, ...beside.map(({ box }) => box.x).filter((x) => x > line.box.x));
  return end - rightOf(line.box) <= ROW_SLACK_EMS * line.size;
}

/** Whether ▲ is the mark of a list, not of a caption: the lines next to it have it, too. */
function isListed(line: TextLine, { lines, measures }: PageLines): boolean {
  return (
    isPointingUp(line.text) &&
    lines.some(
      (other) =>
        other !== line &&
        isPointingUp(other.text) &&
        Math.abs(other.baseline - line.baseline) < MIN_FIGURE_ROOM_EMS * measures.bodySize &&
        overlapOf(acrossOf(other.box), acrossOf(line.box)) > 0,
    )
  );
}

/** The line under another one, in its column. */
function lineBelow(line: TextLine, page: PageLines): TextLine | undefined {
  return page.lines.find(
    (other) =>
      other.baseline > line.baseline + line.size / 2 &&
      overlapOf(acrossOf(other.box), acrossOf(line.box)) > 0,
  );
}

/** The captions among the lines of a page, in reading order. */
export function findCaptions(page: PageLines): readonly CaptionLines[] {
  const { lines } = page;
  return lines.flatMap((line): readonly CaptionLines[] => {
    const caption = parseCaption(line.text);
    if (caption === null || isListed(line, page)) return [];
    const next = lineBelow(line, page);
    if (beginsParagraph(line, next, page)) return [];
    const own = next !== undefined && goesOn(caption, line, next, page) ? [line, next] : [line];
    return [{ ...caption, lines: own, box: unionOf(own.map(({ box }) => box)) }];
  });
}

/** The inlines without their first `count` characters. */
function withoutStart(inlines: readonly Inline[], count: number): readonly Inline[] {
  let left = count;
  return inlines.flatMap((inline): readonly Inline[] => {
    if (left === 0) return [inline];
    const length = inlineText([inline]).length;
    if (length <= left) {
      left -= length;
      return [];
    }
    const cut = left;
    left = 0;
    if (inline.type === 'text') return [{ type: 'text', value: inline.value.slice(cut) }];
    return 'children' in inline ? [{ ...inline, children: withoutStart(inline.children, cut) }] : [inline];
  });
}

/** Emphasis of a whole caption is a matter of style: its children take its place. */
function withoutStrong(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.flatMap((inline) => (inline.type === 'strong' ? inline.children : [inline]));
}

/** Text pieces side by side as one. */
function merged(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.reduce<Inline[]>((list, inline) => {
    const last = list.at(-1);
    if (last?.type === 'text' && inline.type === 'text') {
      list[list.length - 1] = { type: 'text', value: last.value + inline.value };
    } else list.push(inline);
    return list;
  }, []);
}

/** The lines as inlines in which bold is dropped: it is how captions, sources and header cells are set. */
export function plainInlines(lines: readonly TextLine[]): readonly Inline[] {
  return merged(withoutStrong(joinLines(lines)));
}

/** The caption's text after its number. */
export function captionInlines({ lines }: CaptionLines): readonly Inline[] {
  const all = plainInlines(lines);
  return trimInlines(withoutStart(all, captionPrefixLength(inlineText(all))));
}

/** The punctuation between a caption's number and its title (图 1：…), which is in neither: it is accounted for by itself. */
export function captionTrimmings({ lines, box, number }: CaptionLines): readonly DroppedText[] {
  const text = inlineText(plainInlines(lines));
  const prefix = squeeze(text.slice(0, captionPrefixLength(text)));
  const rest = prefix.replace(squeeze(number), '');
  const page = lines[0]?.page;
  return rest === '' || page === undefined
    ? []
    : [{ kind: 'other', reason: 'Punctuation of a caption’s number.', page, box, text: rest, runIds: [] }];
}
