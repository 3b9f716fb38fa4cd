import type { Block, Inline } from '../model/document.ts';
import { type InlineField, mapBlocks } from '../model/walk.ts';

/**
 * Joins strong (and emphasised) words that only a page mark or nothing separates: the turn of a page in the middle of a
 * bold sentence must not cut it in two. Empty text and empty marks vanish.
 */
export function joinMarks(blocks: readonly Block[]): readonly Block[] {
  return mapBlocks(blocks, {
    inlines: (inlines, field) => (IS_JOINED[field] ? joinInlines(inlines) : inlines),
  });
}

/** Captions and cells stay as their tables and figures were read. */
const IS_JOINED: Readonly<Record<InlineField, boolean>> = {
  children: true,
  title: true,
  caption: false,
  source: false,
  rows: false,
};

/** The same for the inlines of one block. */
export function joinInlines(inlines: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const tidy: Inline =
      'children' in inline ? { ...inline, children: joinInlines(inline.children) } : inline;
    if (isEmpty(tidy)) continue;
    const before = joined.at(-1);
    const earlier = joined.at(-2);
    if (tidy.type === 'text' && before?.type === 'text') {
      joined[joined.length - 1] = { type: 'text', value: before.value + tidy.value };
    } else if (isMark(tidy) && before?.type === tidy.type) {
      joined[joined.length - 1] = { ...tidy, children: joinInlines([...before.children, ...tidy.children]) };
    } else if (isMark(tidy) && before?.type === 'pageMark' && earlier?.type === tidy.type) {
      joined.splice(-2, 2, {
        ...tidy,
        children: joinInlines([...earlier.children, before, ...tidy.children]),
      });
    } else joined.push(tidy);
  }
  return joined;
}

function isMark(inline: Inline): inline is Extract<Inline, { type: 'strong' | 'emphasis' }> {
  return inline.type === 'strong' || inline.type === 'emphasis';
}

function isEmpty(inline: Inline): boolean {
  if (inline.type === 'text') return inline.value === '';
  return 'children' in inline && inline.children.length === 0;
}
