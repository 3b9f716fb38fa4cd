import type { Nodes } from 'mdast';
import { linkTarget } from './link-target.ts';
import {
  asElement,
  numberOf,
  placeOfElement,
  refuse,
  required,
  requiredId,
  type MdxElement,
} from './mdx-element.ts';
import type { Inline } from './model.ts';

const MARKED = { strong: 'strong', em: 'emphasis', sup: 'superscript' } as const;

/** Elements that stand in lines; all others are blocks or parts of them. */
const INLINE_NAMES: ReadonlySet<string> = new Set([
  ...Object.keys(MARKED),
  'a',
  'br',
  'NoteMark',
  'PageMark',
]);

/** Whether a node belongs to a line of text rather than being a block. */
export function isInline(node: Nodes): boolean {
  if (node.type === 'text') return true;
  const element = asElement(node);
  return element !== undefined && INLINE_NAMES.has(element.name);
}

/** The inlines of nodes. @throws SyntaxError for anything but text and the elements that stand in lines. */
export function parseInlines(nodes: readonly Nodes[]): readonly Inline[] {
  return nodes.flatMap((node): readonly Inline[] => {
    // An element with nothing but elements in it is taken for a block, and a paragraph in it for one, too.
    if (node.type === 'paragraph') return parseInlines(node.children);
    if (node.type === 'text') return node.value === '' ? [] : [{ type: 'text', value: node.value }];
    const element = asElement(node) ?? refuse(node, `There is ${node.type} within a line of text.`);
    return parseElement(element);
  });
}

function parseElement(element: MdxElement): readonly Inline[] {
  const { name, node } = element;
  const children = parseInlines(element.children);
  switch (name) {
    case 'strong':
    case 'em':
    case 'sup':
      return [{ type: MARKED[name], children }];
    case 'a': {
      const target = linkTarget(required(element, 'href'));
      return target === undefined ? children : [{ type: 'link', target, children }];
    }
    case 'br':
      return [{ type: 'break' }];
    case 'NoteMark':
      return [{ type: 'noteMark', id: requiredId(element), label: required(element, 'label') }];
    case 'PageMark':
      return [{ type: 'pageMark', ...placeOfElement(element), page: numberOf(element, 'page') }];
    default:
      return refuse(node, `<${name}> may not stand within a line of text.`);
  }
}
