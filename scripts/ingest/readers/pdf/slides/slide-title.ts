/** A slide → its title: the first line, larger than the text below it. */
import { countInk } from '../../../genre/character-class.ts';
import { bottomOf } from '../glyphs/geometry.ts';
import type { PageContent } from '../glyphs/page-content.ts';
import { isSameSize } from '../lines/line-facts.ts';
import type { TextLine } from '../lines/text-line.ts';

/** A title is this much larger than the text of its slide. */
const LARGER = 1.2;
/** It stands in the upper part of the page… */
export const MAX_TOP_SHARE = 0.3;
/** …and its second line, where it has one, follows within these ems. */
const MAX_LEADING_EMS = 1.8;
/** More characters than this are text, however large they are set. */
const MAX_INK = 60;

/**
 * The lines of a slide's title, none where it has no title.
 * @param lines Its lines without furniture, in any order.
 * @param textSize The usual size of the deck: what a title alone on its slide is measured by.
 */
export function titleOfSlide(
  page: PageContent,
  lines: readonly TextLine[],
  textSize: number,
): readonly TextLine[] {
  const sorted = lines.toSorted((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
  const [first] = sorted;
  if (first === undefined || bottomOf(first.box) > MAX_TOP_SHARE * page.height) return [];
  const [second] = sorted.slice(1);
  const goesOn =
    second !== undefined &&
    isSameSize(second.size, first.size) &&
    second.baseline - first.baseline <= MAX_LEADING_EMS * first.size;
  const title = goesOn ? [first, second] : [first];
  const usual = usualSize(sorted.slice(title.length)) ?? textSize;
  if (first.size < LARGER * usual) return [];
  const ink = title.reduce((sum, { text }) => sum + countInk(text), 0);
  return ink <= MAX_INK ? title : [];
}

/** The size that most characters have, null of no lines. */
export function usualSize(lines: readonly TextLine[]): number | null {
  const ink = new Map<number, number>();
  for (const { size, text } of lines) ink.set(size, (ink.get(size) ?? 0) + countInk(text));
  const [most] = [...ink].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}
