import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Inline } from '../../model/document.ts';
import { IngestError } from '../../model/errors.ts';
import type { ArticlePage, ArticleUnit } from './article-unit.ts';
import { elementsWhere, textContent } from './html-elements.ts';
import { readPageMetadata } from './html-metadata.ts';
import { tidyInlines, unitText } from './inline-text.ts';
import { splitLines } from './split-lines.ts';

/** Elements that hold no text of the page, whatever they hold. */
const SILENT: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'svg',
  'iframe',
  'link',
  'meta',
]);
const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body button caption dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
);
/** `visibility: hidden` is not meant: WeChat sets it on the whole article until its script has run. */
const HIDDEN = /(?:^|;)\s*display\s*:\s*none/iu;
const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/**
 * Cuts a page saved from WeChat into units. The article is what stands in `#js_content`; the rest is the page
 * around it.
 * @throws IngestError where the page has no `#js_content`
 */
export function readHtmlUnits(source: string, fileName: string): ArticlePage {
  const tree = fromHtml(source);
  const content = elementsWhere(tree, (element) => element.properties['id'] === 'js_content')[0];
  if (content === undefined) {
    const title = elementsWhere(tree, (element) => element.tagName === 'title')[0];
    throw new IngestError(
      'article/is-an-article',
      `${fileName} is no saved WeChat article: it has no element #js_content; its title is “${title ? textContent(title).trim() : ''}”.`,
      'Open the article in a browser, wait until its text is shown, and save the whole page.',
    );
  }
  return { units: collectUnits(tree, content), ...readPageMetadata(tree) };
}

interface Collecting {
  readonly content: Element;
  readonly units: ArticleUnit[];
  inlines: Inline[];
  links: string[];
  line: number;
  zone: ArticleUnit['zone'];
  kind: ArticleUnit['kind'];
}

function holds(node: Element, content: Element): boolean {
  return node === content || elementsWhere(node, (element) => element === content).length > 0;
}

/** The text of an element without scripts and styles. */
function visibleText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && SILENT.has(node.tagName)) return '';
  return 'children' in node ? node.children.map(visibleText).join('') : '';
}

/** Marks that an element puts around the text in it. */
interface Style {
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly superscript: boolean;
  readonly link: string;
}

function collectUnits(tree: Root, content: Element): readonly ArticleUnit[] {
  const state: Collecting = {
    content,
    units: [],
    inlines: [],
    links: [],
    line: 1,
    zone: 'page',
    kind: 'line',
  };
  visit(tree, { strong: false, emphasis: false, superscript: false, link: '' }, state);
  flush(state);
  return state.units;
}

function visit(node: Nodes, style: Style, state: Collecting): void {
  if (node.type === 'text') {
    // White space before a paragraph is not where it begins.
    const isFirst = node.value.trim() !== '' && unitText(state.inlines) === '';
    if (isFirst) state.line = node.position?.start.line ?? state.line;
    state.inlines.push(styled(node.value.replace(/[\n\t\r\f]+/gu, ' '), style));
    return;
  }
  if (node.type !== 'element') {
    if ('children' in node) for (const child of node.children) visit(child, style, state);
    return;
  }
  if (SILENT.has(node.tagName)) return;
  if (node.tagName === 'br') {
    state.inlines.push({ type: 'break' });
    return;
  }
  if (HIDDEN.test(String(node.properties['style'] ?? '')) && !holds(node, state.content)) {
    const inlines = tidyInlines([{ type: 'text', value: visibleText(node) }]);
    const line = node.position?.start.line ?? state.line;
    if (inlines.length > 0) state.units.push({ line, zone: 'hidden', kind: 'line', inlines, links: [] });
    return;
  }
  if (node.tagName === 'img') {
    pushImage(node, style, state);
    return;
  }
  visitElement(node, style, state);
}

function visitElement(node: Element, style: Style, state: Collecting): void {
  const isBlock = BLOCKS.has(node.tagName);
  const before = { zone: state.zone, kind: state.kind };
  if (isBlock) {
    flush(state);
    if (node === state.content) state.zone = 'article';
    if (HEADINGS.has(node.tagName)) state.kind = 'heading';
    if (node.tagName === 'li') state.kind = 'item';
  }
  // Cells of a row are read one after the other.
  if (node.tagName === 'td' || node.tagName === 'th') state.inlines.push({ type: 'text', value: ' ' });
  const inner = innerStyle(node, style);
  if (inner.link !== style.link) state.links.push(inner.link);
  let order = 0;
  for (const child of node.children) {
    if (node.tagName === 'ol' && child.type === 'element' && child.tagName === 'li') {
      flush(state);
      order += 1;
      state.line = child.position?.start.line ?? state.line;
      visitItem(child, order, inner, state);
    } else visit(child, inner, state);
  }
  if (isBlock) {
    flush(state);
    state.zone = before.zone;
    state.kind = before.kind;
  }
}

/** A browser writes the number of an ordered item; it is text to a reader. */
function visitItem(item: Element, order: number, style: Style, state: Collecting): void {
  state.inlines.push({ type: 'text', value: `${String(order)}. ` });
  for (const child of item.children) {
    if (
      child.type === 'element' &&
      BLOCKS.has(child.tagName) &&
      child.tagName !== 'ol' &&
      child.tagName !== 'ul'
    ) {
      for (const inner of child.children) visit(inner, innerStyle(child, style), state);
    } else visit(child, style, state);
  }
  flush(state);
}

function innerStyle(element: Element, style: Style): Style {
  const css = String(element.properties['style'] ?? '');
  const weight = /font-weight\s*:\s*([a-z0-9]+)/iu.exec(css)?.[1]?.toLowerCase();
  const isBoldTag = element.tagName === 'strong' || element.tagName === 'b' || HEADINGS.has(element.tagName);
  const isNormal = weight === 'normal' || weight === 'lighter' || /^[1-5]00$/u.test(weight ?? '');
  const isBold = weight === 'bold' || weight === 'bolder' || /^(?:[6-9]00|1000)$/u.test(weight ?? '');
  const href = element.tagName === 'a' ? String(element.properties['href'] ?? '') : '';
  return {
    strong: isBold || (!isNormal && ((isBoldTag && !HEADINGS.has(element.tagName)) || style.strong)),
    emphasis:
      style.emphasis ||
      element.tagName === 'em' ||
      element.tagName === 'i' ||
      /font-style\s*:\s*italic/iu.test(css),
    superscript: style.superscript || element.tagName === 'sup',
    link: /^https?:/iu.test(href) ? href : style.link,
  };
}

function styled(value: string, { strong, emphasis, superscript, link }: Style): Inline {
  let inline: Inline = { type: 'text', value };
  if (superscript) inline = { type: 'superscript', children: [inline] };
  if (link !== '') inline = { type: 'link', url: link, children: [inline] };
  if (emphasis) inline = { type: 'emphasis', children: [inline] };
  return strong ? { type: 'strong', children: [inline] } : inline;
}

function pushImage(image: Element, style: Style, state: Collecting): void {
  const alt = String(image.properties['alt'] ?? '');
  const links = style.link === '' ? [] : [style.link];
  const inlines = tidyInlines([{ type: 'text', value: alt }]);
  const line = image.position?.start.line ?? state.line;
  state.units.push({ line, zone: state.zone, kind: 'image', inlines, links });
}

function flush(state: Collecting): void {
  const { line, zone, kind, links } = state;
  for (const inlines of splitLines(state.inlines).map(tidyInlines)) {
    if (inlines.length > 0) state.units.push({ line, zone, kind, inlines, links });
  }
  state.inlines = [];
  state.links = [];
}
