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

/** As a quotation in Markdown, with a link to its very place where that is public. */
export function markdownQuotation({ text, item }: Quotation): string {
  const place = [`《${item['container-title'] ?? item.title}》`, item.page && `第 ${item.page} 页`].filter(
    Boolean,
  );
  const source = `${item.note}${place.join('，')}`;
  const lines = text.split('\n').map((line) => escapeMarkdown(line));
  return [
    ...lines.flatMap((line) => [line, '']),
    `——${item.URL ? markdownLink(source, item.URL) : escapeMarkdown(source)}`,
  ]
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}
