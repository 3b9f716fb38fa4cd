import { formatApa } from './apa.ts';
import { formatBibtex } from './bibtex.ts';
import type { CslItem } from './csl-item.ts';
import { formatAuthorDate, formatNumeric } from './gbt7714.ts';
import { formatRis } from './ris.ts';

/** Lines for a list of references, in the order in which they are offered. */
export const REFERENCE_STYLES = [
  { name: 'GB/T 7714—2025', detail: '顺序编码制', format: formatNumeric },
  { name: 'GB/T 7714—2025', detail: '著者-出版年制', format: formatAuthorDate },
  { name: 'APA 7', detail: '', format: formatApa },
] as const;

/** Files for reference managers, by their extension. */
export const REFERENCE_FILES = {
  bib: { name: 'BibTeX', type: 'application/x-bibtex; charset=utf-8', format: formatBibtex },
  ris: { name: 'RIS', type: 'application/x-research-info-systems; charset=utf-8', format: formatRis },
  json: {
    name: 'CSL-JSON',
    type: 'application/vnd.citationstyles.csl+json; charset=utf-8',
    format: (item: CslItem): string => `${JSON.stringify([item], null, 2)}\n`,
  },
} as const;

export type ReferenceExtension = keyof typeof REFERENCE_FILES;
