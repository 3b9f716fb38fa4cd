import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openIndexFiles } from '../../scripts/search/read-back.ts';
import { createSearchEngine, type SearchEngine } from '../../src/lib/search/engine.ts';
import { indexAids } from '../../src/lib/search/lexicon.ts';

/** The search of a built site, over the files that visitors get. */
export async function openBuiltSearch(siteFolder: string): Promise<SearchEngine> {
  const folder = join(siteFolder, 'pagefind');
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length + 1).replaceAll('\\', '/'), await readFile(path));
  }
  const index = await openIndexFiles(files);
  return createSearchEngine(index, indexAids(index));
}
