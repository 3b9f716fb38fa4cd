import { UNKNOWN_DATE } from '../reading.ts';
import type { CslDate, CslItem, CslName } from './csl-item.ts';
import { MISSING_ADDRESS } from './missing-address.ts';

/** As many authors are named as these; of more, these and “等”. */
const NAMED_AUTHORS = 3;

type Style = 'numeric' | 'author-date';

function joinNames(names: readonly CslName[], item: CslItem): string {
  const named = names.slice(0, NAMED_AUTHORS).map(({ literal }) => literal);
  const others = item.language === 'en' ? 'et al.' : '等';
  return (names.length > NAMED_AUTHORS ? [...named, others] : named).join('，');
}

/** `2024-11-29`, as precise as it is known; in brackets where it was inferred. */
function joinDate(issued: CslDate | undefined, item: CslItem, parts = 3): string {
  if (!issued) return item.language === 'en' ? 'n.d.' : UNKNOWN_DATE;
  const date = issued['date-parts'][0]
    .slice(0, parts)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return issued.circa ? `[${date}]` : date;
}

/** Parts parted by a full stop, which is not said twice where a part ends in one (“Lamps Inc.”). */
const joinParts = (parts: readonly string[]): string =>
  parts.reduce((text, part) => `${text}${/[.]$/u.test(text) ? '' : '.'} ${part}`);

function format(item: CslItem, style: Style): string {
  const { title, number, page, issued } = item;
  const authors = joinNames(item.author, item);
  const report = item['container-title'] ?? title;
  const numbered = number ? `${report}：${number}` : report;
  const whole = item['container-author'];
  return `${joinParts([
    style === 'numeric' ? authors : `${authors}，${joinDate(issued, item, 1)}`,
    ...(whole ? [`${title}[R/OL]//${joinNames(whole, item)}`, numbered] : [`${numbered}[R/OL]`]),
    page ? `${joinDate(issued, item)}：${page}` : joinDate(issued, item),
    item.URL ?? MISSING_ADDRESS,
  ])}.`;
}

/**
 * An entry of a list of references after GB/T 7714—2025, numbered in the order of quotation (8.8 for reports, 8.3 for parts):
 * commas and colons have full width, reports name no day of access.
 */
export const formatNumeric = (item: CslItem): string => format(item, 'numeric');

/** The same in the author–date system: the year stands behind the authors. */
export const formatAuthorDate = (item: CslItem): string => format(item, 'author-date');
