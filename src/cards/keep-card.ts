import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Drawing } from '../lib/card/drawing.ts';
import { showable } from './card-font.ts';
import { paintDrawing } from './paint-drawing.ts';

/** Count up where paint-drawing.ts paints the same drawing in another way. */
const PAINTER = 1;
/** Whose other versions may paint it in another way. */
const PACKAGES = ['@fontsource-variable/noto-serif-sc', '@napi-rs/canvas', 'sharp'];

let madeWith: Promise<string> | undefined;
async function describeMaking(): Promise<string> {
  const manifest = JSON.parse(await readFile('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return [PAINTER, ...PACKAGES.map((name) => manifest.dependencies[name])].join(' ');
}

/** Relative to the project: all builds share it. */
const FOLDER = join('.cache', 'cards');

/**
 * The PNG of a drawing, painted only where no build before has painted the same.
 * @param name for the message where the font lacks a character
 */
export async function keepCard(drawing: Drawing, name: string): Promise<Buffer> {
  madeWith ??= describeMaking();
  const key = createHash('sha256')
    .update(JSON.stringify([await madeWith, drawing]))
    .digest('hex')
    .slice(0, 32);
  const file = join(FOLDER, `${key}.png`);
  const kept = await readFile(file).catch(() => undefined);
  if (kept) return kept;
  warnOfMissing(drawing, name);
  const png = await paintDrawing(drawing);
  await mkdir(FOLDER, { recursive: true });
  // Renamed when it is whole: two builds may run at once.
  const unfinished = `${file}.${randomUUID()}`;
  await writeFile(unfinished, png);
  await rename(unfinished, file);
  return png;
}

function warnOfMissing({ marks }: Drawing, name: string): void {
  const missing = marks.flatMap((mark) => (mark.kind === 'text' ? showable(mark.text).missing : []));
  if (missing.length === 0) return;
  const characters = [...new Set(missing)].join(' ');
  process.stderr.write(`The card ${name} shows 〓 for ${characters}: its font has no such character.\n`);
}
