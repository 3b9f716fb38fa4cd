/** Exit code after a second Ctrl-C, when the user will not wait for a clean end: 128 + SIGINT, as shells count. */
const IMPATIENT_EXIT_CODE = 130;

/** One Ctrl-C reaches a command from the terminal and again from npm: within this many milliseconds it is the same one. */
const SAME_SIGNAL_MS = 500;

/** How often to look whether npm is still there, in milliseconds. */
const PARENT_CHECK_MS = 500;

/**
 * Calls `stop` at the first Ctrl-C, SIGTERM or hang-up, then exits with 0: ending the command is what was asked for.
 * A second signal exits at once. The end of npm counts as a signal: npm passes SIGTERM on to the shell that it starts
 * scripts in, and some shells end without passing it on to us.
 */
export function onStopSignal(stop: () => Promise<void>): void {
  let stoppingSince: number | undefined;
  const handle = (): void => {
    const now = performance.now();
    if (stoppingSince !== undefined) {
      if (now - stoppingSince > SAME_SIGNAL_MS) process.exit(IMPATIENT_EXIT_CODE);
      return;
    }
    stoppingSince = now;
    void stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, handle);
  if (process.env['npm_lifecycle_event'] !== undefined) onParentEnd(handle);
}

/** A process whose parent has ended is given another one. (Not on Windows, where this never happens.) */
function onParentEnd(handle: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    handle();
  }, PARENT_CHECK_MS);
  timer.unref();
}
