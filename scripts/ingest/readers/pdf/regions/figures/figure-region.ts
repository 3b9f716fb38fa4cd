/** A figure that was found → its region: the block, and what becomes of the text inside. */
import type { Box, Figure } from '../../../../model/document.ts';
import { assembleLines } from '../../lines/assemble-lines.ts';
import type { GlyphRun } from '../../glyphs/page-content.ts';
import type { TextLine } from '../../lines/text-line.ts';
import { sourceInlines } from '../captions/attached-lines.ts';
import { captionInlines, captionTrimmings, type CaptionLines } from '../captions/caption-lines.ts';
import { unionOf } from '../../glyphs/geometry.ts';
import { runIdsOf } from '../../lines/run-ids.ts';
import type { DroppedText, FigureRegion } from '../types.ts';

/** What the search found of one figure. */
export interface FoundFigure {
  readonly page: number;
  /** The picture with its labels. */
  readonly box: Box;
  readonly runs: readonly GlyphRun[];
  readonly attached: readonly TextLine[];
  readonly caption: CaptionLines | undefined;
  readonly label: string;
}

/** The labels in reading order, parted by 、; turned ones last. */
function figureText(runs: readonly GlyphRun[]): string {
  const upright = assembleLines(runs).map(({ text }) => text.trim());
  const turned = runs
    .filter((run) => run.rotation !== 0 || run.vertical)
    .map(({ texts }) => texts.join('').trim());
  return [...upright, ...turned].filter((text) => text !== '').join('、');
}

/** Makes the region of one figure. */
export function figureRegion(found: FoundFigure): FigureRegion {
  const { page, box, runs, attached, caption, label } = found;
  const text = figureText(runs);
  const lines = [...attached, ...(caption?.lines ?? [])];
  const block: Figure = {
    type: 'figure',
    number: caption?.number ?? '',
    caption: caption === undefined ? [] : captionInlines(caption),
    source: sourceInlines(attached),
    alt: text === '' ? null : text,
    asset: null,
    origins: [{ kind: 'pdf', page, label, box }],
  };
  const name = block.number === '' ? 'a figure' : block.number;
  return {
    kind: 'figure',
    parts: [{ page, box: unionOf([box, ...lines.map((line) => line.box)]) }],
    runIds: new Set([...runs.map(({ id }) => id), ...runIdsOf(lines)]),
    block,
    dropped: [
      ...(runs.length === 0 ? [] : [labelsOf(found, name, text)]),
      ...(caption === undefined ? [] : captionTrimmings(caption)),
    ],
  };
}

/** The labels inside a picture: they are its alternative text. */
function labelsOf({ page, runs }: FoundFigure, name: string, text: string): DroppedText {
  return {
    kind: 'figureText',
    reason: `Labels inside ${name}.`,
    page,
    box: unionOf(runs.map((run) => run.box)),
    text,
    runIds: runs.map(({ id }) => id),
  };
}
