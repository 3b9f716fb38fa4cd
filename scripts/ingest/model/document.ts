/**
 * The one document that every source is read into. It is plain data: no classes, no functions, safe to
 * send between processes and to write as JSON (`document.json`).
 */
import type { Judged } from './confidence.ts';
import type { Message } from './messages.ts';
import type { Origin } from './origin.ts';

export type { ArticleOrigin, Box, Origin, PdfOrigin } from './origin.ts';

export interface Text {
  readonly type: 'text';
  readonly value: string;
}
export interface Strong {
  readonly type: 'strong';
  readonly children: readonly Inline[];
}
export interface Emphasis {
  readonly type: 'emphasis';
  readonly children: readonly Inline[];
}
export interface Superscript {
  readonly type: 'superscript';
  readonly children: readonly Inline[];
}
export interface Link {
  readonly type: 'link';
  readonly url: string;
  readonly children: readonly Inline[];
}
/** The mark of a note; `noteId` is a key of `ReportDocument.notes`. */
export interface NoteReference {
  readonly type: 'noteReference';
  readonly noteId: string;
}
/** Stands where a page of the source begins inside a block. */
export interface PageMark {
  readonly type: 'pageMark';
  readonly page: number;
  readonly label: string;
}
export interface LineBreak {
  readonly type: 'break';
}

export type Inline = Text | Strong | Emphasis | Superscript | Link | NoteReference | PageMark | LineBreak;

interface BlockBase extends Judged {
  /** Where the block stands in its source; at least one, in reading order, one for each page it touches. */
  readonly origins: readonly Origin[];
}

export type HeadingLevel = 1 | 2 | 3 | 4;

/** The full text of a heading is `number` followed by `children`. */
export interface Heading extends BlockBase {
  readonly type: 'heading';
  readonly level: HeadingLevel;
  /** As printed, with its punctuation: `一、`, `（二）`, `1.`, or '' where there is none. */
  readonly number: string;
  readonly children: readonly Inline[];
  /** Set on the headings of front matter (版权声明, 前言) and back matter (附录, 参考文献). */
  readonly matter?: 'front' | 'back';
}
export interface Paragraph extends BlockBase {
  readonly type: 'paragraph';
  readonly children: readonly Inline[];
}
export interface ListItem {
  /** As printed: `●`, `1.`, `（1）`. */
  readonly marker: string;
  readonly children: readonly Block[];
}
export interface List extends BlockBase {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}
export interface Quote extends BlockBase {
  readonly type: 'quote';
  readonly children: readonly Block[];
}
/**
 * Preformatted text: a program, a formula, what a terminal shows. Breaks part its lines (two in a row: a blank line);
 * spaces at the start of a line are its indentation, those inside it stand as they are printed.
 */
export interface Listing extends BlockBase {
  readonly type: 'listing';
  readonly children: readonly Inline[];
}
export interface TableCell {
  readonly children: readonly Inline[];
  readonly columnSpan: number;
  readonly rowSpan: number;
}
/** An image file of the report; `path` is relative to the report's folder, sizes are CSS pixels at 1×. */
export interface Asset {
  readonly path: string;
  readonly width: number;
  readonly height: number;
}
/** A place covered by a span has no cell of its own. */
export interface Table extends BlockBase {
  readonly type: 'table';
  readonly number: string;
  readonly caption: readonly Inline[];
  /** The whole printed line: `来源：中国信息通信研究院`. */
  readonly source: readonly Inline[];
  readonly headerRows: number;
  readonly rows: readonly (readonly TableCell[])[];
  /** The picture of the table, kept where its structure is uncertain. */
  readonly asset?: Asset | null;
}
export interface Figure extends BlockBase {
  readonly type: 'figure';
  readonly number: string;
  readonly caption: readonly Inline[];
  readonly source: readonly Inline[];
  /** A text alternative made of the labels inside the picture, or null where it holds none. */
  readonly alt: string | null;
  readonly asset: Asset | null;
}
/** Boxed text: 专栏, 案例. */
export interface Callout extends BlockBase {
  readonly type: 'callout';
  readonly title: readonly Inline[];
  readonly children: readonly Block[];
}

