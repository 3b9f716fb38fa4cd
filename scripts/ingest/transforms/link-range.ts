import type { Inline } from '../model/document.ts';
import { splitInlines } from './cut-inlines.ts';

/** Where a link is to stand: UTF-16 units of the inlines' plain text, the end not included. */
export interface LinkRange {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

/**
 * Makes a link of a stretch of text. What is a link in it already becomes part of it; marks of notes and pages, which are
 * links of their own, stay outside: the link goes on behind them.
 */
export function linkRange(inlines: readonly Inline[], { start, end, url }: LinkRange): readonly Inline[] {
  const [before, rest] = splitInlines(inlines, start);
  const [found, after] = splitInlines(rest, end - start);
  return [...before, ...linkAll(found, url), ...after].filter((inline) => !isBlank(inline));
}

/** The stretch that a range takes. */
export function inlinesWithin(inlines: readonly Inline[], start: number, end: number): readonly Inline[] {
  return splitInlines(splitInlines(inlines, start)[1], end - start)[0];
}

function linkAll(inlines: readonly Inline[], url: string): readonly Inline[] {
  const linked: Inline[] = [];
  let open: Inline[] = [];
  const close = (): void => {
    const children = open.filter((inline) => !isBlank(inline));
    if (children.length > 0) linked.push({ type: 'link', url, children });
    open = [];
  };
  for (const inline of inlines.flatMap((each) => (each.type === 'link' ? each.children : [each]))) {
    if (!isMark(inline) && !hasMark(inline)) open.push(inline);
    else {
      close();
      linked.push('children' in inline ? { ...inline, children: linkAll(inline.children, url) } : inline);
    }
  }
  close();
  return linked;
}

function isMark(inline: Inline): boolean {
  return inline.type === 'noteReference' || inline.type === 'pageMark';
}

/** Links inside are taken apart as well, so that none stands in another. */
function hasMark(inline: Inline): boolean {
  return (
    'children' in inline &&
    inline.children.some((child) => isMark(child) || child.type === 'link' || hasMark(child))
  );
}

function isBlank(inline: Inline): boolean {
  if (inline.type === 'text') return inline.value === '';
  return 'children' in inline && inline.children.every(isBlank);
}
