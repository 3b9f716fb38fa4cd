import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Beside what it protects: Astro writes the list of content modules into `.astro/` of the project, whatever it builds. */
const LOCK_FILE = '.astro/build.lock';
/** How often to look whether the other build is done, in milliseconds. */
const POLL_MS = 200;

/**
 * Waits until no other build of this project is running, then keeps others waiting until this process ends. Two builds at
 * once would take each other's content: one of them fails with "Unexpected error while rendering".
 * @param onWait is called once where there is something to wait for, with the process id of the other build
 */
export async function takeBuildLock(onWait: (pid: number) => void, file: string = LOCK_FILE): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  for (let waiting = false; !tryTake(file); await sleep(POLL_MS)) {
    const holder = readHolder(file);
    if (holder !== undefined && !isAlive(holder)) rmSync(file, { force: true });
    else if (!waiting && holder !== undefined) {
      waiting = true;
      onWait(holder);
    }
  }
  process.once('exit', () => rmSync(file, { force: true }));
}

function tryTake(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Undefined where the lock has just gone, or is just being written. */
function readHolder(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
