/** S2: finds the bold that a font's name does not tell. */
import type { GlyphRun, PageContent } from './page-content.ts';

/**
 * Skia (Chromium's printing) cannot embed a font that it thickened itself and draws it as a Type 3 font of the same
 * name, while the ordinary weight is embedded as it is. So where a name occurs both ways, Type 3 is the bold one.
 * A name that occurs as Type 3 alone says nothing: some fonts are always written so.
 */
export function markThickened(pages: readonly PageContent[]): PageContent[] {
  const plain = new Set<string>();
  for (const page of pages)
    for (const run of page.runs) if (!run.type3 && run.fontName !== '') plain.add(run.fontName);
  const mark = (run: GlyphRun): GlyphRun =>
    run.type3 && !run.bold && plain.has(run.fontName) ? { ...run, bold: true } : run;
  return pages.map((page) => ({ ...page, runs: page.runs.map(mark) }));
}
