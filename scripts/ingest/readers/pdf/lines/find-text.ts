/** Finds the lines that say just some words: entries of contents and bookmarks are looked for in the body. */
import { foldText } from '../../../genre/fold-text.ts';
import { readNumber } from '../../../genre/numbering.ts';

/** A heading takes at most so many lines. */
const MAX_HEADING_LINES = 4;
/** A title without its number must be as long as this to be looked for by itself. */
const MIN_BARE_TITLE = 4;

/** The words to look for: all of them, then the same without a number, which the heading may not carry. */
export function keysOf(text: string): string[] {
  const rest = readNumber(text)?.rest ?? '';
  return [foldText(text), ...(rest.length >= MIN_BARE_TITLE ? [foldText(rest)] : [])];
}

/** Where the lines from `from` on that say just `key` end; null where they say something else. @param folded Folded lines. */
export function endOfText(folded: readonly string[], from: number, key: string): number | null {
  let text = '';
  for (let to = from; to < Math.min(folded.length, from + MAX_HEADING_LINES); to++) {
    text += folded[to] ?? '';
    if (text === key) return to + 1;
    if (!key.startsWith(text)) return null;
  }
  return null;
}
