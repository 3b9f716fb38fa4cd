/**
 * What the transforms make of the documents of one report and the writers put on disk: chapters of blocks in
 * which everything that can be linked to has its permanent id.
 */
import type { Block, ContentsEntry, Furniture, Inline, Origin, SourceDescription } from './document.ts';
import type { Message } from './messages.ts';

/**
 * A permanent id: a letter for the kind and a number that is unique in the report, e.g. `p14`.
 * s heading, p paragraph or list item, v viewpoint, f figure, t table, c callout, n note.
 */
export type PermanentId = `${'s' | 'p' | 'v' | 'f' | 't' | 'c' | 'n'}${number}`;

/** A block with its id, and the ids of what is inside it, keyed by the block object itself. */
export type BlockIds = ReadonlyMap<Block, PermanentId>;

export interface Chapter {
  readonly id: PermanentId;
  readonly slug: string;
  /** `一、`, or '' for front and back matter. */
  readonly number: string;
  readonly title: string;
  readonly matter: 'front' | 'body' | 'back';
  /** Without the chapter's own heading. */
  readonly children: readonly Block[];
  /** False where only the contents are known because no PDF was given. */
  readonly complete: boolean;
  readonly origins: readonly Origin[];
}

/** A paragraph of the report that carries a viewpoint. */
export interface Evidence {
  readonly id: PermanentId;
  readonly chapter: string;
  /** Printed page, '' where unknown. */
  readonly label: string;
  readonly page: number;
}

export interface BookViewpoint {
  readonly id: PermanentId;
  readonly number: number;
  readonly lead: string;
  readonly children: readonly Block[];
  /** Slug of its chapter, and the id of its section's heading (or of the chapter's). */
  readonly chapter: string;
  readonly section: PermanentId;
  readonly evidence: readonly Evidence[];
}

export interface BookNote {
  readonly id: PermanentId;
  readonly noteId: string;
  readonly label: string;
  readonly chapter: string;
  readonly children: readonly Block[];
}

export interface Book {
  readonly id: string;
  readonly ids: BlockIds;
  /** What stands before the first chapter and belongs to none: the lead paragraphs of the article. */
  readonly introduction: readonly Block[];
  readonly chapters: readonly Chapter[];
  readonly viewpoints: readonly BookViewpoint[];
  readonly notes: readonly BookNote[];
  readonly contents: readonly ContentsEntry[];
  readonly furniture: readonly Furniture[];
  readonly sources: readonly SourceDescription[];
  readonly messages: readonly Message[];
}

/** The plain text of inlines; page marks and note marks have none. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.value;
      return 'children' in inline ? plainText(inline.children) : '';
    })
    .join('');
}
