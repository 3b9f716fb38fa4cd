/** The contents as the document has them, and what did not agree with the body. */
import { readNumber } from '../../../genre/numbering.ts';
import type { ContentsEntry } from '../../../model/document.ts';
import type { Message } from '../../../model/messages.ts';
import type { Outline } from './find-headings.ts';

/** The entries of the contents pages with their numbers, as they print them, and levels. */
export function contentsOfDocument({ entries }: Outline): ContentsEntry[] {
  return entries.map(({ entry: { text, label }, number: own, level }) => {
    // The heading may have its number in another form.
    const number = own !== null && text.startsWith(own.number) ? own : readNumber(text);
    return {
      level,
      number: number?.number ?? '',
      title: number ? text.slice(number.number.length).trimStart() : text,
      label,
    };
  });
}

/** One message that all entries have their heading, or one for each that has not. */
export function contentsMessages({ entries }: Outline): Message[] {
  if (entries.length === 0) return [];
  const wrong = entries.filter(({ found, labelAgrees }) => !found || !labelAgrees);
  if (wrong.length === 0) {
    return [
      {
        ruleId: 'pdf/contents-match',
        severity: 'info',
        reason: `All ${String(entries.length)} entries of the contents pages have their heading on the page that they name.`,
      },
    ];
  }
  return wrong.map(({ entry, found }) => ({
    ruleId: 'pdf/contents-match',
    severity: 'warning',
    reason: found
      ? `The heading “${entry.text}” does not stand on page ${entry.label}, which the contents name.`
      : `The contents name “${entry.text}” on page ${entry.label || '?'}, but no such heading was found.`,
    hint: 'Look at the page; if the heading is there in other words, correct it in overrides.yaml.',
  }));
}
