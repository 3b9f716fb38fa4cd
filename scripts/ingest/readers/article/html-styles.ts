import type { Element } from 'hast';
import type { Inline } from '../../model/document.ts';

/** Marks that elements put around the text in them. */
export interface TextStyle {
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly superscript: boolean;
  /** An http(s) address, '' outside links. */
  readonly link: string;
}

/** The style of text outside any element. */
export const PLAIN_STYLE: TextStyle = { strong: false, emphasis: false, superscript: false, link: '' };

const HEADING_TAG = /^h[1-6]$/u;
/** `visibility: hidden` is not meant: WeChat sets it on the whole article until its script has run. */
const NOT_DISPLAYED = /(?:^|;)\s*display\s*:\s*none/iu;
const ITALIC = /font-style\s*:\s*italic/iu;
const WEIGHT = /font-weight\s*:\s*([a-z0-9]+)/iu;
const BOLD_WEIGHT = /^(?:bold|bolder|[6-9]00|1000)$/u;
const NORMAL_WEIGHT = /^(?:normal|lighter|[1-5]00)$/u;

/** Whether the element is a heading, which is bold without meaning more by it. */
export function isHeading(element: Element): boolean {
  return HEADING_TAG.test(element.tagName);
}

/** Whether the element's own CSS takes it off the page. */
export function isNotDisplayed(element: Element): boolean {
  return NOT_DISPLAYED.test(cssOf(element));
}

/** The style of text in an element that stands in text of the style `outer`: its tag, then its own CSS. */
export function styleInside(element: Element, outer: TextStyle): TextStyle {
  const { tagName } = element;
  const css = cssOf(element);
  const weight = WEIGHT.exec(css)?.[1]?.toLowerCase() ?? '';
  const isBold = tagName === 'strong' || tagName === 'b' || outer.strong;
  const href = tagName === 'a' ? String(element.properties['href'] ?? '') : '';
  return {
    strong: BOLD_WEIGHT.test(weight) || (isBold && !NORMAL_WEIGHT.test(weight)),
    emphasis: outer.emphasis || tagName === 'em' || tagName === 'i' || ITALIC.test(css),
    superscript: outer.superscript || tagName === 'sup',
    link: /^https?:/iu.test(href) ? href : outer.link,
  };
}

/** The text with its marks around it, strong ones outermost. */
export function styledText(value: string, { strong, emphasis, superscript, link }: TextStyle): Inline {
  let inline: Inline = { type: 'text', value };
  if (superscript) inline = { type: 'superscript', children: [inline] };
  if (link !== '') inline = { type: 'link', url: link, children: [inline] };
  if (emphasis) inline = { type: 'emphasis', children: [inline] };
  return strong ? { type: 'strong', children: [inline] } : inline;
}

function cssOf(element: Element): string {
  return String(element.properties['style'] ?? '');
}
