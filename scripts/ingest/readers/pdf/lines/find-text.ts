/** Finds the lines that say just some title: entries of contents and bookmarks are looked for in the body. */
import { readAnyNumber } from '../../../genre/bare-numbers.ts';
import { foldText } from '../../../genre/fold-text.ts';
import { readNumber } from '../../../genre/numbering.ts';
import type { NumberMark } from '../../../genre/numbering.ts';

/** A heading takes at most so many lines. */
const MAX_HEADING_LINES = 4;
/** A title without its number must be as long as this to be looked for by itself. */
const MIN_BARE_TITLE = 4;

/** A line made ready for searching. */
export interface SearchedLine {
  readonly folded: string;
  /** The number that it begins with. */
  readonly number?: NumberMark | null;
  /** What follows the number, folded. */
  readonly foldedRest?: string;
}

/** Lines in a row: indices, `to` is one behind the last. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** Makes lines ready for searching. */
export function searchedLines(lines: readonly { readonly text: string }[]): SearchedLine[] {
  return lines.map(({ text }) => {
    const number = readNumber(text);
    return { folded: foldText(text), number, foldedRest: foldText(number?.rest ?? '') };
  });
}

/**
 * All places that begin in a range and say just `title`, in the surest form that is found there: word for word; behind
 * the same number in another form (第一章简介 or CHAPTER 1 for `1 简介`), or behind any where the title has none; without
 * its number.
 */
export function placesOfTitle(
  title: string,
  lines: readonly SearchedLine[],
  { from, to }: LineRange,
): readonly LineRange[] {
  const number = readAnyNumber(title);
  const key = foldText(title);
  const rest = foldText(number?.rest ?? '');
  const isSame = (own: NumberMark | null | undefined): boolean => own != null && agree(own, number);
  const forms = [
    (at: number) => endOfText(lines, at, key),
    (at: number) => (isSame(lines[at]?.number) ? endOfText(lines, at, rest || key, true) : null),
    (at: number) => (rest.length >= MIN_BARE_TITLE ? endOfText(lines, at, rest) : null),
  ];
  for (const form of forms) {
    const found: LineRange[] = [];
    for (let at = from; at < to; at++) {
      const end = form(at);
      if (end !== null) found.push({ from: at, to: end });
    }
    if (found.length > 0) return found;
  }
  return [];
}

/** Whether a heading has the number of an entry: 第一节 for 2.1, any where the entry has none; 附件 alone is a heading of its own. */
function agree(own: NumberMark, entry: NumberMark | null): boolean {
  if (own.value === 0 || entry === null) return own.value > 0;
  const isOpen = own.parents.length === 0 || entry.parents.length === 0;
  return own.value === entry.value && (isOpen || own.parents.join() === entry.parents.join());
}

/**
 * Where the lines from `from` on that say just `key` end; null where they say something else.
 * @param afterNumber Whether the number of the first line is left out.
 */
export function endOfText(
  lines: readonly SearchedLine[],
  from: number,
  key: string,
  afterNumber = false,
): number | null {
  let text = '';
  for (let to = from; to < Math.min(lines.length, from + MAX_HEADING_LINES); to++) {
    text += (afterNumber && to === from ? lines[to]?.foldedRest : lines[to]?.folded) ?? '';
    if (text === key) return to + 1;
    if (!key.startsWith(text)) return null;
  }
  return null;
}
