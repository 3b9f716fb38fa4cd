/** Signs that mean something in CommonMark or GitHub's Markdown wherever they stand. */
const SIGNS = /[\\`*_[\]<>~|$]|&(?=[#a-z])/giu;
/** What makes a heading, a list or a rule of a line that begins with it. */
const LINE_START = /^(?=[#+\-=])|(?<=^\d{1,9})(?=[.)])/u;

/** Text that Markdown readers show as it stands, on one line, at its beginning or within it. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/\s+/gu, ' ').trim().replace(SIGNS, '\\$&').replace(LINE_START, '\\');

/** A link in Markdown. What would end its address is percent-encoded. */
export function markdownLink(text: string, address: string): string {
  return `[${escapeMarkdown(text)}](<${address.replace(/[\s<>\\]/gu, encodeURIComponent)}>)`;
}
