import { glob, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { aliasesSchema } from '../../src/schema/aliases.ts';
import type { SectionRecord } from '../../src/lib/search/model.ts';
import { extractSections } from './extract-sections.ts';
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

/** Pages in the order of their addresses, so that the same site gives the same index. */
async function readSections(
  distFolder: string,
): Promise<{ pages: number; records: readonly SectionRecord[] }> {
  const files: string[] = [];
  for await (const file of glob('**/*.html', { cwd: distFolder })) files.push(file.replaceAll('\\', '/'));
  const records: SectionRecord[] = [];
  let pages = 0;
  for (const file of files.sort()) {
    const url = file.replace(/(?:^|(?<=\/))index\.html$/u, '');
    const sections = extractSections(await readFile(join(distFolder, file), 'utf8'), url);
    if (sections.length > 0) pages += 1;
    records.push(...sections);
  }
  return { pages, records };
}

async function readAliases(contentFolder: string): Promise<readonly (readonly string[])[]> {
  const file = join(contentFolder, 'aliases.yaml');
  if (!existsSync(file)) return [];
  const parsed = aliasesSchema.safeParse(parse(await readFile(file, 'utf8')) ?? []);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(
    `${file}, group ${String(Number(issue?.path[0] ?? 0) + 1)}: ${issue?.message ?? 'is not readable'}.`,
  );
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
  const { pages, records } = await readSections(distFolder);
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
    pages,
    sections: records.length,
    passages: records.reduce((sum, { passages }) => sum + passages.length, 0),
    bytes,
    milliseconds: Math.round(performance.now() - began),
  };
}
