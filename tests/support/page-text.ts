import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { EXIT, SKIP, visit } from 'unist-util-visit';

/** Parses a page of a built site. */
export function readPage(folder: string, path: string): Root {
  return fromHtml(readFileSync(join(folder, path), 'utf8'));
}

/** The element with an id, or undefined. */
export function elementById(page: Root, id: string): Element | undefined {
  let found: Element | undefined;
  visit(page, 'element', (element) => {
    if (element.properties['id'] !== id) return undefined;
    found = element;
    return EXIT;
  });
  return found;
}

/** The text of an element without what the site itself adds (marked `data-search-ignore`), and without white space. */
export function sourceTextOf(element: Element): string {
  let text = '';
  visit(element, (node) => {
    if (node.type === 'element' && node.properties['dataSearchIgnore'] !== undefined) return SKIP;
    if (node.type === 'text') text += node.value;
    return undefined;
  });
  return text.replace(/\s/gu, '');
}
