import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/** An address that a page names. */
export interface Reference {
  readonly tag: string;
  readonly attribute: string;
  readonly url: string;
  /** True where the browser fetches it by itself; false for what a reader must follow. */
  readonly loads: boolean;
}

/** An `img` element. */
export interface Picture {
  readonly url: string;
  readonly isLazy: boolean;
  /** Whether width and height say how much room it takes before it comes. */
  readonly isSized: boolean;
  /** Whether it has a text alternative, if an empty one for what only decorates. */
  readonly hasAlternative: boolean;
}

/** What the rules need to know about a built page. */
export interface HtmlPage {
  /** Below the built folder, with `/`: `caict-ai-2024/overview/index.html`. */
  readonly path: string;
  readonly lang: string;
  readonly title: string;
  /** In document order, with repetitions. */
  readonly ids: readonly string[];
  readonly references: readonly Reference[];
  /** Level and text of every heading, in document order. */
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  /** Elements that are landmarks of the whole page: main, nav (with its label), banner header, footer. */
  readonly landmarks: readonly { readonly tag: string; readonly label: string }[];
  /** `description`, `og:title`, …; the last of several. */
  readonly meta: ReadonlyMap<string, string>;
  readonly canonical: string | undefined;
  /** Text of every script element of type application/ld+json. */
  readonly jsonLd: readonly string[];
  readonly pictures: readonly Picture[];
  /** What a Content-Security-Policy without 'unsafe-inline' for scripts would block. */
  readonly inlineCode: readonly string[];
  /** Where a redirect page leads. */
  readonly redirect: string | undefined;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

/** Which attributes name addresses, and whether the browser loads them by itself. */
const ADDRESS_ATTRIBUTES: readonly (readonly [
  tag: string,
  property: string,
  attribute: string,
  loads: boolean,
])[] = [
  ['a', 'href', 'href', false],
  ['area', 'href', 'href', false],
  ['form', 'action', 'action', false],
  ['audio', 'src', 'src', true],
  ['embed', 'src', 'src', true],
  ['iframe', 'src', 'src', true],
  ['img', 'src', 'src', true],
  ['input', 'src', 'src', true],
  ['object', 'data', 'data', true],
  ['script', 'src', 'src', true],
  ['source', 'src', 'src', true],
  ['track', 'src', 'src', true],
  ['use', 'href', 'href', true],
  ['video', 'src', 'src', true],
  ['video', 'poster', 'poster', true],
];
/** Kinds of `<link>` that are only said, not fetched. */
const PASSIVE_LINKS = ['canonical', 'alternate', 'next', 'prev', 'author', 'license', 'help', 'search'];
const DATA_SCRIPTS = ['application/ld+json', 'application/json', 'text/plain'];

/** Reads a page of the built site. */
export function readHtmlPage(path: string, html: string): HtmlPage {
  const page: Mutable<HtmlPage> & { meta: Map<string, string> } = {
    path,
    lang: '',
    title: '',
    ids: [],
    references: [],
    headings: [],
    landmarks: [],
    meta: new Map(),
    canonical: undefined,
    jsonLd: [],
    pictures: [],
    inlineCode: [],
    redirect: undefined,
  };
  visit(fromHtml(html), 'element', (element, _index, parent) => {
    readElement(page, element, parent?.type === 'element' ? parent : undefined);
  });
  return page;
}

type Draft = Mutable<HtmlPage> & { meta: Map<string, string> };

function readElement(page: Draft, element: Element, parent: Element | undefined): void {
  const id = property(element, 'id');
  if (id !== '') page.ids.push(id);
  readReferences(page, element);
  readInlineCode(page, element);
  const { tagName } = element;
  if (tagName === 'html') page.lang = property(element, 'lang');
  else if (tagName === 'title' && parent?.tagName === 'head') page.title = textOf(element);
  else if (tagName === 'meta') readMeta(page, element);
  else if (tagName === 'link') readLink(page, element);
  else if (tagName === 'img') page.pictures.push(readPicture(element));
  else if (/^h[1-6]$/u.test(tagName))
    page.headings.push({ level: Number(tagName[1]), text: textOf(element) });
  else if (isLandmark(element, parent)) {
    page.landmarks.push({
      tag: tagName,
      label: property(element, 'ariaLabel') || property(element, 'ariaLabelledBy'),
    });
  }
}

/** A header or footer is a landmark of the page only where it stands directly in its body. */
function isLandmark({ tagName }: Element, parent: Element | undefined): boolean {
  if (tagName === 'header' || tagName === 'footer') return parent?.tagName === 'body';
  return tagName === 'main' || tagName === 'nav';
}

function readReferences(page: Draft, element: Element): void {
  for (const [tag, name, attribute, loads] of ADDRESS_ATTRIBUTES) {
    if (element.tagName !== tag) continue;
    const url = element.properties[name];
    if (typeof url === 'string') page.references.push({ tag, attribute, url, loads });
  }
  const sources = property(element, 'srcSet');
  for (const candidate of sources.split(/,\s+/u).filter((text) => text.trim() !== '')) {
    page.references.push({
      tag: element.tagName,
      attribute: 'srcset',
      url: candidate.trim().replace(/\s.*$/su, ''),
      loads: true,
    });
  }
  const css = element.tagName === 'style' ? textOf(element) : property(element, 'style');
  for (const url of cssAddresses(css))
    page.references.push({ tag: element.tagName, attribute: 'style', url, loads: true });
}

/** Addresses that a style sheet makes the browser fetch. */
export function cssAddresses(css: string): readonly string[] {
  const found = css.matchAll(
    /url\(\s*(?:"([^"]*)"|'([^']*)'|([^'")\s]+))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/gu,
  );
  return Array.from(found, ([, ...groups]) => groups.find((group) => group !== undefined) ?? '').filter(
    (url) => url !== '' && !url.startsWith('data:'),
  );
}

