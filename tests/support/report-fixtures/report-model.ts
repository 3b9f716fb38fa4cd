/** The description from which every fixture is made: what a report says, and how it looks. Plain data. */

/** A stretch of running text; `note` stands for the mark of a footnote with that text. */
export interface TextRun {
  readonly t?: string;
  readonly bold?: boolean;
  readonly sup?: boolean;
  readonly sub?: boolean;
  readonly url?: string;
  readonly note?: string;
}

export interface TableCellSpec {
  readonly t: string;
  readonly rowSpan?: number;
  readonly columnSpan?: number;
}

export type TableLook = 'ruled' | 'threeLine' | 'zebra' | 'shaded' | 'bare';
export type DrawingKind = 'bar' | 'line' | 'pie' | 'flow' | 'twoPanel' | 'photo' | 'photoPair';

export interface HeadingSpec {
  readonly type: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly number: string;
  readonly text: string;
  readonly newPage?: boolean;
  /** The heading and the one before it are set without any text between them. */
  readonly back?: boolean;
}
export interface ParagraphSpec {
  readonly type: 'para' | 'quote';
  readonly runs: readonly TextRun[];
}
export interface ListItemSpec {
  readonly marker: string;
  readonly t: string;
  /** Depth of nesting, from 0. */
  readonly depth?: number;
}
export interface ListSpec {
  readonly type: 'list';
  readonly items: readonly ListItemSpec[];
}
export interface TableSpec {
  readonly type: 'table';
  /** Words and number as printed, without white space: `表1`, `表2-1`. */
  readonly label: string;
  readonly caption: string;
  readonly source: string;
  readonly headerRows: number;
  readonly rows: readonly (readonly TableCellSpec[])[];
  readonly look: TableLook;
  /** Relative widths of the columns. */
  readonly widths: readonly number[];
  readonly landscape?: boolean;
}
export interface FigureSpec {
  readonly type: 'figure';
  /** As printed, without white space: `图1`, `图1-1`, `图表5`. */
  readonly label: string;
  readonly caption: string;
  readonly source: string;
  readonly drawing: DrawingKind;
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly seed: number;
}
export interface BoxSpec {
  readonly type: 'box';
  readonly title: string;
  readonly paras: readonly (readonly TextRun[])[];
}
export interface ReferencesSpec {
  readonly type: 'refs';
  readonly items: readonly string[];
}
export type BlockSpec =
  HeadingSpec | ParagraphSpec | ListSpec | TableSpec | FigureSpec | BoxSpec | ReferencesSpec;

/** Front matter: its heading and its paragraphs. */
export interface FrontSection {
  readonly title: string;
  readonly paras: readonly (readonly TextRun[])[];
  /** Stands before the contents (the rule) or after them. */
  readonly afterContents?: boolean;
}

export interface ReportSpec {
  readonly title: string;
  readonly subtitle: string;
  readonly publisher: string;
  readonly date: string;
  readonly front: readonly FrontSection[];
  readonly blocks: readonly BlockSpec[];
}

export type PageNumberForm = 'plain' | 'dashes' | 'emDashes' | 'ofTotal' | 'slash';
export type NoteMark = '1' | '①' | '[1]' | '*';

/** Everything about the outside of a report. Lengths in points. */
export interface Look {
  readonly producer: 'chromium' | 'writer' | 'tex';
  readonly bodyFont: string;
  readonly headingFont: string;
  readonly bodySize: number;
  /** Distance of base lines as a multiple of the size. */
  readonly leading: number;
  readonly paragraphs: 'indented' | 'block';
  readonly headingSizes: readonly [number, number, number, number];
  readonly headingsCentred: boolean;
  readonly noteMark: NoteMark;
  readonly notesRestart: boolean;
  readonly noteRule: boolean;
  readonly pageNumberForm: PageNumberForm;
  readonly pageNumberPlace: 'topRight' | 'bottom' | 'outer';
  readonly frontLabels: 'none' | 'roman' | 'continued';
  readonly runningHead: 'none' | 'title' | 'titleAndChapter';
  readonly contents: 'none' | 'chapters' | 'deep';
  /** What leads from an entry of the contents to its page. */
  readonly leader: '.' | '…' | '·' | 'none';
  /** A small picture in the head of every page. */
  readonly headLogo: boolean;
  /** `第一章` on a line of its own above the words. */
  readonly numberOnOwnLine: boolean;
  /** 图目录 and 表目录 after the contents. */
  readonly exhibitLists: boolean;
  readonly figureCaption: 'below' | 'above';
  /** Printed between the word and the number of captions: `图 1` or `图1`. */
  readonly captionGap: boolean;
  readonly boxLook: 'border' | 'shade' | 'bar';
  readonly watermark: boolean;
  readonly tagged: boolean;
  /** Written anew by another program: rules become filled shapes, stroked letters paths, and links are lost. */
  readonly rewritten: boolean;
  /** The head row is repeated, with `续表` above, where a table runs on. */
  readonly continuedTables: 'header' | 'headerAndLabel' | 'bare';
}

export interface Fixture {
  readonly name: string;
  readonly look: Look;
  readonly report: ReportSpec;
}

/** Where a block came to stand; boxes as [left, top, right, bottom] in points from the top left of the page. */
export interface Placement {
  readonly page: number;
  readonly box?: readonly [number, number, number, number];
}
export interface Layout {
  readonly pageCount: number;
  /** By index in `ReportSpec.blocks`: headings and figures have one. */
  readonly places: ReadonlyMap<number, Placement>;
  /** Physical page on which the body begins: the one with the printed number 1. */
  readonly bodyFrom: number;
  /** Set where the labels count from the first page. */
  readonly labelsFromFirstPage?: boolean;
}
