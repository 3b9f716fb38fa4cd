import type { LinkTarget } from '../book/link-target.ts';
import type { BookViewpoint, Picture } from '../book/model.ts';

/** What the Markdown of a block must know of its book. */
export interface MarkdownContext {
  /** Where a link leads, as an address that works in this file. */
  readonly addressOf: (target: LinkTarget) => string;
  readonly pictureAddress: (picture: Picture) => string;
  readonly viewpoint: (number: number) => BookViewpoint | undefined;
  /** The page of a viewpoint. */
  readonly viewpointAddress: (number: number) => string;
  /** How many levels deeper headings stand than in their chapter. */
  readonly deeper: number;
}
