/** The titles of all slides: what slides in a row have in common is said once. */
import { foldText } from '../../../genre/fold-text.ts';
import type { PageContent } from '../glyphs/page-content.ts';
import type { TextLine } from '../lines/text-line.ts';
import { titleOfSlide, usualSize } from './slide-title.ts';

export interface SlideTitles {
  readonly first: (readonly TextLine[])[];
  /** Lines that say the title of the slide before again. */
  readonly again: readonly TextLine[];
}

/** @param apart Pages that announce sections and have no title of their own. */
export function slideTitles(
  pages: readonly PageContent[],
  lines: readonly (readonly TextLine[])[],
  apart: ReadonlySet<number>,
): SlideTitles {
  const textSize = usualSize(lines.flat()) ?? 0;
  const first: (readonly TextLine[])[] = [];
  const again: TextLine[] = [];
  let before = '';
  for (const [index, page] of pages.entries()) {
    const title = apart.has(page.page) ? [] : titleOfSlide(page, lines[index] ?? [], textSize);
    const text = foldText(title.map((line) => line.text).join(''));
    if (text === '') {
      before = '';
    } else if (text === before) again.push(...title);
    else first.push(title);
    before = text;
  }
  return { first, again };
}
