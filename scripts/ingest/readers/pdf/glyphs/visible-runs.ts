/** The runs of a page that a reader sees. */
import type { GlyphRun, PageContent } from './page-content.ts';

/** Runs that are painted, on the page, upright: what lines are made of. A file with only unpainted text is read by it. */
export function visibleRuns(page: PageContent): PageContent['runs'] {
  const visible = page.runs.filter((run) => !isInvisible(run));
  const used = visible.length > 0 ? visible : page.runs;
  return used.filter((run) => !isOutside(run, page));
}

/** Render modes 3 and 7 paint nothing. */
export function isInvisible(run: GlyphRun): boolean {
  return run.renderMode === 3 || run.renderMode === 7;
}

/** Wholly outside the visible page. */
export function isOutside(run: GlyphRun, page: PageContent): boolean {
  const { x, y, width, height } = run.box;
  return x + width <= 0 || y + height <= 0 || x >= page.width || y >= page.height;
}
