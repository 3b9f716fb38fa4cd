/** Where something stands in its source. */

/** PDF points (1/72 inch); origin at the top left of the upright page, y grows downwards. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A place in a PDF. `page` is the physical page, from 1; `label` is what is printed on it, or ''. */
export interface PdfOrigin {
  readonly kind: 'pdf';
  readonly page: number;
  readonly label: string;
  readonly box: Box;
}

/** A place in an article: the line of the source file, from 1. */
export interface ArticleOrigin {
  readonly kind: 'article';
  readonly line: number;
}

export type Origin = PdfOrigin | ArticleOrigin;
