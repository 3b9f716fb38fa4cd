/** Pages with their lines → each as the search for regions sees it; pages without body left out. */
import { itemAt } from '../../../model/item-at.ts';
import type { GlyphRun, PageContent } from '../glyphs/page-content.ts';
import { columnAt } from '../lines/learn-measures.ts';
import type { DocumentMeasures } from '../lines/learn-measures.ts';
import type { Column } from '../lines/text-line.ts';
import { factsByColumn } from '../lines/line-facts.ts';
import { withoutRuns } from '../lines/read-text.ts';
import { runIdsOf } from '../lines/run-ids.ts';
import type { TextLine } from '../lines/text-line.ts';
import type { PageLines } from './prose.ts';
import type { CaptionLines } from './captions/caption-lines.ts';
import { findCaptions } from './captions/caption-lines.ts';
import { partCaptionsInRow } from './captions/captions-in-a-row.ts';
import { findMonospacedFonts, type MonospacedFonts } from './monospaced-fonts.ts';
import { usefulGraphics, type PageGraphics } from './page-graphics.ts';
import type { RegionInput } from './types.ts';

export interface PageView extends PageLines {
  readonly page: number;
  readonly content: PageContent;
  readonly graphics: PageGraphics;
  /** The runs of those lines, and the turned ones of the page. */
  readonly runs: readonly GlyphRun[];
  readonly captions: readonly CaptionLines[];
  /** The monospaced fonts of the document: what is set in them may be a listing. */
  readonly codeFonts: MonospacedFonts;
  readonly measures: DocumentMeasures;
  /** The text area of the page. */
  readonly area: Column;
  /** The body's size: what distances are measured in. */
  readonly em: number;
}

/** Set along an axis of a chart; text across a page at another angle is a watermark. */
const isTurned = (run: GlyphRun): boolean => run.rotation === 90 || run.rotation === 270 || run.vertical;

function runsOf(content: PageContent, lines: readonly TextLine[]): readonly GlyphRun[] {
  const ids = new Set(runIdsOf(lines));
  return content.runs.filter((run) => ids.has(run.id) || (isTurned(run) && !run.artifact));
}

/** Prepares the pages on which regions are looked for; the others are left out. */
export function viewPages({ pages, lines, measures, skippedPages }: RegionInput): readonly PageView[] {
  const graphics = usefulGraphics(pages, lines);
  const codeFonts = findMonospacedFonts(pages);
  const factsOf = factsByColumn((line) => columnAt(measures, line));
  return pages.flatMap((content, index): readonly PageView[] => {
    if (skippedPages.has(content.page)) return [];
    const own = partCaptionsInRow(itemAt(lines, index), content);
    const captions = findCaptions({ lines: own, factsOf, measures });
    const runs = runsOf(content, own);
    return [
      {
        page: content.page,
        content,
        graphics: itemAt(graphics, index),
        lines: own,
        runs,
        captions,
        codeFonts,
        measures,
        factsOf,
        area: measures.edges[content.page - 1] ?? measures,
        em: measures.bodySize,
      },
    ];
  });
}

/**
 * The page without text that a region has taken: what stands in one region is never read for another. Captions stay, at
 * which drawings and tables end; only those that `isFree` may still be taken.
 */
export function viewWithout(view: PageView, taken: ReadonlySet<number>): PageView {
  const runs = view.runs.filter(({ id }) => !taken.has(id));
  if (runs.length === view.runs.length) return view;
  return { ...view, runs, lines: withoutRuns([view.content], [view.lines], taken)[0] ?? [] };
}

/** Whether all lines of a caption are still free to be taken. */
export function isFree({ lines }: CaptionLines, view: PageView): boolean {
  return lines.every((line) => view.lines.includes(line));
}
