import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { listPassages } from '../../../src/lib/book/list-passages.ts';
import { parseBody } from '../../../src/lib/book/parse-body.ts';
import type { Correction } from '../../../src/schema/overrides.ts';
import { generatedSchema } from '../../../src/schema/generated.ts';
import { IngestError } from '../model/errors.ts';
import { toYaml, yamlFile } from './mdx-file.ts';

/** The file of a report's folder that says what ingest wrote into the others. */
export const DIGESTS_FILE = 'generated.yaml';
/** Written by ingest and by people: a change to them is no mistake. */
const SHARED: readonly string[] = ['report.yaml', 'permalinks.yaml'];
const COMMENT =
  'Written by `npm run ingest`: digests of what it wrote, by which it notices what people changed there.';
/** Corrections that a message proposes at most; a person who edited more knows the form by then. */
const MOST_PROPOSED = 5;

/** Path relative to the report's folder → content. */
export type FolderFiles = ReadonlyMap<string, string | Uint8Array>;

/** The first 16 hexadecimal digits of the SHA-256; git may have changed the ends of the lines. */
function digestOf(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? content.replaceAll('\r\n', '\n') : content;
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

const isText = (path: string): boolean => /\.(?:mdx|yaml)$/u.test(path);

/** The content of `generated.yaml` for these files. */
export function digestsFile(files: FolderFiles): string {
  const digests = [...files]
    .filter(([path]) => !SHARED.includes(path) && !path.startsWith('sources/'))
    .map(([path, content]) => [path, digestOf(content)])
    .sort(([first = ''], [second = '']) => (first < second ? -1 : 1));
  return yamlFile(Object.fromEntries(digests), COMMENT);
}

/**
 * @param files what is about to be written
 * @throws IngestError where files of the folder were changed by hand since they were written, with the corrections that would do the
 * same for good. What is about to be written in the very same words is no loss. Without digests nothing is known of it.
 */
export function refuseToOverwriteEdits(folder: string, files: FolderFiles): void {
  const edited = findEdited(folder, files);
  if (edited.length === 0) return;
  const corrections = edited.flatMap(({ path, now }) => proposeCorrections(now, files.get(path)));
  const proposal =
    corrections.length === 0
      ? ''
      : `\n${toYaml({ corrections: corrections.slice(0, MOST_PROPOSED) })
          .replaceAll(/^/gmu, '    ')
          .trimEnd()}\n  `;
  throw new IngestError(
    'report/written-by-ingest',
    `${edited.map(({ path }) => join(folder, path)).join(', ')}: changed by hand since the last run, which would be lost now.`,
    `Write the change into ${join(folder, 'overrides.yaml')}, where it lasts, then run the same with --force.${proposal}`,
  );
}

interface EditedFile {
  readonly path: string;
  readonly now: string;
}

function findEdited(folder: string, files: FolderFiles): readonly EditedFile[] {
  const recorded = generatedSchema.safeParse(parse(readText(join(folder, DIGESTS_FILE))));
  if (!recorded.success) return [];
  return Object.entries(recorded.data).flatMap(([path, digest]) => {
    const file = join(folder, path);
    if (!existsSync(file)) return [];
    const now = isText(path) ? readText(file) : new Uint8Array(readFileSync(file));
    const next = files.get(path);
    const isSame = digestOf(now) === digest || (next !== undefined && digestOf(now) === digestOf(next));
    return isSame ? [] : [{ path, now: typeof now === 'string' ? now : '' }];
  });
}

const readText = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** What to write into overrides.yaml so that passages read as they were edited; nothing for what is no text. */
function proposeCorrections(edited: string, written: string | Uint8Array | undefined): readonly Correction[] {
  if (typeof written !== 'string') return [];
  const before = passagesOf(written);
  return [...passagesOf(edited)].flatMap(([id, text]) => {
    const original = before.get(id);
    return original === undefined || original === text ? [] : [differenceOf(original, text)];
  });
}

/** Text by id; empty where the file can no longer be read as MDX. */
function passagesOf(file: string): ReadonlyMap<string, string> {
  try {
    const body = parseBody(file.replace(/^---\n[\s\S]*?\n---\n/u, ''));
    return new Map(listPassages(body).map(({ id, text }) => [id, text]));
  } catch {
    return new Map();
  }
}

/** Characters around a change that say which place is meant. */
const CONTEXT = 6;

function differenceOf(original: string, text: string): Correction {
  const [from, to] = [[...original], [...text]];
  let start = 0;
  while (start < Math.min(from.length, to.length) && from[start] === to[start]) start += 1;
  let end = 0;
  const most = Math.min(from.length, to.length) - start;
  while (end < most && from[from.length - 1 - end] === to[to.length - 1 - end]) end += 1;
  const [head, tail] = [Math.max(0, start - CONTEXT), Math.max(0, end - CONTEXT)];
  return {
    replace: from.slice(head, from.length - tail).join(''),
    with: to.slice(head, to.length - tail).join(''),
  };
}
