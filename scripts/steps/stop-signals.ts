/** Exit code after a second Ctrl-C, when the user will not wait for a clean end: 128 + SIGINT, as shells count. */
const IMPATIENT_EXIT_CODE = 130;

/**
 * Calls `stop` at the first Ctrl-C, SIGTERM or hang-up, then exits with 0: ending the command is what was asked for.
 * A second signal exits at once.
 */
export function onStopSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const handle = (): void => {
    if (stopping) process.exit(IMPATIENT_EXIT_CODE);
    stopping = true;
    void stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, handle);
}
