/** Slides between two sections, with the name of the section that follows and nothing else. */
import { countInk } from '../../../genre/character-class.ts';
import { bottomOf } from '../glyphs/geometry.ts';
import type { PageContent } from '../glyphs/page-content.ts';
import type { TextLine } from '../lines/text-line.ts';
import { MAX_TOP_SHARE, usualSize } from './slide-title.ts';

/** A number, a name, a name in English. */
const MAX_LINES = 3;
const MAX_INK = 60;
/** Fewer are a thank-you at the end, or a slogan. */
const MIN_DIVIDERS = 2;
/** Lines that are smaller beside the largest one are no part of the name. */
const MIN_SIZE_SHARE = 0.6;

/** The lines that name a section, by the page of the divider. @param lines By page, without furniture. */
export function findDividers(
  pages: readonly PageContent[],
  lines: readonly (readonly TextLine[])[],
): ReadonlyMap<number, readonly TextLine[]> {
  const textSize = usualSize(lines.flat()) ?? 0;
  const found = pages.flatMap((page, index): (readonly [number, readonly TextLine[]])[] => {
    const own = lines[index] ?? [];
    const isLast = index === pages.length - 1;
    if (isLast || own.length === 0 || own.length > MAX_LINES) return [];
    const largest = Math.max(...own.map(({ size }) => size));
    const ink = own.reduce((sum, { text }) => sum + countInk(text), 0);
    const name = own.filter(({ size }) => size >= MIN_SIZE_SHARE * largest);
    // A title at the top is that of a picture.
    const isAtTop = own.some(({ box }) => bottomOf(box) <= MAX_TOP_SHARE * page.height);
    return largest > textSize && ink <= MAX_INK && !isAtTop ? [[page.page, name]] : [];
  });
  return found.length >= MIN_DIVIDERS ? new Map(found) : new Map();
}
