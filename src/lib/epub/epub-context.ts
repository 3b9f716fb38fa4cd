import type { LinkTarget } from '../book/link-target.ts';
import type { BookViewpoint, Picture } from '../book/model.ts';

/** What the XHTML of one file of a book must know of the others. */
export interface EpubContext {
  /** Where a link leads inside the book or on the web; undefined where the book has no such place. */
  readonly addressOf: (target: LinkTarget) => string | undefined;
  /** The picture’s file in the book; undefined where it is not there. */
  readonly pictureAddress: (picture: Picture) => string | undefined;
  readonly viewpoint: (number: number) => BookViewpoint | undefined;
  /** Ids that stand in this file already: notes that were marked, pages that began. */
  readonly used: Set<string>;
}
