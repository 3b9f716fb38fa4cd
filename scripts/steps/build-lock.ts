import { takeProcessLock } from './process-lock.ts';

/** What builds work at: Astro writes the list of content modules there, whatever it builds. */
const ASTRO_FOLDER = '.astro';

/**
 * Waits until no other build of this project is running, then keeps others waiting until this process ends. Two builds at
 * once would take each other's content: one of them fails with "Unexpected error while rendering".
 */
export async function takeBuildLock(): Promise<void> {
  await takeProcessLock(ASTRO_FOLDER, (pid) =>
    process.stdout.write(`Waiting for the build of process ${String(pid)} to end.\n`),
  );
}
