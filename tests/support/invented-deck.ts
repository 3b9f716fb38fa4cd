/** Invented slides as plain data: a title, and text at the places that a test needs. */
import type { GlyphRun, PageContent } from '../../scripts/ingest/readers/pdf/glyphs/page-content.ts';
import { assembleLines } from '../../scripts/ingest/readers/pdf/lines/assemble-lines.ts';
import type { TextLine } from '../../scripts/ingest/readers/pdf/lines/text-line.ts';
import { page, run } from './pdf-page-content.ts';

/** Widescreen. */
export const SLIDE = { width: 960, height: 540, text: 16, title: 28 } as const;

/** Text of a slide: what it says, where it begins, and how it is set. */
export type SlideText = readonly [text: string, x: number, y: number, style?: Partial<GlyphRun>];

/** One slide with texts of the usual size. */
export function slide(
  number: number,
  texts: readonly SlideText[],
  more: Partial<PageContent> = {},
): PageContent {
  const runs = texts.map(([text, x, y, style]) =>
    run(text, x, y, { size: SLIDE.text, page: number, ...style }),
  );
  return page(runs, { page: number, width: SLIDE.width, height: SLIDE.height, ...more });
}

/** The title of a slide. */
export function title(text: string): SlideText {
  return [text, 60, 50, { size: SLIDE.title }];
}

/** The lines of each page. */
export function linesOf(pages: readonly PageContent[]): readonly (readonly TextLine[])[] {
  return pages.map(({ runs }) => assembleLines(runs));
}
