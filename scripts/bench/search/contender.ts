import type { SectionRecord } from '../../../src/lib/search/model.ts';

/** What one search gave: sections by number, the best first, and passages where the engine knows them. */
export interface Found {
  readonly sections: readonly number[];
  /** `section:passage` of every passage found; undefined where the engine stops at sections. */
  readonly passages?: readonly string[];
}

/** A first result's excerpt and what it marks. */
export interface Excerpt {
  readonly marked: readonly string[];
}

/** A way to search, made ready over a corpus. */
export interface Ready {
  readonly search: (text: string) => Promise<Found>;
  /** What a reader waits for: the search and the texts of the first screen of results. */
  readonly firstScreen: (text: string) => Promise<unknown>;
  /**
   * The first results (at most `COMPARED`) by an instance that never searched before; undefined where an engine keeps nothing
   * between searches.
   */
  readonly searchFresh?: (text: string) => Promise<Found>;
  readonly excerpt?: (text: string) => Promise<Excerpt | undefined>;
  /** Bytes that a first search of `text` transfers, compressed; programs included where they are part of the project. */
  readonly firstResultBytes: (text: string) => Promise<number>;
  /** Bytes of all files of the index, compressed. */
  readonly indexBytes: number;
  readonly close?: () => Promise<void>;
}

export interface Contender {
  readonly name: string;
  readonly prepare: (records: readonly SectionRecord[]) => Promise<Ready>;
}

/** The text of a section as other engines index it: a line a passage. */
export function sectionText({ passages }: SectionRecord): string {
  return passages.map(({ text }) => text).join('\n');
}

/** Results whose order is compared. */
export const COMPARED = 50;
/** Results on the first screen of the dialog. */
export const FIRST_SCREEN = 8;
