import { languageOf, type Language } from '../../../src/lib/language.ts';
import type { Inline, Origin } from '../model/document.ts';
import { plainText } from '../model/text-of.ts';
import type { FindNote } from './write-inlines.ts';

/** What the writing of a block must know of its book. */
export interface WriteContext {
  readonly findNote: FindNote;
  /** Of the book: what is in another says so. */
  readonly language: Language;
}

/** The language of text as an attribute, where it is not that of the book. */
export function languageAttribute(
  inlines: readonly Inline[],
  { language }: WriteContext,
): { lang?: Language } {
  const own = languageOf(plainText(inlines));
  return own === undefined || own === language ? {} : { lang: own };
}

/** Printed and physical page on which a block starts, as attributes. */
export function pageAttributes(origins: readonly Origin[]): { label?: string; page?: number } {
  const origin = origins.find((candidate) => candidate.kind === 'pdf');
  return origin ? { label: origin.label, page: origin.page } : {};
}
