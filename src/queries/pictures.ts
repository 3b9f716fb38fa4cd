/** The pictures of reports, byte for byte from the content folder. */
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';

const root = `${process.env['CONTENT_DIR'] ?? 'content'}/reports`;

/** Names of all pictures of a report, sorted: `f1.webp`. */
export async function listPictures(report: string): Promise<readonly string[]> {
  const files = await readdir(join(root, report, 'figures')).catch(() => []);
  return files.toSorted();
}

/** @param name of a file, or its path in the report’s folder. @throws Error where there is no such picture. */
export async function readPicture(report: string, name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(join(root, report, 'figures', basename(name))));
}
