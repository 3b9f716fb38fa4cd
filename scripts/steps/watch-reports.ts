import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * How often to look, in milliseconds. What has changed must look the same twice in a row before it counts: an editor or a copy
 * may take several writes.
 */
const POLL_MS = 250;

/** What ingest reads of a report's folder, beside `sources/`. */
const WATCHED_FILES = ['report.yaml', 'overrides.yaml'];

/** Files that a report is made of: path in its folder → digest of the content. */
type Inputs = ReadonlyMap<string, string>;

export interface WatchOptions {
  /** Holds the folders of the reports. */
  readonly reportsFolder: string;
  /** The report to watch; all of them, new ones too, where it is not given. */
  readonly id?: string | undefined;
  /**
   * Is called for every report at first and then after each change, never twice at once. Must not throw.
   * @param changed paths in the report's folder; empty at the first call
   * @returns what it wrote itself into files that are watched: that is no change
   */
  readonly onChange: (id: string, changed: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

/**
 * Looks after the files that reports are made of, for ever. It looks at them again and again and does not ask the system for
 * events: ingest swaps whole folders, and the system's recursive watching loses folders that were swapped.
 */
export async function watchReports({ reportsFolder, id, onChange }: WatchOptions): Promise<never> {
  const digests = new DigestCache();
  /** As each report was when it was last made. */
  const made = new Map<string, Inputs>();
  let before: ReadonlyMap<string, Inputs> | undefined;
  for (;;) {
    const now = readAll(reportsFolder, id, digests);
    for (const [report, inputs] of now) {
      const known = made.get(report);
      const changed = known === undefined ? [] : changedFiles(known, inputs);
      if (known !== undefined && changed.length === 0) continue;
      // What is there from the start is not being written.
      const isSettled = !before || changedFiles(before.get(report) ?? new Map(), inputs).length === 0;
      if (!isSettled) continue;
      const written = await onChange(report, changed);
      const own = [...written].map(([path, text]) => [path, digest(text)] as const);
      made.set(report, new Map([...inputs, ...own]));
    }
    before = now;
    await sleep(POLL_MS);
  }
}

function changedFiles(before: Inputs, now: Inputs): readonly string[] {
  const paths = new Set([...before.keys(), ...now.keys()]);
  return [...paths].filter((path) => before.get(path) !== now.get(path)).sort();
}

/** A report is a folder in which at least one of its files is. */
function readAll(folder: string, id: string | undefined, digests: DigestCache): Map<string, Inputs> {
  const names = id === undefined ? namesIn(folder) : [id];
  return new Map(
    names
      .map((name) => [name, readInputs(join(folder, name), digests)] as const)
      .filter(([, { size }]) => size > 0),
  );
}

function readInputs(folder: string, digests: DigestCache): Inputs {
  const sources = namesIn(join(folder, 'sources')).map((name) => `sources/${name}`);
  return new Map(
    [...WATCHED_FILES, ...sources].flatMap((path) => {
      const found = digests.of(join(folder, path));
      return found === undefined ? [] : [[path, found] as const];
    }),
  );
}

/** Names in a folder without hidden ones: editors and ingest keep unfinished things under those. */
function namesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
}

const digest = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Reads a file again only where its size, time or place on the disk is another one: a PDF may be large. */
class DigestCache {
  readonly #known = new Map<string, { readonly stamp: string; readonly digest: string }>();

  /** Undefined where there is no such file, or it has just gone. */
  of(file: string): string | undefined {
    try {
      const stat = statSync(file);
      if (!stat.isFile()) return undefined;
      const stamp = `${stat.ino} ${stat.size} ${stat.mtimeMs}`;
      const known = this.#known.get(file);
      if (known?.stamp === stamp) return known.digest;
      const made = { stamp, digest: digest(readFileSync(file)) };
      this.#known.set(file, made);
      return made.digest;
    } catch {
      return undefined;
    }
  }
}
