/** Lines of a page → the same lines, captions and sources of figures that stand side by side each on a line of its own. */
import { isAttachedLine, parseCaption } from '../../../../genre/captions.ts';
import type { PageContent } from '../../glyphs/page-content.ts';
import { assembleLines } from '../../lines/assemble-lines.ts';
import { lineRunIds } from '../../lines/run-ids.ts';
import type { TextLine } from '../../lines/text-line.ts';

/** Captions in a row may stand this near, in ems: nearer than columns, further than words. */
const MIN_GAP_EMS = 0.8;

const beginsLabel = (text: string): boolean => parseCaption(text) !== null || isAttachedLine(text);

/** Parts lines at gaps behind which another caption, or another source, begins. */
export function partCaptionsInRow(lines: readonly TextLine[], page: PageContent): readonly TextLine[] {
  return lines.flatMap((line) => (beginsLabel(line.text) ? partsOf(line, page) : [line]));
}

function partsOf(line: TextLine, { runs, links }: PageContent): readonly TextLine[] {
  const ids = new Set(lineRunIds(line));
  const own = runs.filter(({ id }) => ids.has(id));
  const starts = assembleLines(own, links, MIN_GAP_EMS)
    .slice(1)
    .filter(({ text }) => beginsLabel(text))
    .map(({ box }) => box.x);
  if (starts.length === 0) return [line];
  const parts = Map.groupBy(own, (run) => starts.filter((x) => run.box.x >= x - 0.01).length);
  return [...parts.values()].flatMap((part) => assembleLines(part, links, Infinity));
}
