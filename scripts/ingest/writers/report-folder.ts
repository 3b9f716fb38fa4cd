import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';

/** What ingest writes into a report's folder, and so replaces as a whole. Everything else is people's. */
const GENERATED: readonly string[] = [
  'report.yaml',
  'introduction.mdx',
  'chapters',
  'viewpoints',
  'figures',
  'permalinks.yaml',
  'audit.yaml',
  'document.json',
];

export type FolderFiles = ReadonlyMap<string, string | Uint8Array>;

/**
 * Puts a report's folder back that a kill left half swapped, and removes what a killed run left beside it. To be
 * called before the folder is read.
 */
export function recoverFolder(folder: string): void {
  const [parent, name] = [dirname(resolve(folder)), basename(resolve(folder))];
  if (!existsSync(parent)) return;
  const old = join(parent, `.${name}.old`);
  if (existsSync(old) && !existsSync(folder)) renameSync(old, folder);
  rmSync(old, { recursive: true, force: true });
  for (const entry of readdirSync(parent)) {
    const owner = entry.startsWith(`.${name}.new-`) ? Number(entry.slice(`.${name}.new-`.length)) : null;
    if (owner !== null && !isRunning(owner)) rmSync(join(parent, entry), { recursive: true, force: true });
  }
}

/** Whether another ingest is at work in its folder just now. */
function isRunning(processId: number): boolean {
  if (!Number.isInteger(processId) || processId <= 0 || processId === process.pid) return false;
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}

/** `recoverFolder` for every report of a folder of reports, those included of which only the hidden copy is left. */
export function recoverFolders(parent: string): void {
  if (!existsSync(parent)) return;
  const hidden = readdirSync(parent).flatMap(
    (entry) => /^\.(.+)\.(?:old|new-[^.]+)$/u.exec(entry)?.[1] ?? [],
  );
  for (const name of new Set(hidden)) recoverFolder(join(parent, name));
}

/** A file of the folder as text, '' where there is none. */
export function readFolderText(folder: string, path: string): string {
  const file = join(folder, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/**
 * Replaces the generated files of a folder by `files` (path relative to the folder → content) and keeps all others. The new
 * folder is made beside the old one and takes its place by renaming, so that a failure or a kill leaves the
 * old content whole (`recoverFolder` undoes a kill between the two renamings).
 * @returns the paths that changed, sorted; with none nothing is touched
 */
export function replaceFolder(folder: string, files: FolderFiles): readonly string[] {
  const target = resolve(folder);
  const changed = changedPaths(target, files);
  if (changed.length === 0) return [];
  const [parent, name] = [dirname(target), basename(target)];
  mkdirSync(parent, { recursive: true });
  const fresh = join(parent, `.${name}.new-${String(process.pid)}`);
  mkdirSync(fresh);
  try {
    keepPeoplesFiles(target, fresh);
    for (const [path, content] of files) {
      const file = join(fresh, path);
      mkdirSync(dirname(file), { recursive: true });
      // It may be a link to the file of the old folder, which must stay as it is.
      rmSync(file, { force: true });
      writeFileSync(file, content);
    }
    swap(target, fresh, join(parent, `.${name}.old`));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return changed;
}

function swap(target: string, fresh: string, old: string): void {
  const existed = existsSync(target);
  if (existed) renameSync(target, old);
  try {
    renameSync(fresh, target);
  } catch (error) {
    if (existed) renameSync(old, target);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
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
