import type { CslItem } from '../../lib/citation/csl-item.ts';
import { formatNumeric } from '../../lib/citation/gbt7714.ts';
import { escapeMarkdown, markdownLink } from '../../lib/markdown-text.ts';

/** Words of a report with what a quotation owes it. */
export interface Quotation {
  readonly text: string;
  readonly item: CslItem;
}

/** For a text or a chat: the words, the line by which the publisher asks to be named, the reference. */
export const plainQuotation = ({ text, item }: Quotation): string =>
  `${text}\n\n${item.note}\n${formatNumeric(item)}`;

/** Where words come from, as a quotation in Markdown: with a link to the very place where that is public. */
export function markdownSource(item: CslItem): string {
  const place = [`《${item['container-title'] ?? item.title}》`, item.page && `第 ${item.page} 页`];
  const source = item.note + place.filter(Boolean).join('，');
  return `> ——${item.URL ? markdownLink(source, item.URL) : escapeMarkdown(source)}`;
}

/** Words as a quotation in Markdown. */
export function markdownQuotation({ text, item }: Quotation): string {
  const paragraphs = text.split('\n').map((line) => `> ${escapeMarkdown(line)}`);
  return [...paragraphs, markdownSource(item)].join('\n>\n');
}

/** A figure in Markdown. @param address of its picture, where that is public */
export function markdownFigure({ text, item }: Quotation, address: string | undefined): string {
  const picture = address ? `!${markdownLink(text, address)}` : escapeMarkdown(text);
  return `${picture}\n\n${markdownSource(item)}`;
}
