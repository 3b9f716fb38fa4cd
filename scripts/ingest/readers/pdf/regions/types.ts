/**
 * The contract between the text stages and the regions: tables, figures and boxed text that the flow goes around.
 * Regions are found after furniture is known and before notes, headings and paragraphs.
 */
import type { Box, Figure, Inline, Listing, Table } from '../../../model/document.ts';
import type { Message } from '../../../model/messages.ts';
import type { PageContent } from '../glyphs/page-content.ts';
import type { DocumentMeasures } from '../lines/learn-measures.ts';
import type { Bulkheads } from '../process/bulkheads.ts';
import type { TextLine } from '../lines/text-line.ts';

export interface RegionInput {
  readonly pages: readonly PageContent[];
  /**
   * The lines of each page (same order as `pages`) that are not furniture, contents or cover, in reading order. To
   * cut other lines out of some runs (the cells of a row) call `assembleLines(runs, links)` of `assemble-lines.ts`;
   * to turn lines into inlines, joined as Chinese is joined, call `joinLines(lines)` of `join-lines.ts`.
   */
  readonly lines: readonly (readonly TextLine[])[];
  readonly measures: DocumentMeasures;
  /** Printed page label by physical page, from index 0; '' where there is none. */
  readonly labels: readonly string[];
  /** Physical pages, from 1, that hold no body at all (cover, contents, back cover): no region is looked for there. */
  readonly skippedPages: ReadonlySet<number>;
}

/** The area of a region on one page. The flow places the region before the first line that begins below `box`'s top. */
export interface RegionPart {
  readonly page: number;
  /** Everything that belongs to it, caption and source line included. */
  readonly box: Box;
}

interface RegionBase {
  /** In page order; more than one where it runs over a page end. */
  readonly parts: readonly RegionPart[];
  /** Every run that the region answers for: content, caption, source line, repeated header rows, labels inside. */
  readonly runIds: ReadonlySet<number>;
}

export interface TableRegion extends RegionBase {
  readonly kind: 'table';
  /** Complete, with origins. Raised text in it stays `superscript` (as `joinLines` makes it): notes are linked later. */
  readonly block: Table;
  /** Runs that are deliberately not in the block (repeated header rows, “续表”), with the reason: they become furniture. */
  readonly dropped: readonly DroppedText[];
}

export interface FigureRegion extends RegionBase {
  readonly kind: 'figure';
  /** Complete but for `asset`, which `crops.ts` fills in later. */
  readonly block: Figure;
  /** Labels inside the picture: furniture of the kind `figureText`. */
  readonly dropped: readonly DroppedText[];
}

/** Preformatted text; its lines stay as they are. */
export interface ListingRegion extends RegionBase {
  readonly kind: 'listing';
  readonly block: Listing;
}

/** Boxed text. Its lines are made into paragraphs and lists by the flow stage, like the body's. */
export interface CalloutRegion extends RegionBase {
  readonly kind: 'callout';
  readonly title: readonly Inline[];
  /** The lines of the content, without the title, in reading order over all parts. */
  readonly lines: readonly TextLine[];
  /** The title's lines: they give the block its first origin. */
  readonly titleLines: readonly TextLine[];
}

export interface DroppedText {
  readonly kind: 'figureText' | 'other';
  /** A sentence: `Labels inside 图 3.` */
  readonly reason: string;
  readonly page: number;
  readonly box: Box;
  readonly text: string;
  readonly runIds: readonly number[];
}

export type Region = TableRegion | FigureRegion | ListingRegion | CalloutRegion;

/** The areas of regions on a page. */
export function boxesOn(page: number, regions: readonly Region[]): readonly Box[] {
  return regions.flatMap(({ parts }) => parts.flatMap((part) => (part.page === page ? [part.box] : [])));
}

export interface RegionResult {
  readonly regions: readonly Region[];
  readonly messages: readonly Message[];
}

/** How the entry calls it: `regions/find-regions.ts` exports `findRegions` of this type. */
export type FindRegions = (input: RegionInput, bulkheads?: Bulkheads) => RegionResult;
