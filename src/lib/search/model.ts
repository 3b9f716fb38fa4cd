/** The words of search: what a passage, a record and a result are. Plain data, sent between worker and page. */

/** What a passage is; the order is that of the kind filter. */
export const PASSAGE_KINDS = ['viewpoint', 'heading', 'text', 'figure', 'table', 'note'] as const;
export type PassageKind = (typeof PASSAGE_KINDS)[number];

/** One unit a result can lead to: a paragraph, heading, viewpoint paragraph, caption, table or note. */
export interface Passage {
  /** Id of the element on its page. */
  readonly id: string;
  readonly kind: PassageKind;
  /** As displayed: white space collapsed, nothing else changed. */
  readonly text: string;
  /** Printed page, where the source is paged. */
  readonly label?: string;
}

/** A section: what stands between one heading and the next. The unit within which several words are AND. */
export interface SectionRecord {
  /** Address of the page below the site's base, without a leading slash: `caict-ai-2024/technology/`. */
  readonly url: string;
  readonly report: string;
  readonly reportTitle: string;
  /** Slug of the chapter; '' on the report's home. */
  readonly chapter: string;
  readonly chapterTitle: string;
  /** Text of the section's heading, or of the page where text stands before any heading. */
  readonly heading: string;
  readonly passages: readonly Passage[];
}

/** What a reader narrows the results to. */
export interface SearchFilters {
  readonly report?: string;
  /** `report/chapter`. */
  readonly chapter?: string;
  readonly kind?: PassageKind;
}

export interface SearchRequest {
  readonly text: string;
  readonly filters: SearchFilters;
  /** Report whose results come first: the one whose page the reader is on. */
  readonly firstReport?: string;
  /** Results from `offset` (0-based), at most `limit` of them. */
  readonly offset: number;
  readonly limit: number;
}

/** A piece of an excerpt; marked pieces hold exactly what was looked for. */
export interface ExcerptPiece {
  readonly text: string;
  readonly marked: boolean;
}

/** `exact`: holds the words; `alias`: holds another name of them; `near`: shown because nothing holds them. */
export type MatchKind = 'exact' | 'alias' | 'near';

export interface SearchResult {
  readonly url: string;
  readonly id: string;
  readonly kind: PassageKind;
  readonly match: MatchKind;
  readonly report: string;
  readonly reportTitle: string;
  readonly chapterTitle: string;
  readonly heading: string;
  readonly label?: string;
  readonly excerpt: readonly ExcerptPiece[];
  /** The phrases that the target page marks, as a reader would write them. */
  readonly phrases: readonly string[];
}

/** A word that was looked for by another name: `from` as typed, `to` as searched. */
export interface Replacement {
  readonly from: string;
  readonly to: string;
  readonly reason: 'alias' | 'pinyin' | 'sound' | 'spelling';
}

export interface SearchAnswer {
  /** `empty`: nothing to look for (only punctuation, or only exclusions). */
  readonly mode: 'exact' | 'near' | 'none' | 'empty';
  /** Results of `mode`, before paging. */
  readonly total: number;
  /** How many of `total` hold the very words. */
  readonly exactTotal: number;
  readonly results: readonly SearchResult[];
  readonly replacements: readonly Replacement[];
  /** Words that occur nowhere, when fewer words were searched. */
  readonly dropped: readonly string[];
}

export interface FacetCount {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** How many results each choice of a filter would leave, the other filters kept. */
export interface SearchFacets {
  readonly reports: readonly FacetCount[];
  readonly chapters: readonly FacetCount[];
  readonly kinds: readonly FacetCount[];
}

/** A completion offered while typing. */
export interface Suggestion {
  readonly text: string;
  readonly kind: 'heading' | 'term';
  /** Passages that hold it. */
  readonly count: number;
}
