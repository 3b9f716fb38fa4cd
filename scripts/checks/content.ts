import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parse } from 'yaml';

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
 * The YAML of a file: all of it, or the front matter of an MDX file.
 * @throws Error where it is no YAML, or where an MDX file has no front matter.
 */
export function readYaml({ path, text }: ContentFile): unknown {
  if (!path.endsWith('.mdx')) return parse(text) as unknown;
  const [, frontMatter] = /^---\n(.*?\n)---\n/su.exec(text) ?? [];
  if (frontMatter === undefined) throw new Error('It has no front matter between two lines of ---.');
  return parse(frontMatter) as unknown;
}

/** How a finding names a file of the content folder. */
export function displayPath(file: ContentFile): string {
  return `content/${file.path}`;
}
