import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PoolOptions, PoolRunnerInitializer, PoolWorker } from 'vitest/node';

type Listener = Parameters<PoolWorker['on']>[1];
type Message = Parameters<PoolWorker['send']>[0];

const CHILD = fileURLToPath(new URL('warm-worker-child.ts', import.meta.url));
/** A mutant that fills its memory ends its process when it reaches this, in MB: it has been noticed. */
const MOST_MEMORY_MB = 1500;

/**
 * One process for tests that outlives a run of them: Vitest starts a new one for each run, which takes longer than most
 * tests. Between runs it forgets only what depends on changed files (warm-worker-child.ts). A process and no thread, since
 * a thread that runs out of memory can take its whole process with it.
 */
export class WarmWorker implements PoolRunnerInitializer {
  readonly name = 'warm';
  #child: ChildProcess | undefined;
  #changed = new Set<string>();

  /** Has the next run evaluate a file anew, and everything that imports it. */
  forget(path: string): void {
    this.#changed.add(path);
  }

  /** Ends the process, also out of an endless loop; the next run starts a new one. */
  end(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  /** Called by Vitest for each run. */
  readonly createPoolWorker = (options: PoolOptions): PoolWorker => {
    const listeners: (readonly [event: string, listener: Listener])[] = [];
    let child: ChildProcess | undefined;
    return {
      name: this.name,
      on: (event, listener) => {
        listeners.push([event, listener]);
        child?.on(event, listener);
      },
      off: (event, listener) => child?.off(event, listener),
      send: (message) => {
        if (child?.connected === true) child.send(this.#withChanges(message));
      },
      deserialize: (message) => message,
      start: async () => {
        child = this.#child ??= this.#startChild(options);
        await Promise.resolve();
      },
      stop: async () => {
        for (const [event, listener] of listeners) child?.off(event, listener);
        await Promise.resolve();
      },
    };
  };

  #withChanges(message: Message): Message {
    if (message.type !== 'run') return message;
    const invalidates = [...this.#changed];
    this.#changed.clear();
    return { ...message, context: { ...message.context, invalidates } };
  }

  #startChild({ env, execArgv }: PoolOptions): ChildProcess {
    const child = fork(CHILD, [], {
      env: env as NodeJS.ProcessEnv,
      execArgv: [...execArgv, `--max-old-space-size=${MOST_MEMORY_MB}`],
      serialization: 'advanced',
      // What tests print is of no interest here.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.setMaxListeners(0);
    // Between two runs nobody listens, and an error that nobody listens to would end this process.
    child.on('error', () => undefined);
    child.once('exit', () => {
      if (this.#child === child) this.#child = undefined;
    });
    return child;
  }
}
