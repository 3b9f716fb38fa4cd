import { createHash } from 'node:crypto';
import { glob, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatBytes } from '../../src/lib/offline.ts';
import { bundleServiceWorker } from './bundle-service-worker.ts';
import { chooseFiles, type OfflineFiles, type SiteFile } from './choose-files.ts';

/** Enough of a hash to tell two editions of a file apart. */
const REVISION_LENGTH = 12;

async function listFiles(folder: string): Promise<readonly SiteFile[]> {
  const files: SiteFile[] = [];
  for await (const found of glob('**/*.*', { cwd: folder })) {
    const info = await stat(join(folder, found));
    if (info.isFile()) files.push({ path: found.replaceAll('\\', '/'), bytes: info.size });
  }
  return files.sort((left, right) => (left.path < right.path ? -1 : 1));
}

const sum = (files: readonly SiteFile[]): number => files.reduce((bytes, file) => bytes + file.bytes, 0);

/** Sets the size of what would be kept into the pages that offer it, and shows the offer. */
async function stampOffers(folder: string, { shared, byReport }: OfflineFiles<SiteFile>): Promise<void> {
  const pages = [...shared, ...[...byReport.values()].flat()].filter(({ path }) => path.endsWith('.html'));
  for (const { path } of pages) {
    const file = join(folder, path);
    const html = await readFile(file, 'utf8');
    const [tag, report = ''] =
      /<div [^>]*\bdata-offline\b[^>]* data-report="([^"]+)"[^>]*>/u.exec(html) ?? [];
    const own = byReport.get(report);
    if (tag === undefined || own === undefined) continue;
    const bytes = sum(shared) + sum(own);
    const stamped = html
      .replace(tag, tag.replace(' hidden', ` data-bytes="${bytes}"`))
      .replace(/(<span data-size[^>]*>)(?=<)/u, `$1${formatBytes(bytes)}`);
    await writeFile(file, stamped);
  }
}

/** The script that tells the service worker about files, by the address under which pages ask for them. */
async function writeList(folder: string, script: string, files: readonly SiteFile[]): Promise<void> {
  // The script stands in the folder of the worker or in that of a report; addresses start at the worker's own.
  const entries = await Promise.all(
    files.map(async ({ path }) => {
      const content = await readFile(join(folder, path));
      const revision = createHash('sha256').update(content).digest('hex').slice(0, REVISION_LENGTH);
      return { url: encodeURI(path.replace(/(^|\/)index\.html$/u, '$1')) || './', revision };
    }),
  );
  const code = `self.offlineFiles = [...(self.offlineFiles ?? []), ...${JSON.stringify(entries)}];\n`;
  await writeFile(join(folder, script), code);
}

/**
 * Makes a built site ready to be kept on a reader's device: the service worker, what it is to keep, and the size of that on the
 * pages that offer it. The last step of a build: whatever changes a file afterwards would not be noticed by those who keep it.
 * @param folder the built site, with its search index
 * @param reports their ids
 */
export async function writeOfflineFiles(folder: string, reports: readonly string[]): Promise<void> {
  await bundleServiceWorker(join(folder, 'sw.js'));
  const chosen = chooseFiles(await listFiles(folder), reports);
  await stampOffers(folder, chosen);
  await writeList(folder, 'offline-files.js', chosen.shared);
  for (const [report, files] of chosen.byReport) await writeList(folder, `${report}/offline-files.js`, files);
}
