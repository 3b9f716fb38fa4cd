import { glob, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { aliasesSchema } from '../../src/schema/aliases.ts';
import { parseYaml, yamlProblemLine } from '../../src/schema/parse-yaml.ts';
import { extractPage, type IndexedPage } from './extract-page.ts';
import { makeIndexFiles } from './make-index-files.ts';

/** What was indexed. */
export interface SearchIndexReport {
  readonly pages: number;
  readonly sections: number;
  readonly passages: number;
  /** Bytes on disk of all files of the index. */
  readonly bytes: number;
  readonly milliseconds: number;
}

/** The same page at two addresses (the home of a site with one report is that report’s home) is indexed at the longer, its own. */
function dropRepeated(pages: readonly IndexedPage[]): readonly IndexedPage[] {
  const byContent = new Map<string, IndexedPage>();
  for (const page of pages) {
    const key = JSON.stringify(page.sections.map((section) => ({ ...section, url: '' })));
    const known = byContent.get(key);
    if (known === undefined || known.url.length < page.url.length) byContent.set(key, page);
  }
  return [...byContent.values()];
}

/** Pages by report and chapter, so that ties in the ranking keep reading order and the same site gives the same index. */
export async function readPages(distFolder: string): Promise<readonly IndexedPage[]> {
  const pages: IndexedPage[] = [];
  for await (const found of glob('**/*.html', { cwd: distFolder })) {
    const file = found.replaceAll('\\', '/');
    const url = file.replace(/(?:^|(?<=\/))index\.html$/u, '');
    const page = extractPage(await readFile(join(distFolder, file), 'utf8'), url);
    if (page !== undefined) pages.push(page);
  }
  const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
  return [...dropRepeated(pages)].sort(
    (left, right) =>
      compare(left.report, right.report) || left.order - right.order || compare(left.url, right.url),
  );
}

async function readAliases(contentFolder: string): Promise<readonly (readonly string[])[]> {
  const file = join(contentFolder, 'aliases.yaml');
  if (!existsSync(file)) return [];
  const { value, problems } = parseYaml(aliasesSchema, { text: await readFile(file, 'utf8') });
  if (problems === undefined) return value;
  throw new Error([`${file} cannot be used.`, ...problems.map(yamlProblemLine)].join('\n  '));
}

/**
 * Indexes the built site for search: reads every page that says `data-index`, and writes `pagefind/` beside them.
 * @param distFolder the built site; its `pagefind/` is replaced as a whole at the end
 * @param contentFolder where `aliases.yaml` is
 * @throws Error where a page cannot be indexed or the index does not read back as the text of the site.
 */
export async function buildSearchIndex(
  distFolder: string,
  contentFolder: string = process.env['CONTENT_DIR'] ?? 'content',
): Promise<SearchIndexReport> {
  const began = performance.now();
  const pages = await readPages(distFolder);
  const records = pages.flatMap(({ sections }) => sections);
  const files = await makeIndexFiles(records, await readAliases(contentFolder));
  const folder = join(distFolder, 'pagefind');
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  let bytes = 0;
  for (const [name, content] of files) {
    const target = join(unfinished, name);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
    bytes += content.length;
  }
  await rm(folder, { recursive: true, force: true });
  await rename(unfinished, folder);
  return {
    pages: pages.length,
    sections: records.length,
    passages: records.reduce((sum, { passages }) => sum + passages.length, 0),
    bytes,
    milliseconds: Math.round(performance.now() - began),
  };
}
