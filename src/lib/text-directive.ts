import type { TextDirective } from './text-fragment.ts';

/** A place in a text that no mark (of a note, of a page) interrupts: browsers find words only within such a stretch. */
export interface PlaceInText {
  readonly stretch: string;
  readonly offset: number;
}

/** Longer selections are named by their first and last words. */
const LONGEST_WHOLE = 60;
/** Characters of the words that stand for one end of a long selection: rarely twice on a page, and an address stays short. */
const END_LENGTH = 12;
/** Characters by which a prefix or suffix grows until the words are found once only. */
const CONTEXT_STEP = 2;
/** Beyond these, the same words stand in the same surroundings. */
const LONGEST_CONTEXT = 30;

/** Where words begin and end, as the browser that looks for them parts them: it does not find half a word. */
function boundariesOf(text: string): readonly number[] {
  if (!('Segmenter' in Intl)) return Array.from({ length: text.length + 1 }, (_, index) => index);
  const starts = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map(
    ({ index }) => index,
  );
  return [...starts, text.length];
}

const boundaryBefore = (text: string, offset: number): number =>
  boundariesOf(text).findLast((boundary) => boundary <= Math.max(0, offset)) ?? 0;
const boundaryAfter = (text: string, offset: number): number =>
  boundariesOf(text).find((boundary) => boundary >= offset) ?? text.length;

/** Words before or behind the marked ones, as few as make them unique; undefined where none do. */
function findContext(
  grow: (length: number) => string,
  isUnique: (context: string) => boolean,
): string | undefined {
  for (let length = CONTEXT_STEP; length <= LONGEST_CONTEXT; length += CONTEXT_STEP) {
    const context = grow(length);
    if (context.trim() !== '' && isUnique(context)) return context.trim();
  }
  return undefined;
}

/**
 * The directive that leads to a selection, whose ends are widened to whole words.
 * @param count how often a text stands on the page
 * @returns undefined where no words lead there and nowhere else: the anchor of the passage then has to do
 */
export function chooseTextDirective(
  from: PlaceInText,
  to: PlaceInText,
  count: (text: string) => number,
): TextDirective | undefined {
  const start = boundaryBefore(from.stretch, from.offset);
  const end = boundaryAfter(to.stretch, to.offset);
  const isWhole = from.stretch === to.stretch && end - start <= LONGEST_WHOLE;
  const startEnd = isWhole
    ? end
    : boundaryAfter(from.stretch, Math.min(start + END_LENGTH, from.stretch.length));
  const first = from.stretch.slice(start, startEnd);
  const last = isWhole ? '' : to.stretch.slice(boundaryBefore(to.stretch, end - END_LENGTH), end);
  if (first.trim() === '' || (!isWhole && last.trim() === '')) return undefined;
  const words = { start: first.trim(), ...(last && { end: last.trim() }) };
  if (count(first.trim()) === 1) return words;
  const prefix = findContext(
    (length) => from.stretch.slice(boundaryBefore(from.stretch, start - length), start),
    (context) => count(context + first) === 1,
  );
  if (prefix) return { prefix, ...words };
  const suffix =
    isWhole &&
    findContext(
      (length) => to.stretch.slice(end, boundaryAfter(to.stretch, Math.min(end + length, to.stretch.length))),
      (context) => count(first + context) === 1,
    );
  return suffix ? { ...words, suffix } : undefined;
}
