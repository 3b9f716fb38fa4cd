import type { CslItem } from './csl-item.ts';

/** What would end a field, begin a command or change the mode of TeX. Braces are counted even behind a backslash. */
const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Text that TeX sets as it stands, on one line. */
const escapeTeX = (text: string): string =>
  text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').replace(/[\\{}~^$&%#_]/gu, (sign) => COMMANDS[sign] ?? sign);

/** An address is set verbatim: what would end its field is percent-encoded. */
const escapeAddress = (address: string): string =>
  address.replace(/[\s\p{Cc}\\{}]/gu, (sign) => encodeURIComponent(sign));

/**
 * An entry for BibTeX and biblatex, in UTF-8: `@techreport`, or `@incollection` for a part. The names of institutions stand in
 * braces of their own, so that no “and” or comma in them parts them.
 */
export function formatBibtex(item: CslItem): string {
  const [year, month, day] = item.issued?.['date-parts'][0] ?? [];
  const container = item['container-title'];
  const text = (value: string | undefined): string | undefined => value && `{${escapeTeX(value)}}`;
  const fields = {
    author: `{${item.author.map(({ literal }) => `{${escapeTeX(literal)}}`).join(' and ')}}`,
    title: `{{${escapeTeX(item.title)}}}`,
    booktitle: container && `{{${escapeTeX(container)}}}`,
    [container ? 'publisher' : 'institution']: text(item.publisher),
    number: text(item.number),
    year: year && `{${year}}`,
    month: month && MONTHS[month - 1],
    day: day && `{${day}}`,
    pages: text(item.page),
    url: item.URL && `{${escapeAddress(item.URL)}}`,
    language: `{${item.language === 'en' ? 'english' : 'chinese'}}`,
    note: text(item.note),
  };
  const lines = Object.entries(fields).flatMap(([name, value]) => (value ? [`  ${name} = ${value},`] : []));
  return [`@${container ? 'incollection' : 'techreport'}{${item.id},`, ...lines, '}', ''].join('\n');
}
