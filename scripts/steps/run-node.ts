import { spawn, type ChildProcess } from 'node:child_process';

/** How long a child may take to end by itself before it is killed, in milliseconds. */
const GRACE_MS = 3000;
const IS_WINDOWS = process.platform === 'win32';

export interface Running {
  /** The exit code; null where a signal ended the process. */
  readonly done: Promise<number | null>;
  /** Ends the process and everything that it started; settles once the process is gone. */
  readonly stop: () => Promise<void>;
}

/**
 * Runs a script with this very Node in a process group of its own, its output going where ours goes. The group makes
 * `stop` reach grandchildren too, and keeps Ctrl-C from ending the child behind its parent's back.
 */
export function runNode(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    detached: !IS_WINDOWS,
  });
  const done = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  return {
    done,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      signalGroup(child, 'SIGTERM');
      const killer = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS);
      await done.catch(() => null);
      clearTimeout(killer);
      signalGroup(child, 'SIGKILL');
    },
  };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (IS_WINDOWS) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}
