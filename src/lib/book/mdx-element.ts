import type { Nodes } from 'mdast';
import { permanentIdSchema } from '../../schema/chapter.ts';
import { LANGUAGES, type Language } from '../language.ts';
import type { Picture, Place } from './model.ts';

/** An element of the chapters’ vocabulary, in a line or on lines of its own. */
export interface MdxElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Nodes[];
  readonly node: Nodes;
}

/** @throws SyntaxError always, naming the line. */
export function refuse(node: Nodes, reason: string): never {
  const line = 'position' in node ? node.position?.start.line : undefined;
  throw new SyntaxError(`${line === undefined ? '' : `Line ${line}: `}${reason}`);
}

/** A node as an element; undefined where it is none. @throws SyntaxError where an attribute is more than a string. */
export function asElement(node: Nodes): MdxElement | undefined {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
  const attributes = node.attributes.map((attribute): [string, string] => {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string')
      return refuse(node, `<${String(node.name)}> has an attribute that is no string.`);
    return [attribute.name, attribute.value];
  });
  return {
    name: node.name ?? '',
    attributes: new Map(attributes),
    children: node.children,
    node,
  };
}

/**
 * The elements among nodes. Markdown puts a paragraph around those that hold text on their own line; as in MDX, it counts for nothing.
 * @throws SyntaxError where text stands beside them.
 */
export function elementsAmong(nodes: readonly Nodes[]): readonly MdxElement[] {
  return nodes.flatMap((node) => {
    if (node.type === 'paragraph') return elementsAmong(node.children);
    if (node.type === 'text' && node.value.trim() === '') return [];
    return [asElement(node) ?? refuse(node, `There is ${node.type} where only elements may be.`)];
  });
}

/** @throws SyntaxError where it is missing. */
export function required({ attributes, name, node }: MdxElement, attribute: string): string {
  return attributes.get(attribute) ?? refuse(node, `<${name}> has no ${attribute}.`);
}

/** The permanent id. @throws SyntaxError where it is missing or none. */
export function requiredId(element: MdxElement): string {
  const id = required(element, 'id');
  return permanentIdSchema.safeParse(id).success ? id : refuse(element.node, `“${id}” is no permanent id.`);
}

/** A whole number, or what stands for it where the attribute is missing. @throws SyntaxError for anything else. */
export function numberOf(element: MdxElement, attribute: string, otherwise?: number): number {
  const value = element.attributes.get(attribute);
  if (value === undefined && otherwise !== undefined) return otherwise;
  return /^\d+$/u.test(value ?? '')
    ? Number(value)
    : refuse(element.node, `${attribute} of <${element.name}> is no number.`);
}

/** The language that an element says; nothing where it is that of the report. */
export function languageOfElement({ attributes }: MdxElement): { readonly language?: Language } {
  const language = LANGUAGES.find((known) => known === attributes.get('lang'));
  return language === undefined ? {} : { language };
}

/** The page that an element says; undefined where it says none. */
export function placeOfElement(element: MdxElement): Place | undefined {
  if (!element.attributes.has('page')) return undefined;
  const label = element.attributes.get('label');
  return { page: numberOf(element, 'page'), ...(label ? { label } : {}) };
}

/** The picture of a figure or table; nothing where there is none. */
export function pictureOfElement(element: MdxElement): { readonly picture?: Picture } {
  const path = element.attributes.get('src');
  if (path === undefined) return {};
  return { picture: { path, width: numberOf(element, 'width'), height: numberOf(element, 'height') } };
}