export type Block = Heading | Paragraph | List | Quote | Listing | Table | Figure | Callout;

/** A footnote; `label` is its printed mark without trimmings (`12`, `①`). */
export interface Note {
  readonly label: string;
  readonly children: readonly Paragraph[];
}

export type FurnitureKind =
  | 'header'
  | 'footer'
  | 'pageNumber'
  | 'contents'
  | 'cover'
  | 'watermark'
  | 'advert'
  | 'figureText'
  | 'interface'
  | 'other';

/** Text kept out of the body on purpose, with the reason in words. */
export interface Furniture {
  readonly kind: FurnitureKind;
  readonly text: string;
  readonly reason?: string;
  readonly origins: readonly Origin[];
}

/** A line of the report's own contents: the best witness for its headings. */
export interface ContentsEntry {
  readonly level: HeadingLevel;
  readonly number: string;
  readonly title: string;
  /** The printed page that the line names, or '' where it names none. */
  readonly label: string;
  readonly origins?: readonly Origin[];
}

/** A core viewpoint (核心观点). `lead` is the plain text of its bold first sentence(s). */
export interface Viewpoint {
  readonly number: number;
  /** The number as printed (`1.`); it is not repeated in the text. */
  readonly marker?: string;
  readonly lead: string;
  /** All of its text, the lead included (bold). */
  readonly children: readonly Block[];
  readonly origins: readonly Origin[];
}

/** What a source says about itself; '' or absent where it says nothing. */
export interface DocumentMetadata {
  readonly title: string;
  readonly subtitle?: string;
  readonly publisher?: string;
  /** The publisher's number of the report: `No.202412`. */
  readonly number?: string;
  /** ISO 8601, as precise as the source: `2024-12-11`, `2024-12`. */
  readonly date?: string;
  readonly url?: string;
  /** Who published the source where it is not the report's publisher (an article's account). */
  readonly account?: string;
  /** The address of the report's PDF that the source links to. */
  readonly pdfUrl?: string;
  /** Of an article: the report that it is about (without 《》), and the day on which that was released. */
  readonly reportTitle?: string;
  readonly released?: string;
  /** Of an article: the account from which it was taken. */
  readonly original?: string;
}

export interface SourceDescription {
  readonly kind: 'pdf' | 'article';
  /** Of the source's bytes, lower-case hexadecimal. */
  readonly sha256: string;
  /** Physical pages; 0 for an article. */
  readonly pageCount: number;
  /** Only a PDF: whether it is encrypted, and what its owner forbids, in words of the PDF standard. */
  readonly encrypted?: boolean;
  readonly forbidden?: readonly string[];
  readonly producer?: string;
  /** Day on which the PDF says it was made: the last resort where it is not dated. */
  readonly created?: string;
}

/** How sure the reading of one page is: of every block that begins there, and of the page as a whole. */
export interface PageReading extends Judged {
  /** Physical page, from 1. */
  readonly page: number;
  readonly label: string;
}

export interface ReportDocument {
  readonly version: 1;
  readonly source: SourceDescription;
  readonly metadata: DocumentMetadata;
  readonly body: readonly Block[];
  /** Every page of a PDF in order; absent for an article. */
  readonly pages?: readonly PageReading[];
  readonly viewpoints: readonly Viewpoint[];
  readonly contents: readonly ContentsEntry[];
  readonly notes: Readonly<Record<string, Note>>;
  readonly furniture: readonly Furniture[];
  readonly messages: readonly Message[];
}

/** Ends every `switch` over a union: a new member is then a type error. */
export function assertNever(value: never): never {
  throw new TypeError(`Unexpected ${JSON.stringify(value)}.`);
}
