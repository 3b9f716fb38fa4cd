import type { Inline } from '../../model/document.ts';
import { plainText } from '../../model/text-of.ts';

/** What a page shows as nothing; joiners (U+200C, U+200D) shape emoji and stay. */
const INVISIBLE = /[\u200B\u2060\uFEFF]/gu;
const SPACE = /\s+/gu;

/** The text of inlines with line breaks as spaces, trimmed. */
export function unitText(inlines: readonly Inline[]): string {
  return plainText(inlines, { lineBreak: ' ' }).replace(INVISIBLE, '').replace(SPACE, ' ').trim();
}

/** Collapses white space over all inlines, trims both ends, and joins equal neighbours (strong beside strong). */
export function tidyInlines(inlines: readonly Inline[]): readonly Inline[] {
  const state = { space: true };
  return trimEnd(joinNeighbours(collapse(joinNeighbours(inlines), state)));
}

function collapse(inlines: readonly Inline[], state: { space: boolean }): readonly Inline[] {
  return inlines.flatMap((inline): readonly Inline[] => {
    if (inline.type === 'text') {
      let value = inline.value.replace(INVISIBLE, '').replace(SPACE, ' ');
      if (state.space) value = value.replace(/^ /u, '');
      if (value !== '') state.space = value.endsWith(' ');
      return value === '' ? [] : [{ type: 'text', value }];
    }
    if (inline.type === 'break') {
      state.space = true;
      return [inline];
    }
    if (!('children' in inline)) return [inline];
    const children = collapse(inline.children, state);
    return children.length === 0 ? [] : [{ ...inline, children }];
  });
}

function joinNeighbours(inlines: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (last?.type === 'text' && inline.type === 'text') {
      joined[joined.length - 1] = { type: 'text', value: last.value + inline.value };
    } else if (last !== undefined && 'children' in last && 'children' in inline && isSameMark(last, inline)) {
      joined[joined.length - 1] = {
        ...last,
        children: joinNeighbours([...last.children, ...inline.children]),
      };
    } else joined.push(inline);
  }
  return joined;
}

function isSameMark(first: Inline, second: Inline): boolean {
  if (first.type === 'link' && second.type === 'link') return first.url === second.url;
  return first.type === second.type;
}

function trimEnd(inlines: readonly Inline[]): readonly Inline[] {
  const last = inlines.at(-1);
  if (last === undefined) return inlines;
  const rest = inlines.slice(0, -1);
  if (last.type === 'break') return trimEnd(rest);
  if (last.type === 'text') {
    const value = last.value.replace(/ $/u, '');
    return value === '' ? trimEnd(rest) : [...rest, { type: 'text', value }];
  }
  if (!('children' in last)) return inlines;
  const children = trimEnd(last.children);
  return children.length === 0 ? trimEnd(rest) : [...rest, { ...last, children }];
}

/** Takes `count` characters (UTF-16 units of the plain text) off the front, marks kept. Breaks count nothing. */
export function dropCharacters(inlines: readonly Inline[], count: number): readonly Inline[] {
  let left = count;
  const cut = (list: readonly Inline[]): readonly Inline[] =>
    list.flatMap((inline): readonly Inline[] => {
      if (left <= 0) return [inline];
      if (inline.type === 'text') {
        const taken = Math.min(left, inline.value.length);
        left -= taken;
        const value = inline.value.slice(taken);
        return value === '' ? [] : [{ type: 'text', value }];
      }
      if (!('children' in inline)) return [inline];
      const children = cut(inline.children);
      return children.length === 0 ? [] : [{ ...inline, children }];
    });
  return tidyInlines(cut(inlines));
}
