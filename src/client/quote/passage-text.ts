import type { PlaceInText } from '../../lib/text-directive.ts';
import { QUOTABLE } from './quotable.ts';

/** Controls, marks of pages and notes: on the page, not of the text. */
const ASIDE = '[data-search-ignore], .marker, .source';
/** What browsers do not look through, or look through apart. */
const OUT_OF_FLOW = '[data-search-ignore], script, style, noscript, template, dialog, [hidden]';

/** The text of a part of the page without what stands beside it. */
export function plainText(part: DocumentFragment | Element): string {
  // A copy of one of these is the same; the types of the DOM call it a node.
  const content = part.cloneNode(true) as typeof part;
  for (const aside of content.querySelectorAll(ASIDE)) aside.remove();
  for (const line of content.querySelectorAll('br')) line.replaceWith('\n');
  for (const cell of content.querySelectorAll('td, th, .number')) cell.append(' ');
  return (content.textContent ?? '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ *\n\s*/gu, '\n')
    .trim();
}

/** The part of `range` that lies in `element`. */
function within(element: HTMLElement, range: Range): Range {
  const part = document.createRange();
  part.selectNodeContents(element);
  if (part.compareBoundaryPoints(Range.START_TO_START, range) < 0)
    part.setStart(range.startContainer, range.startOffset);
  if (part.compareBoundaryPoints(Range.END_TO_END, range) > 0)
    part.setEnd(range.endContainer, range.endOffset);
  return part;
}

/** A passage without those that stand inside it, as items of a list may. */
function ownContent(part: Range): DocumentFragment {
  const content = part.cloneContents();
  for (const inner of content.querySelectorAll(QUOTABLE)) inner.remove();
  return content;
}

/** The words of a passage, of a figure or table its caption, or those of a selection that begins in it: a line for each passage. */
export function textOf(element: HTMLElement, range?: Range): string {
  const caption = range ? null : element.querySelector('figcaption, caption');
  if (caption) return plainText(caption);
  if (!range) {
    const all = document.createRange();
    all.selectNodeContents(element);
    return plainText(ownContent(all));
  }
  return [...document.querySelectorAll<HTMLElement>(QUOTABLE)]
    .filter((passage) => range.intersectsNode(passage))
    .map((passage) => plainText(ownContent(within(passage, range))))
    .filter((text) => text !== '')
    .join('\n');
}

/** The text nodes of a passage in stretches that no mark interrupts. */
function stretchesOf(element: HTMLElement): readonly (readonly Text[])[] {
  const stretches: Text[][] = [[]];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Text) {
      if (isInFlow(node)) stretches.at(-1)?.push(node);
    } else if (node instanceof Element && (node.matches(OUT_OF_FLOW) || node.tagName === 'BR')) {
      stretches.push([]);
    }
  }
  return stretches;
}

const isInFlow = (node: Node): boolean => !node.parentElement?.closest(OUT_OF_FLOW);

/** Where a place in a text node stands in the text of its passage; undefined where it stands in none of it. */
export function placeInText(element: HTMLElement, node: Node, offset: number): PlaceInText | undefined {
  const stretch = stretchesOf(element).find((texts) => texts.some((text) => text === node));
  if (!stretch) return undefined;
  const index = stretch.findIndex((text) => text === node);
  const before = stretch.slice(0, index).reduce((sum, text) => sum + text.length, 0);
  return { stretch: stretch.map(({ data }) => data).join(''), offset: before + offset };
}

/** `range` from its first to its last character of text, without the edges of elements and space at its ends. */
export function trimRange(range: Range): Range | undefined {
  const root = range.commonAncestorContainer;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = root instanceof Text ? [root] : [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  const parts = texts
    .filter((text) => range.intersectsNode(text) && isInFlow(text))
    .map((text) => ({
      text,
      from: text === range.startContainer ? range.startOffset : 0,
      to: text === range.endContainer ? range.endOffset : text.length,
    }))
    .filter(({ text, from, to }) => text.data.slice(from, to).trim() !== '');
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return undefined;
  const trimmed = document.createRange();
  const lead = first.text.data.slice(first.from, first.to);
  const tail = last.text.data.slice(last.from, last.to);
  trimmed.setStart(first.text, first.from + lead.length - lead.trimStart().length);
  trimmed.setEnd(last.text, last.to - tail.length + tail.trimEnd().length);
  return trimmed;
}

/** Counts how often words stand in the text of the page. */
export function countOnPage(): (words: string) => number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let page = '';
  while (walker.nextNode()) {
    if (isInFlow(walker.currentNode)) page += walker.currentNode.textContent ?? '';
  }
  return (words) => page.split(words).length - 1;
}
