import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** What an earlier run that was killed had left of a folder, and what was done about it. */
export type Recovery = 'restored' | 'cleaned' | null;

/**
 * Makes a folder anew and lets it take the place of `folder` once it is whole: it is made beside it and moved in by
 * renaming, so that a failure or a kill leaves the old one whole (`recoverFolder` undoes a kill between the two renamings).
 * Where `folder` is a link, the folder that it leads to is replaced.
 * @param fill puts everything into the new folder, which is there and empty
 * @throws what `fill` throws; the old folder is as it was then
 */
export async function replaceWhole(
  folder: string,
  fill: (fresh: string) => void | Promise<void>,
): Promise<void> {
  const { target, parent, old, fresh } = placesOf(folder);
  mkdirSync(parent, { recursive: true });
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh);
  try {
    await fill(fresh);
    swap(target, fresh, old);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function placesOf(folder: string) {
  const target = existsSync(folder) ? realpathSync(folder) : resolve(folder);
  const [parent, name] = [dirname(target), basename(target)];
  return {
    target,
    parent,
    name,
    old: join(parent, `.${name}.old`),
    fresh: join(parent, `.${name}.new-${String(process.pid)}`),
  };
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

/**
 * Puts a folder back that a kill left half swapped, and removes what a killed run left beside it. To be called before the
 * folder is read, while nobody else works at it: under the lock that those who write it take.
 */
export function recoverFolder(folder: string): Recovery {
  const { target, parent, name, old } = placesOf(folder);
  if (!existsSync(parent)) return null;
  const isMissing = existsSync(old) && !existsSync(target);
  if (isMissing) renameSync(old, target);
  const left = readdirSync(parent).filter(
    (entry) => entry === `.${name}.old` || entry.startsWith(`.${name}.new-`),
  );
  for (const entry of left) rmSync(join(parent, entry), { recursive: true, force: true });
  if (isMissing) return 'restored';
  return left.length > 0 ? 'cleaned' : null;
}

/** `recoverFolder` for all folders of a folder, those included of which only the hidden copy is left; by name. */
export function recoverFolders(parent: string): ReadonlyMap<string, Recovery> {
  if (!existsSync(parent)) return new Map();
  const hidden = readdirSync(parent).flatMap(
    (entry) => /^\.(.+)\.(?:old|new-[^.]+)$/u.exec(entry)?.[1] ?? [],
  );
  return new Map([...new Set(hidden)].map((name) => [name, recoverFolder(join(parent, name))]));
}
