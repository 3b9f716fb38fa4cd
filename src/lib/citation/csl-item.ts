import type { Language } from '../language.ts';

/** A name as it is printed: publishers of reports are institutions, whose names have no parts. */
export interface CslName {
  readonly literal: string;
}

/** Year, month and day, as far as they are known. */
export interface CslDate {
  readonly 'date-parts': readonly [readonly number[]];
  /** True where no source tells the date, and it was inferred. */
  readonly circa?: true;
}

/**
 * What is cited, as CSL-JSON: all other formats are written from it.
 * @see https://docs.citationstyles.org/en/stable/specification.html (Appendix IV)
 */
export interface CslItem {
  /** Letters, digits and hyphens, unique among all reports: `caict-ai-2024-s6`. */
  readonly id: string;
  /** A whole report, or a part of one that has a title of its own. */
  readonly type: 'report' | 'chapter';
  readonly title: string;
  readonly author: readonly CslName[];
  /** As the report prints it, which may be several names. */
  readonly publisher: string;
  /** Of the report that a part belongs to. */
  readonly 'container-title'?: string;
  readonly 'container-author'?: readonly CslName[];
  /** Absent where nobody knows it. */
  readonly issued?: CslDate;
  /** The publisher's number of the report. */
  readonly number?: string;
  /** Printed page on which it begins. */
  readonly page?: string;
  /** Absent where the site does not know its public address. */
  readonly URL?: string;
  readonly language: Language;
  /** The line by which the publisher asks to be named. */
  readonly note: string;
}
