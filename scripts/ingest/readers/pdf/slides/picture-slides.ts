/** Slides whose text is scattered over a drawing → a picture with its words: in any order they make no text. */
import { median } from '../../../model/quantile.ts';
import { countInk } from '../../../genre/character-class.ts';
import type { Message } from '../../../model/messages.ts';
import { boxFrom, bottomOf, grown, intersectEdges, rightOf, unionOf } from '../glyphs/geometry.ts';
import type { PageContent } from '../glyphs/page-content.ts';
import { pageList } from '../gate/gate-text.ts';
import { runIdsOf } from '../lines/run-ids.ts';
import type { TextLine } from '../lines/text-line.ts';
import { figureRegion } from '../regions/figures/figure-region.ts';
import type { FigureRegion } from '../regions/types.ts';
import type { TextBox } from './order-boxes.ts';

/** So many boxes on one slide are the labels of a drawing… */
const MIN_BOXES = 8;
/** …when the usual one has no more characters than this. */
const MAX_LABEL_INK = 12;
/** Room around the words, in ems. */
const MARGIN_EMS = 1;

/** Whether the boxes of a slide are the labels of a drawing rather than texts side by side. */
export function isScattered(boxes: readonly TextBox[]): boolean {
  const inks = boxes.map(({ lines }) => lines.reduce((sum, { text }) => sum + countInk(text), 0));
  return boxes.length >= MIN_BOXES && median(inks) <= MAX_LABEL_INK;
}

/** The picture of the boxes of one slide, with their words in reading order. */
export function pictureOfSlide(page: PageContent, boxes: readonly TextBox[], label: string): FigureRegion {
  const lines = boxes.flatMap((each) => each.lines);
  const ids = new Set(runIdsOf(lines));
  const runs = page.runs.filter(({ id }) => ids.has(id));
  const around = grown(unionOf(lines.map(({ box }) => box)), MARGIN_EMS * largestSize(lines));
  const [left, top, right, bottom] = intersectEdges(
    [around.x, around.y, rightOf(around), bottomOf(around)],
    [0, 0, page.width, page.height],
  );
  const box = boxFrom(left, top, right, bottom);
  const region = figureRegion({ page: page.page, box, runs, attached: [], caption: undefined, label });
  const alt = boxes.map((each) => each.lines.map(({ text }) => text.trim()).join('')).join('、');
  return { ...region, block: { ...region.block, alt } };
}

function largestSize(lines: readonly TextLine[]): number {
  return Math.max(...lines.map(({ size }) => size));
}

/** One warning for all slides that stand as pictures, null where none does. */
export function pictureMessage(pages: readonly number[]): Message | null {
  if (pages.length === 0) return null;
  return {
    ruleId: 'pdf/is-a-report',
    severity: 'warning',
    reason: `The text of ${String(pages.length)} slide(s) is scattered over a drawing (page(s) ${pageList(pages)}): they stand as pictures, with their words to be searched.`,
    hint: 'Compare these slides with the PDF; what they say in words may be added in overrides.yaml.',
  };
}
