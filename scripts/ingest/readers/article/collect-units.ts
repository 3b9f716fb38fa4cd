import type { Element, Nodes, Parents, Root, Text } from 'hast';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import type { Inline } from '../../model/document.ts';
import type { ArticleUnit } from './article-unit.ts';
import {
  isHeading,
  isNotDisplayed,
  PLAIN_STYLE,
  styledText,
  styleInside,
  type TextStyle,
} from './html-styles.ts';
import { tidyInlines, unitText } from './inline-text.ts';
import { splitLines } from './split-lines.ts';

/** Elements that hold no text of the page, whatever they hold. */
const SILENT: ReadonlySet<string> = new Set(
  'script style noscript template head svg iframe link meta'.split(' '),
);
const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body button caption dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
);

/** What an element hands down to what stands in it. */
interface Surroundings {
  readonly style: TextStyle;
  /** The nearest block: text of the same one is one unit, unless another block stands between. */
  readonly block: Nodes;
  readonly zone: 'page' | 'article';
  readonly kind: 'heading' | 'line' | 'item';
  /** Whether its blocks are one line: that of a numbered item. */
  readonly isNumberedItem: boolean;
}

/** The unit that is being read. */
interface Paragraph extends Pick<Surroundings, 'block' | 'zone' | 'kind'> {
  readonly inlines: Inline[];
  readonly links: Set<string>;
  line: number;
}

/**
 * The units of a page in the order of its text, pictures before the text around them.
 * @param content the element that holds the article
 */
export function collectUnits(tree: Root, content: Element): readonly ArticleUnit[] {
  const units: ArticleUnit[] = [];
  const inside = new Map<Parents, Surroundings>();
  let paragraph = startParagraph(outsideOf(tree), 1);
  const continueIn = (around: Surroundings): void => {
    if (around.block === paragraph.block) return;
    units.push(...finishParagraph(paragraph));
    paragraph = startParagraph(around, paragraph.line);
  };
  visit(tree, (node, _index, parent) => {
    // Parents are visited before what they hold.
    const around = (parent && inside.get(parent)) ?? outsideOf(tree);
    continueIn(around);
    if (node.type === 'text') addText(node, around.style, paragraph);
    if (node.type !== 'element') return undefined;
    if (SILENT.has(node.tagName)) return SKIP;
    if (isNotDisplayed(node) && !holds(node, content)) {
      units.push(...hiddenUnits(node, paragraph.line));
      return SKIP;
    }
    const own = surroundingsIn(node, { parent, content, around });
    inside.set(node, own);
    continueIn(own);
    if (node.tagName === 'img') units.push(imageUnit(node, around, paragraph.line));
    addOwnText(node, parent, paragraph);
    return undefined;
  });
  return [...units, ...finishParagraph(paragraph)];
}

function outsideOf(tree: Root): Surroundings {
  return { style: PLAIN_STYLE, block: tree, zone: 'page', kind: 'line', isNumberedItem: false };
}

function startParagraph({ block, zone, kind }: Surroundings, line: number): Paragraph {
  return { block, zone, kind, inlines: [], links: new Set(), line };
}

function finishParagraph({ inlines, links, line, zone, kind }: Paragraph): readonly ArticleUnit[] {
  return splitLines(inlines)
    .map(tidyInlines)
    .filter((text) => text.length > 0)
    .map((text): ArticleUnit => ({ line, zone, kind, inlines: text, links: [...links] }));
}

function surroundingsIn(
  node: Element,
  place: { readonly parent: Parents | undefined; readonly content: Element; readonly around: Surroundings },
): Surroundings {
  const { around, content } = place;
  const style = styleInside(node, around.style);
  const isList = node.tagName === 'ol' || node.tagName === 'ul';
  const isBlock = node === content || (BLOCKS.has(node.tagName) && (isList || !around.isNumberedItem));
  if (!isBlock) return { ...around, style };
  const isNumberedItem = isNumbered(node, place.parent);
  return {
    style,
    block: node,
    zone: node === content ? 'article' : around.zone,
    kind: isHeading(node) ? 'heading' : node.tagName === 'li' && !isNumberedItem ? 'item' : around.kind,
    isNumberedItem,
  };
}

function isNumbered(node: Element, parent: Parents | undefined): boolean {
  return node.tagName === 'li' && parent?.type === 'element' && parent.tagName === 'ol';
}

function addText(node: Text, style: TextStyle, paragraph: Paragraph): void {
  // White space before a paragraph is not where it begins.
  const isFirst = node.value.trim() !== '' && unitText(paragraph.inlines) === '';
  if (isFirst) paragraph.line = lineOf(node, paragraph.line);
  if (style.link !== '') paragraph.links.add(style.link);
  paragraph.inlines.push(styledText(node.value.replace(/[\n\t\r\f]+/gu, ' '), style));
}

/** What a browser shows for an element itself: a line break, space between cells, the number of an item. */
function addOwnText(node: Element, parent: Parents | undefined, paragraph: Paragraph): void {
  if (node.tagName === 'br') paragraph.inlines.push({ type: 'break' });
  if (node.tagName === 'td' || node.tagName === 'th') paragraph.inlines.push({ type: 'text', value: ' ' });
  if (!isNumbered(node, parent)) return;
  const items = parent?.children.filter((child) => child.type === 'element' && child.tagName === 'li') ?? [];
  paragraph.line = lineOf(node, paragraph.line);
  paragraph.inlines.push({ type: 'text', value: `${String(items.indexOf(node) + 1)}. ` });
}

function imageUnit(image: Element, { style, zone }: Surroundings, line: number): ArticleUnit {
  return {
    line: lineOf(image, line),
    zone,
    kind: 'image',
    inlines: tidyInlines([{ type: 'text', value: String(image.properties['alt'] ?? '') }]),
    links: style.link === '' ? [] : [style.link],
  };
}

/** All text in an element that is not shown, without scripts and styles; no unit where it has none. */
function hiddenUnits(element: Element, line: number): readonly ArticleUnit[] {
  let value = '';
  visit(element, (node) => {
    if (node.type === 'text') value += node.value;
    return node.type === 'element' && SILENT.has(node.tagName) ? SKIP : undefined;
  });
  const inlines = tidyInlines([{ type: 'text', value }]);
  if (inlines.length === 0) return [];
  return [{ line: lineOf(element, line), zone: 'hidden', kind: 'line', inlines, links: [] }];
}

function holds(element: Element, sought: Element): boolean {
  let isFound = false;
  visit(element, (node) => {
    isFound ||= node === sought;
    return isFound ? EXIT : undefined;
  });
  return isFound;
}

function lineOf(node: Element | Text, otherwise: number): number {
  return node.position?.start.line ?? otherwise;
}
