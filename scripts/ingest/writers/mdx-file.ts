import type { RootContent } from 'mdast';
import { stringify } from 'yaml';
import { serializeMdx } from './mdx-nodes.ts';

/** Says to people who open the file that changes to it are lost. */
const GENERATED = ' Written by `npm run ingest`. Do not edit: corrections belong in overrides.yaml.';

/** YAML that is the same on every run and never folds a line. */
export function toYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
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
