import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { z } from 'zod';
import { parseYaml, type YamlText } from '../../src/schema/parse-yaml.ts';

/** A file of `content/`, by its path below it with `/`: `reports/caict-ai-2024/report.yaml`. */
export interface ContentFile {
  readonly path: string;
  readonly text: string;
}

/** All text files of a content folder, as they are on disk. */
export interface Content {
  readonly files: readonly ContentFile[];
}

/** Kept byte for byte as they came; no rule of ours holds for what is in them. */
const SOURCES = /^reports\/[^/]+\/sources\//u;
const TEXT_FILE = /\.(?:mdx|yaml|json)$/u;

/** Reads what people and ingest wrote, not the sources and pictures. An absent folder is empty content. */
export function readContent(folder: string): Content {
  if (!existsSync(folder)) return { files: [] };
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => TEXT_FILE.test(path) && !SOURCES.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  return { files };
}

/** Ids of the reports: the folders that hold a `report.yaml`. */
export function reportIds(content: Content): readonly string[] {
  return content.files.flatMap(({ path }) => /^reports\/([^/]+)\/report\.yaml$/u.exec(path)?.[1] ?? []);
}

/**
 * The YAML of a file: all of it, or the front matter of an MDX file with the line on which that begins.
 * @returns undefined where an MDX file has no front matter
 */
export function yamlText({ path, text }: ContentFile): YamlText | undefined {
  if (!path.endsWith('.mdx')) return { text };
  const [, frontMatter] = /^---\n(.*?\n)---\n/su.exec(text) ?? [];
  return frontMatter === undefined ? undefined : { text: frontMatter, firstLine: 2 };
}

/**
 * What the YAML of a file says.
 * @returns undefined where it does not fit the schema: the rule `content/fits-schema` says why
 */
export function readYaml<Schema extends z.ZodType>(
  schema: Schema,
  file: ContentFile,
): z.output<Schema> | undefined {
  const yaml = yamlText(file);
  return yaml && parseYaml(schema, yaml).value;
}

/** How a finding names a file of the content folder. */
export function displayPath(file: ContentFile): string {
  return `content/${file.path}`;
}
