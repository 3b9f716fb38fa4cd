/**
 * What the transforms make of the documents of one report and the writers put on disk: chapters of blocks in
 * which everything that can be linked to has its permanent id.
 */
import type { ContentsEntry, Furniture, Origin, Paragraph, SourceDescription } from './document.ts';
import type { IdentifiedBlock, PermanentId } from './identified.ts';
import type { Message } from './messages.ts';

export interface Chapter {
  readonly id: PermanentId;
  readonly slug: string;
  /** `一、`, or '' for front and back matter. */
  readonly number: string;
  readonly title: string;
  readonly matter: 'front' | 'body' | 'back';
  /** Without the chapter's own heading. */
  readonly children: readonly IdentifiedBlock[];
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
  readonly children: readonly IdentifiedBlock[];
  /** Slug of its chapter, and the id of its section's heading (or of the chapter's). */
  readonly chapter: string;
  readonly section: PermanentId;
  readonly evidence: readonly Evidence[];
}

/** A section (or chapter) without text, and the viewpoints standing elsewhere that speak of it; at least one. */
export interface BookMention {
  readonly section: PermanentId;
  readonly viewpoints: readonly number[];
}

export interface BookNote {
  readonly id: PermanentId;
  readonly noteId: string;
  readonly label: string;
  readonly chapter: string;
  /** Without ids of their own: the note is linked to as a whole. */
  readonly children: readonly Paragraph[];
}

export interface Book {
  readonly id: string;
  /** What stands before the first chapter and belongs to none: the lead paragraphs of the article. */
  readonly introduction: readonly IdentifiedBlock[];
  readonly chapters: readonly Chapter[];
  readonly viewpoints: readonly BookViewpoint[];
  readonly mentions: readonly BookMention[];
  readonly notes: readonly BookNote[];
  readonly contents: readonly ContentsEntry[];
  readonly furniture: readonly Furniture[];
  readonly sources: readonly SourceDescription[];
  readonly messages: readonly Message[];
}
