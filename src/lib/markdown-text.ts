/** Signs that mean something in CommonMark or GitHub's Markdown wherever they stand. */
const SIGNS = /[\\`*_[\]<>~|$]|&(?=[#a-z])/giu;
/** What makes a heading, a list or a rule of a line that begins with it. */
const LINE_START = /^(\d{1,9})(?=[.)])|^(?=[#+\-=])/u;

/** Text that Markdown readers show as it stands within a line: in a link, in the cell of a table. */
export const escapeWithinLine = (text: string): string =>
  text.replace(/\s+/gu, ' ').trim().replace(SIGNS, '\\$&');

/** The same at the beginning of a line. */
export const escapeMarkdown = (text: string): string => escapeWithinLine(text).replace(LINE_START, '$1\\');

/** A link in Markdown. What would end its address is percent-encoded. */
export function markdownLink(text: string, address: string): string {
  return `[${escapeWithinLine(text)}](<${address.replace(/[\s<>\\]/gu, encodeURIComponent)}>)`;
}
