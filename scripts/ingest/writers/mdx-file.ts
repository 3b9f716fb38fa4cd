import type { RootContent } from 'mdast';
import { stringify } from 'yaml';
import { serializeMdx } from './mdx-nodes.ts';

/** Says to people who open the file that changes to it are lost. */
const GENERATED = ' Written by `npm run ingest`. Do not edit: corrections belong in overrides.yaml.';

/**
 * YAML that is the same on every run and never folds a line. Text that readers of YAML 1.1, as Astro's is, take for a date, a number
 * or a truth value is quoted: a paragraph may well say 2024-11-29 and nothing else.
 */
export function toYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false, compat: 'yaml-1.1' });
}

/** Front matter and content of one `.mdx` file. */
export function mdxFile(frontMatter: object, children: RootContent[]): string {
  const body = children.length === 0 ? '' : `\n${serializeMdx(children)}`;
  return `---\n#${GENERATED}\n${toYaml(frontMatter)}---\n${body}`;
}

/** A generated `.yaml` file. */
export function yamlFile(value: object, comment: string): string {
  return `# ${comment}\n${toYaml(value)}`;
}
