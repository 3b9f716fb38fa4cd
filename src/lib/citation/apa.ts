import type { CslItem } from './csl-item.ts';
import { MISSING_ADDRESS } from './missing-address.ts';

/** Of more authors, the first nineteen and the last are named. */
const NAMED_AUTHORS = 20;

function joinAuthors({ author }: CslItem): string {
  const names = author.map(({ literal }) => literal);
  const last = names.at(-1) ?? '';
  if (names.length > NAMED_AUTHORS) return `${names.slice(0, NAMED_AUTHORS - 1).join(', ')}, … ${last}`;
  if (names.length < 3) return names.join(' & ');
  return `${names.slice(0, -1).join(', ')}, & ${last}`;
}

function joinYear({ issued }: CslItem): string {
  if (!issued) return 'n.d.';
  return `${issued.circa ? 'ca. ' : ''}${issued['date-parts'][0][0]}`;
}

/** With its full stop, unless it ends a sentence by itself. */
const sentence = (text: string): string => (/[.?!]$/u.test(text) ? text : `${text}.`);

/**
 * An entry of a list of references in APA style (7th edition), as plain text. A publisher that is the author is not named
 * again.
 */
export function formatApa(item: CslItem): string {
  const { title, number, page } = item;
  const details = [number, page && `p. ${page}`].filter(Boolean).join('; ');
  const bracket = details ? ` (${details})` : '';
  const container = item['container-title'];
  return [
    sentence(joinAuthors(item)),
    `(${joinYear(item)}).`,
    ...(container ? [sentence(title), sentence(`In ${container}${bracket}`)] : [sentence(title + bracket)]),
    item.URL ?? MISSING_ADDRESS,
  ].join(' ');
}
