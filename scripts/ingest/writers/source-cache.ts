import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where downloaded sources are kept; git ignores it. */
export const CACHE_FOLDER = '.cache/sources';

/** A cached file by the SHA-256 of its content, or null. The content is not checked here. */
export function readCached(folder: string, sha256: string): Uint8Array | null {
  const path = join(folder, `${sha256}.pdf`);
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? new Uint8Array(readFileSync(path)) : null;
}

/** Keeps a file under the SHA-256 of its content; a kill leaves no half file under that name. */
export function writeCached(folder: string, sha256: string, bytes: Uint8Array): void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${sha256}.pdf`);
  const fresh = `${path}.${String(process.pid)}.part`;
  writeFileSync(fresh, bytes);
  renameSync(fresh, path);
}
