import type { Inline } from '../../model/document.ts';

/** An article cut into the lines that a reader sees, before anything is known about what they mean. */
export interface ArticleUnit {
  /** Line of the source file, from 1. */
  readonly line: number;
  /** Where it stands: in the front matter, in the page around the article, in the article itself, or nowhere to be seen. */
  readonly zone: 'metadata' | 'page' | 'article' | 'hidden';
  /** A numbered item is a line with its number as text; only bulleted ones are items, without the bullet. */
  readonly kind: 'heading' | 'line' | 'item' | 'image';
  /** White space is collapsed to single spaces, adjacent strong marks are joined. An image has its alternative text. */
  readonly inlines: readonly Inline[];
  /** Addresses that the unit links to, those around pictures too. */
  readonly links: readonly string[];
}

/** What both formats of an article are turned into. */
export interface ArticlePage {
  readonly units: readonly ArticleUnit[];
  /** The title of the article, '' where none was found. */
  readonly title: string;
  readonly url?: string;
  /** The account that published the article. */
  readonly account?: string;
  /** ISO 8601 day. */
  readonly date?: string;
}
