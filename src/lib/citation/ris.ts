import type { CslItem } from './csl-item.ts';

/** A value ends with its line. */
const onOneLine = (text: string): string => text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();

function risDate(parts: readonly number[]): string {
  const [year = 0, month, day] = parts;
  const two = (part: number | undefined): string => (part ? String(part).padStart(2, '0') : '');
  return `${String(year).padStart(4, '0')}/${two(month)}/${two(day)}/`;
}

/** A record for reference managers (RIS, in UTF-8): `RPRT`, or `CHAP` for a part. */
export function formatRis(item: CslItem): string {
  const date = item.issued?.['date-parts'][0];
  const fields: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', item['container-title'] ? 'CHAP' : 'RPRT'],
    ['ID', item.id],
    ...item.author.map(({ literal }) => ['AU', literal] as const),
    ['TI', item.title],
    ['T2', item['container-title']],
    ...(item['container-author'] ?? []).map(({ literal }) => ['A2', literal] as const),
    ['PB', item.publisher],
    ['PY', date && String(date[0])],
    ['DA', date && risDate(date)],
    ['SN', item.number],
    ['SP', item.page],
    ['LA', item.language],
    ['UR', item.URL],
    ['N1', item.note],
  ];
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${onOneLine(value)}`] : []));
  return [...lines, 'ER  - ', ''].join('\r\n');
}
