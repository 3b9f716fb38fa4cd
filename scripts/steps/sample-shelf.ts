import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The name of the sample's folder, and so its address. */
export const SAMPLE_ID = 'sample';
/** A content folder of its own, so that no build of `content/` can hold the sample; git ignores it. */
export const SAMPLE_CONTENT = join('.cache', 'sample');

const SHELF = join('.cache', 'shelf');

/** Folders that `npm start` builds from and into. */
export interface Shelf {
  readonly contentFolder: string;
  readonly outFolder: string;
}

/**
 * The reports of a content folder and the sample, laid side by side, with a folder to build them into that nobody publishes.
 * @returns undefined where there is no sample: the folders are the usual ones then
 */
export function findShelf(sampleContent: string = SAMPLE_CONTENT, shelf: string = SHELF): Shelf | undefined {
  if (!existsSync(join(sampleContent, 'reports', SAMPLE_ID, 'report.yaml'))) return undefined;
  return { contentFolder: join(shelf, 'content'), outFolder: join(shelf, 'dist') };
}

/** Copies the reports and the sample onto the shelf; what lay there before goes. */
export function layShelf(
  { contentFolder: target }: Shelf,
  contentFolder: string,
  sampleContent: string = SAMPLE_CONTENT,
): void {
  rmSync(target, { recursive: true, force: true });
  for (const source of [contentFolder, sampleContent]) {
    if (existsSync(source)) cpSync(source, target, { recursive: true });
  }
}
