/** What was drawn out of a file → what stands where: furniture, slides, regions, notes, and the lines of the body that are left. */
import type { Message } from '../../model/messages.ts';
import { findFurniture } from './furniture/find-furniture.ts';
import type { Furniture } from './furniture/find-furniture.ts';
import type { FileFacts } from './glyphs/file-facts.ts';
import { markThickened } from './glyphs/mark-thickened.ts';
import type { PageContent } from './glyphs/page-content.ts';
import { rejoinWords } from './lines/hyphens.ts';
import type { RejoinedWords } from './lines/hyphens.ts';
import { readText, withoutRuns } from './lines/read-text.ts';
import type { ReadText } from './lines/read-text.ts';
import type { TextLine } from './lines/text-line.ts';
import { findNotes } from './notes/find-notes.ts';
import type { FoundNote } from './notes/find-notes.ts';
import type { Bulkheads } from './process/bulkheads.ts';
import { findRegions } from './regions/find-regions.ts';
import type { Region } from './regions/types.ts';
import { arrangeSlides } from './slides/arrange-slides.ts';
import type { SlideBoxes } from './slides/arrange-slides.ts';
import { readDeck } from './slides/read-deck.ts';
import type { Deck } from './slides/read-deck.ts';

/** What was drawn out of a file. */
export interface ExtractedFile {
  readonly pages: readonly PageContent[];
  readonly facts: FileFacts;
}

/** What stands where in a file. */
export interface Places {
  readonly pages: readonly PageContent[];
  /** All lines of the pages, and what is usual in them. */
  readonly text: ReadText;
  readonly furniture: Furniture;
  /** Sections and titles of slides; null where the file is none. */
  readonly deck: Deck | null;
  /** Boxes of slides in reading order; null where the file is none, or where they could not be found. */
  readonly boxes: SlideBoxes | null;
  readonly regions: readonly Region[];
  readonly notes: readonly FoundNote[];
  /** Body lines of each page, without furniture, notes and regions; headings included. */
  readonly lines: readonly (readonly TextLine[])[];
  /** Hyphens that only divided words at line ends. */
  readonly hyphens: RejoinedWords['trimmings'];
  readonly messages: readonly Message[];
}

/** Parts every page between the rooms. A part that fails is read in a simpler way. */
export function findPlaces(file: ExtractedFile, bulkheads: Bulkheads): Places {
  const pages = bulkheads.run(
    'glyphs',
    null,
    () => markThickened(file.pages),
    () => [...file.pages],
  );
  const text = readText(pages, bulkheads);
  const { furniture, deck } = setFurnitureApart(file, pages, { text, bulkheads });
  const { labels, skippedPages } = furniture;
  const { measures } = text;
  const found = findRegions({ pages, lines: furniture.lines, measures, labels, skippedPages }, bulkheads);
  const inRegions = new Set(found.regions.flatMap((region) => [...region.runIds]));
  const whole = withoutRuns(pages, furniture.lines, inRegions);
  const { lines: free, trimmings: hyphens } = bulkheads.run(
    'lines',
    null,
    () => rejoinWords(whole),
    () => ({ lines: whole, trimmings: [] }),
  );
  const { notes, lineIds } = findNotes({ pages, lines: free, context: furniture.lines, measures }, bulkheads);
  const unordered = free.map((page) => page.filter((line) => !lineIds.has(line.id)));
  const boxes = deck && orderSlides({ pages, lines: unordered, labels, deck }, bulkheads);
  return {
    pages,
    text,
    furniture,
    deck,
    boxes,
    regions: [...found.regions, ...(boxes?.pictures ?? [])],
    notes,
    lines: boxes?.lines ?? unordered,
    hyphens,
    messages: [...found.messages, ...(boxes?.messages ?? []), ...(deck?.messages ?? [])],
  };
}

/** The furniture, as slides have it where the file is a deck. */
function setFurnitureApart(
  { facts }: ExtractedFile,
  pages: readonly PageContent[],
  { text, bulkheads }: { readonly text: ReadText; readonly bulkheads: Bulkheads },
): Pick<Places, 'furniture' | 'deck'> {
  const furniture = findFurniture({ pages, ...text, facts }, bulkheads);
  const deck = bulkheads.run(
    'slides',
    null,
    () => readDeck({ ...furniture, pages, all: text.lines, title: furniture.metadata.title }),
    () => null,
  );
  if (deck === null) return { furniture, deck };
  const { claims, lines, skippedPages } = deck;
  return { furniture: { ...furniture, claims, lines, skippedPages }, deck };
}

function orderSlides(input: Parameters<typeof arrangeSlides>[0], bulkheads: Bulkheads): SlideBoxes | null {
  return bulkheads.run(
    'slides',
    null,
    () => arrangeSlides(input),
    () => null,
  );
}