function readMeta(page: Draft, element: Element): void {
  const name = property(element, 'name') || property(element, 'property');
  const content = property(element, 'content');
  if (name !== '') page.meta.set(name, content);
  if (property(element, 'httpEquiv').toLowerCase() === 'refresh') {
    page.redirect = /url=(.*)$/iu.exec(content)?.[1]?.trim();
  }
}

function readLink(page: Draft, element: Element): void {
  const kinds = property(element, 'rel').toLowerCase().split(' ');
  const url = property(element, 'href');
  if (kinds.includes('canonical')) page.canonical = url;
  page.references.push({
    tag: 'link',
    attribute: 'href',
    url,
    loads: !kinds.some((kind) => PASSIVE_LINKS.includes(kind)),
  });
}

function readPicture(element: Element): Picture {
  const { properties } = element;
  return {
    url: property(element, 'src'),
    isLazy: properties['loading'] === 'lazy',
    isSized: Number(properties['width']) > 0 && Number(properties['height']) > 0,
    hasAlternative: properties['alt'] !== undefined,
  };
}

function readInlineCode(page: Draft, element: Element): void {
  if (element.tagName === 'script') {
    const type = property(element, 'type');
    if (type === 'application/ld+json') page.jsonLd.push(textOf(element));
    if (element.properties['src'] === undefined && !DATA_SCRIPTS.includes(type)) {
      page.inlineCode.push(`<script>${textOf(element).slice(0, 60)}`);
    }
  }
  for (const [name, value] of Object.entries(element.properties)) {
    const handles = /^on[A-Za-z]/u.test(name);
    if (handles || (typeof value === 'string' && /^\s*javascript:/iu.test(value))) {
      page.inlineCode.push(`<${element.tagName} ${name}="${String(value).slice(0, 60)}">`);
    }
  }
}

/** A property of hast is a string, a number, a truth value or a list of words; '' where it is absent. */
function property(element: Element, name: string): string {
  const value = element.properties[name];
  if (Array.isArray(value)) return value.join(' ');
  return value === undefined || value === null ? '' : String(value);
}

function textOf(node: Element | Root): string {
  let text = '';
  visit(node, 'text', ({ value }) => {
    text += value;
  });
  return text;
}
