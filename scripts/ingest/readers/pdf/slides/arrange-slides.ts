/** The text that is left on slides → boxes in reading order, or pictures where it is scattered over drawings. */
import type { Message } from '../../../model/messages.ts';
import { itemAt } from '../../../model/item-at.ts';
import type { PageContent } from '../glyphs/page-content.ts';
import type { Column, TextLine } from '../lines/text-line.ts';
import type { FigureRegion } from '../regions/types.ts';
import { orderBoxes } from './order-boxes.ts';
import { isScattered, pictureMessage, pictureOfSlide } from './picture-slides.ts';
import type { Deck } from './read-deck.ts';

/** Where the lines of slides stand. */
export interface SlideBoxes {
  /** The lines of every slide in the order of its boxes, headings first. */
  readonly lines: readonly (readonly TextLine[])[];
  /** The column of each line's box, by line id. */
  readonly columns: ReadonlyMap<number, Column>;
  /** The first lines of boxes. */
  readonly starts: ReadonlySet<number>;
  readonly pictures: readonly FigureRegion[];
  readonly messages: readonly Message[];
}

/** What is left on slides when regions and notes are gone. */
export interface SlidesInput {
  readonly pages: readonly PageContent[];
  readonly lines: readonly (readonly TextLine[])[];
  /** Printed labels by physical page, from index 0. */
  readonly labels: readonly string[];
  readonly deck: Deck;
}

/** Arranges the lines of all slides. */
export function arrangeSlides({ pages, lines, labels, deck }: SlidesInput): SlideBoxes {
  const inHeadings = new Set(deck.headings.flatMap((heading) => heading.lines.map(({ id }) => id)));
  const slides = pages.map((page, index) => {
    const own = lines[index] ?? [];
    const boxes = orderBoxes(own.filter(({ id }) => !inHeadings.has(id)));
    const picture = isScattered(boxes) ? pictureOfSlide(page, boxes, labels[index] ?? '') : null;
    return {
      headings: own.filter(({ id }) => inHeadings.has(id)),
      boxes: picture === null ? boxes : [],
      picture,
    };
  });
  const boxes = slides.flatMap((slide) => slide.boxes);
  const pictures = slides.flatMap(({ picture }) => picture ?? []);
  const message = pictureMessage(pictures.flatMap(({ parts }) => parts.map(({ page }) => page)));
  return {
    lines: slides.map((slide) => [...slide.headings, ...slide.boxes.flatMap((box) => box.lines)]),
    columns: new Map(boxes.flatMap((box) => box.lines.map(({ id }) => [id, box.column] as const))),
    starts: new Set(boxes.map((box) => itemAt(box.lines, 0).id)),
    pictures,
    messages: message === null ? [] : [message],
  };
}
