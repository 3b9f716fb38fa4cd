import type { Origin } from '../model/document.ts';
import type { FindNote } from './write-inlines.ts';

/** What the writing of a block must know of its book. */
export interface WriteContext {
  readonly findNote: FindNote;
}

/** Printed and physical page on which a block starts, as attributes. */
export function pageAttributes(origins: readonly Origin[]): { label?: string; page?: number } {
  const origin = origins.find((candidate) => candidate.kind === 'pdf');
  return origin ? { label: origin.label, page: origin.page } : {};
}
