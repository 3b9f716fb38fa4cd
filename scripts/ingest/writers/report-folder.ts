import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { DIGESTS_FILE, type FolderFiles } from './edited-files.ts';
import { replaceWhole } from './swap-folder.ts';

/** What ingest writes into a report's folder, and so replaces as a whole. Everything else is people's. */
const GENERATED: readonly string[] = [
  'report.yaml',
  'introduction.mdx',
  'chapters',
  'viewpoints',
  'figures',
  'permalinks.yaml',
  'audit.yaml',
  DIGESTS_FILE,
  'document.json',
];

/** A file of the folder as text, '' where there is none. */
export function readFolderText(folder: string, path: string): string {
  const file = join(folder, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/**
 * Replaces the generated files of a folder by `files` (path relative to the folder → content) and keeps all others; a failure
 * or a kill leaves the old content whole.
 * @returns the paths that changed, sorted; with none nothing is touched
 */
export async function replaceFolder(folder: string, files: FolderFiles): Promise<readonly string[]> {
  const changed = changedPaths(folder, files);
  if (changed.length === 0) return [];
  await replaceWhole(folder, (fresh) => {
    keepPeoplesFiles(folder, fresh);
    for (const [path, content] of files) {
      const file = join(fresh, path);
      mkdirSync(dirname(file), { recursive: true });
      // It may be a link to the file of the old folder, which must stay as it is.
      rmSync(file, { force: true });
      writeFileSync(file, content);
    }
  });
  return changed;
}

function keepPeoplesFiles(target: string, fresh: string): void {
  for (const path of listFiles(target)) {
    if (isGenerated(path)) continue;
    const copy = join(fresh, path);
    mkdirSync(dirname(copy), { recursive: true });
    linkOrCopy(join(target, path), copy);
  }
}

/** A link costs nothing for a large PDF; not every file system has them. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

function changedPaths(target: string, files: FolderFiles): readonly string[] {
  const vanished = listFiles(target).filter((path) => isGenerated(path) && !files.has(path));
  const written = [...files].filter(([path, content]) => {
    const file = join(target, path);
    return !existsSync(file) || !readFileSync(file).equals(Buffer.from(content));
  });
  return [...vanished, ...written.map(([path]) => path)].sort();
}

function isGenerated(path: string): boolean {
  return GENERATED.includes(path.split('/')[0] ?? '');
}

function listFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** Files of `sources/` whose name fits, relative to the folder, sorted. */
export function findSources(folder: string, pattern: RegExp): readonly string[] {
  const sources = join(folder, 'sources');
  if (!existsSync(sources)) return [];
  return readdirSync(sources)
    .filter((name) => pattern.test(name) && !name.startsWith('.'))
    .sort()
    .map((name) => `sources/${name}`);
}

/** The bytes of a file, or null where there is no such file. */
export function readSource(path: string): Uint8Array | null {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? new Uint8Array(readFileSync(path)) : null;
}

/** Writes what each step made, one JSON file a step. Earlier files of the folder stay. */
export function writeTrace(folder: string, trace: Iterable<readonly [name: string, value: unknown]>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, value] of trace)
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(value, null, 1)}\n`);
}
