/** A region of a page → the caption next to it; two places → the lines between them. */
import { isAttachedLine } from '../../../../genre/captions.ts';
import type { Box } from '../../../../model/document.ts';
import { acrossOf, bottomOf, middleOf, overlapOf } from '../../glyphs/geometry.ts';
import type { TextLine } from '../../lines/text-line.ts';
import type { PageView } from '../page-view.ts';
import type { CaptionLines } from './caption-lines.ts';

/** Ems between a region and its caption at most. */
export const MAX_CAPTION_GAP_EMS = 3;

/** The lines below `above` and above `below`, as far as they stand under the former. */
export function linesBetween(view: PageView, above: Box, below: Box): readonly TextLine[] {
  return view.lines.filter(
    ({ box }) =>
      middleOf(box) > bottomOf(above) &&
      middleOf(box) < below.y &&
      overlapOf(acrossOf(box), acrossOf(above)) > 0,
  );
}

/** The caption that stands next to `box` on one side with nothing but source lines between. */
export function captionBeside(
  view: PageView,
  box: Box,
  side: 'above' | 'below',
  kinds: readonly CaptionLines['kind'][],
): CaptionLines | undefined {
  return view.captions.find((caption) => {
    if (!kinds.includes(caption.kind) || overlapOf(acrossOf(caption.box), acrossOf(box)) === 0) return false;
    const [upper, lower] = side === 'above' ? [caption.box, box] : [box, caption.box];
    const gap = lower.y - bottomOf(upper);
    if (gap < -view.em / 2) return false;
    const between = linesBetween(view, upper, lower).filter((line) => !caption.lines.includes(line));
    const free = gap - between.reduce((sum, line) => sum + line.box.height * 1.5, 0);
    return free <= MAX_CAPTION_GAP_EMS * view.em && between.every((line) => isAttachedLine(line.text));
  });
}
