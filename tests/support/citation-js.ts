import { createRequire } from 'node:module';
import type { CslItem } from '../../src/lib/citation/csl-item.ts';

/** What the tests use of Citation.js, which has no types. Its writers lose or break Chinese text; its readers do not. */
interface CitationJs {
  readonly Cite: new (data: unknown) => {
    readonly data: readonly Record<string, unknown>[];
    readonly format: (name: string, options: object) => string;
  };
  readonly plugins: {
    readonly config: { readonly get: (name: string) => { parse: { sentenceCase: string } } };
  };
}

const load = createRequire(import.meta.url);
const { Cite } = load('@citation-js/core') as CitationJs;
load('@citation-js/plugin-csl');
load('@citation-js/plugin-bibtex');
load('@citation-js/plugin-ris');

/**
 * The entry that citeproc writes by the published APA style. A publisher that is the author is left out by hand, as the style
 * asks of those who use it.
 */
export function apaByCiteproc({ publisher: _author, 'container-author': _same, ...item }: CslItem): string {
  return new Cite([item]).format('bibliography', { template: 'apa', lang: 'en-US' }).trim();
}

/** The entries that another program reads in a BibTeX or RIS file, as CSL-JSON. */
export const readReferences = (file: string): readonly Record<string, unknown>[] => new Cite(file).data;
