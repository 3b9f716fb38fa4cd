import type { Paragraph as MdParagraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import {
  type MdxJsxAttribute,
  type MdxJsxFlowElement,
  type MdxJsxTextElement,
  mdxToMarkdown,
} from 'mdast-util-mdx';
import { type Handlers, toMarkdown } from 'mdast-util-to-markdown';

/** Attribute values; what is undefined or '' is left out. Only string literals are written. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * `mdast-util-mdx-jsx` escapes quotes only, and the compiler decodes character references in attributes: `&nbsp;` in a text
 * would come out as a space.
 */
function attributeNodes(attributes: Attributes): MdxJsxAttribute[] {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => ({
      type: 'mdxJsxAttribute',
      name,
      value: String(value).replaceAll('&', '&amp;'),
    }));
}

/** `<name …>phrasing</name>` inside a line. */
export function textElement(
  name: string,
  attributes: Attributes,
  children: PhrasingContent[],
): MdxJsxTextElement {
  return { type: 'mdxJsxTextElement', name, attributes: attributeNodes(attributes), children };
}

/**
 * `<name …>phrasing</name>` on a line of its own. MDX takes the paragraph around it away, so the element holds
 * exactly the phrasing and no `p`.
 */
export function lineElement(name: string, attributes: Attributes, children: PhrasingContent[]): MdParagraph {
  return { type: 'paragraph', children: [textElement(name, attributes, children)] };
}

/** An element over blocks, each on its own lines. */
export function flowElement(
  name: string,
  attributes: Attributes,
  children: RootContent[],
): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: attributeNodes(attributes),
    children: children as MdxJsxFlowElement['children'],
  };
}

const LOW_SURROGATE = /[\uDC00-\uDFFF]$/;
const HIGH_SURROGATE = /^[\uD800-\uDBFF]/;
const UNDERSCORES_BESIDE_SURROGATES = /(?<=[\uDC00-\uDFFF])_+|(?<!\\)_+(?=[\uD800-\uDBFF])/g;

/**
 * `mdast-util-to-markdown` leaves underscores inside of words alone and takes half of a character beyond the first plane for a
 * letter; the compiler sees the whole sign, and emphasis beside it.
 */
const writeText: Handlers['text'] = ({ value }: Text, _parent, state, info) => {
  const before = LOW_SURROGATE.exec(info.before)?.[0] ?? '';
  const after = HIGH_SURROGATE.exec(info.after)?.[0] ?? '';
  const written = `${before}${state.safe(value, info)}${after}`.replace(
    UNDERSCORES_BESIDE_SURROGATES,
    (underscores) => '\\_'.repeat(underscores.length),
  );
  return written.slice(before.length, written.length - after.length);
};

/** Writes a tree as MDX. Text can become neither markup nor JSX nor an expression. */
export function serializeMdx(children: RootContent[]): string {
  const root: Root = { type: 'root', children };
  return toMarkdown(root, {
    extensions: [gfmToMarkdown(), mdxToMarkdown()],
    handlers: { text: writeText },
    rule: '-',
    bullet: '-',
  });
}
