import type { Element, Nodes, Root } from 'hast';

/** All elements that fit, in the order of the page. */
export function elementsWhere(tree: Root | Element, fits: (element: Element) => boolean): readonly Element[] {
  return tree.children.flatMap((child): readonly Element[] => {
    if (child.type !== 'element') return [];
    return [...(fits(child) ? [child] : []), ...elementsWhere(child, fits)];
  });
}

/** All text of a node, scripts included. */
export function textContent(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textContent).join('') : '';
}
