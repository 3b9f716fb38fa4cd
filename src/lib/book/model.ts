/**
 * A chapter as it stands in its MDX file, as a tree: what pages show by components, everything else that is made of a
 * report at build (Markdown, EPUB, data) reads here. The vocabulary is that of docs/architecture.md.
 */
import type { ChapterData, ViewpointData } from '../../schema/chapter.ts';
import type { Report } from '../../schema/report.ts';
import type { Language } from '../language.ts';
import type { LinkTarget } from './link-target.ts';

/** Where something begins in the PDF; nothing is known of what comes from an article. */
export interface Place {
  /** Physical page, from 1. */
  readonly page?: number;
  /** Printed page. */
  readonly label?: string;
}

export interface Text {
  readonly type: 'text';
  readonly value: string;
}
export interface Marked {
  readonly type: 'strong' | 'emphasis' | 'superscript';
  readonly children: readonly Inline[];
}
export interface Link {
  readonly type: 'link';
  readonly target: LinkTarget;
  readonly children: readonly Inline[];
}
/** The same note may be marked more than once. */
export interface NoteMark {
  readonly type: 'noteMark';
  readonly id: string;
  readonly label: string;
}
/** Stands where a page of the PDF begins. */
export interface PageMark extends Place {
  readonly type: 'pageMark';
  readonly page: number;
}
export interface LineBreak {
  readonly type: 'break';
}
export type Inline = Text | Marked | Link | NoteMark | PageMark | LineBreak;

/** What can be linked to: its permanent id, and where it begins. */
interface Identified {
  readonly id: string;
  readonly place: Place;
}

export interface Heading extends Identified {
  readonly type: 'heading';
  /** 2 for （一）, 3 for 1., 4 for （1）: the chapter’s own title is 1. */
  readonly level: 2 | 3 | 4;
  readonly number: string;
  readonly children: readonly Inline[];
}
/** A paragraph. The first one of a list item has no id: the item has it. */
export interface Passage {
  readonly type: 'passage';
  readonly id?: string;
  readonly place: Place;
  /** Where it is not that of the report. */
  readonly language?: Language;
  readonly children: readonly Inline[];
}
export interface Item {
  /** Absent where the item begins with a figure or the like, which has an id of its own. */
  readonly id?: string;
  readonly place: Place;
  /** As printed: `●`, `1.`, `（1）`. */
  readonly marker: string;
  readonly language?: Language;
  readonly children: readonly Block[];
}
export interface ItemList {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly items: readonly Item[];
}
export interface Quotation {
  readonly type: 'quotation';
  readonly children: readonly Block[];
}
export interface ListingLine {
  /** Spaces that the line begins with. */
  readonly indent: number;
  readonly children: readonly Inline[];
}
export interface Listing extends Identified {
  readonly type: 'listing';
  readonly lines: readonly ListingLine[];
}
export interface Box extends Identified {
  readonly type: 'box';
  readonly title: readonly Inline[];
  readonly children: readonly Block[];
}
/** A picture; `path` is relative to the report’s folder, sizes are CSS pixels. */
export interface Picture {
  readonly path: string;
  readonly width: number;
  readonly height: number;
}
interface Exhibit extends Identified {
  readonly number: string;
  readonly caption: readonly Inline[];
  /** The whole printed line: `来源：…`; '' where there is none. */
  readonly source: string;
  readonly picture?: Picture;
}
export interface Figure extends Exhibit {
  readonly type: 'figure';
  /** The words inside the picture; '' where it holds none. */
  readonly alt: string;
}
export interface Cell {
  readonly isHeader: boolean;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly children: readonly Inline[];
}
export interface Table extends Exhibit {
  readonly type: 'table';
  readonly headerRows: number;
  /** A place covered by a span has no cell of its own. */
  readonly rows: readonly (readonly Cell[])[];
}
/** Here stands the viewpoint of this number; its text is `Book.viewpoints`. */
export interface ViewpointCallout {
  readonly type: 'viewpointCallout';
  readonly number: number;
}
/** Viewpoints, standing elsewhere, that speak of the section without text above. */
export interface SpokenOf {
  readonly type: 'spokenOf';
  readonly viewpoints: readonly number[];
}
export type Block =
  Heading | Passage | ItemList | Quotation | Listing | Box | Figure | Table | ViewpointCallout | SpokenOf;

/** A note at the end of a chapter, linked to as a whole. */
export interface Note {
  readonly id: string;
  readonly label: string;
  readonly language?: Language;
  readonly children: readonly Inline[];
}

/** The content of one MDX file. */
export interface Body {
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
}

export interface BookChapter extends Body {
  readonly data: ChapterData;
}
export interface BookViewpoint extends Body {
  readonly data: ViewpointData;
}

/** A report with all of its text. */
export interface Book {
  readonly id: string;
  readonly report: Report;
  readonly language: Language;
  /** What stands before the first chapter and belongs to none. */
  readonly introduction: Body;
  /** In reading order. */
  readonly chapters: readonly BookChapter[];
  /** In the order of their numbers. */
  readonly viewpoints: readonly BookViewpoint[];
}

/** Ends every `switch` over a union: a new member is then a type error. */
export function assertNever(value: never): never {
  throw new TypeError(`Unexpected ${JSON.stringify(value)}.`);
}
