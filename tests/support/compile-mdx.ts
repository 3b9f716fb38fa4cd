import { evaluate, type Features } from 'satteri';

/** An element or text that a compiled MDX file makes. */
export type MdxNode = string | MdxElement;
export interface MdxElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly children: readonly MdxNode[];
}

/** What the site's configuration sets: no GFM, no smart punctuation. Astro takes the front matter off before. */
const SITE_FEATURES: Features = { gfm: false, smartPunctuation: false, frontmatter: false };

/**
 * Compiles MDX with the compiler that Astro uses and runs it. Components are stand-ins that keep their name; an
 * expression, import or script in the file would run or throw here.
 */
export async function compileMdx(
  source: string,
  features: Features = SITE_FEATURES,
): Promise<readonly MdxNode[]> {
  const body = source.replace(/^---\n[\s\S]*?\n---\n/u, '');
  const make = (type: unknown, props: unknown): MdxElement => {
    const { children, ...attributes } = props as Record<string, unknown>;
    return { name: String(type), attributes, children: toNodes(children) };
  };
  const compiled = await evaluate(body, { jsx: make, jsxs: make, Fragment: 'Fragment', features });
  const names = [...new Set([...body.matchAll(/<([A-Z][A-Za-z]*)/gu)].map((match) => match[1] ?? ''))];
  const content = compiled['default'] as (props: object) => MdxNode;
  const root = content({ components: Object.fromEntries(names.map((name) => [name, name])) });
  const nodes = typeof root !== 'string' && root.name === 'Fragment' ? root.children : [root];
  return nodes.filter((node) => typeof node !== 'string' || node.trim() !== '');
}

function toNodes(children: unknown): readonly MdxNode[] {
  if (children === undefined || children === null || typeof children === 'boolean') return [];
  return Array.isArray(children) ? children.flatMap(toNodes) : [children as MdxNode];
}

/** The text of nodes, as a page would show it. */
export function mdxText(nodes: readonly MdxNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : mdxText(node.children))).join('');
}

/** All elements of a name, in order. */
export function mdxElements(nodes: readonly MdxNode[], name: string): readonly MdxElement[] {
  return nodes.flatMap((node) =>
    typeof node === 'string'
      ? []
      : [...(node.name === name ? [node] : []), ...mdxElements(node.children, name)],
  );
}
