import { join } from 'node:path';
import { takeProcessLock } from './process-lock.ts';

/** Says in words what is waited for. */
type Say = (words: string) => void;

/**
 * Keeps others from changing the content folder while it is read, and from reading it while it is changed.
 * @returns lets go of it
 */
export function lockContent(contentFolder: string, say: Say): Promise<() => void> {
  return takeProcessLock(join(contentFolder, 'reports'), (pid) =>
    say(`Waiting for process ${String(pid)}, which is at work in ${contentFolder}.`),
  );
}

/** Keeps a second ingest of a report waiting until the first has written it. @returns lets go of it */
export function lockReport(folder: string, say: Say): Promise<() => void> {
  return takeProcessLock(folder, (pid) =>
    say(`Waiting for the ingest of process ${String(pid)}, which is at work in ${folder}.`),
  );
}
