import { resolve } from 'node:path';
import type { Change, Verdict } from './mutant.ts';
import { createMutationVitest, type Mutation } from './mutation-vitest.ts';
import { WarmWorker } from './warm-worker.ts';

/** Runs tests over sources of which one is changed in memory. Files on disk stay as they are. */
export interface TestSession {
  /** Paths of the test files that import a file, themselves or through others. */
  testsOf(file: string): Promise<readonly string[]>;
  /** Runs one test file over the sources as they are; gives its milliseconds, or undefined where it fails. */
  time(test: string): Promise<number | undefined>;
  /** Puts a change in place and runs the test files in this order, until one fails or `limitMs` is over. */
  judge(file: string, change: Change, tests: readonly string[], limitMs: number): Promise<Judgement>;
  close(): Promise<void>;
}

/** How the tests took a mutant. */
export interface Judgement {
  readonly verdict: Verdict;
  /** The test file that noticed; undefined where none did. */
  readonly by: string | undefined;
}

/** Starts a session: a Vite server and a worker thread of its own. */
export async function startTestSession(): Promise<TestSession> {
  const worker = new WarmWorker();
  let mutation: Mutation | undefined;
  const vitest = await createMutationVitest(worker, () => mutation);
  await vitest.standalone();
  const [project] = vitest.projects;
  if (project === undefined) throw new Error('Vitest started without a project.');

  function place(next: Mutation | undefined): void {
    for (const { path } of [mutation, next].filter((entry) => entry !== undefined)) {
      vitest.invalidateFile(path);
      worker.forget(path);
    }
    mutation = next;
  }

  const passes = async (test: string): Promise<boolean> => {
    const run = await vitest.runTestSpecifications([project.createSpecification(test)]);
    const ran = run.testModules.filter(({ moduleId }) => moduleId === test);
    return run.unhandledErrors.length === 0 && ran.length > 0 && ran.every((module) => module.ok());
  };

  return {
    testsOf: async (file) => {
      vitest.config.related = [resolve(file)];
      const specifications = await vitest.getRelevantTestSpecifications();
      return specifications.map(({ moduleId }) => moduleId);
    },
    time: async (test) => {
      place(undefined);
      const start = performance.now();
      return (await passes(test)) ? performance.now() - start : undefined;
    },
    judge: async (file, change, tests, limitMs) => {
      place({ path: resolve(file), change });
      const deadline = performance.now() + limitMs;
      for (const test of tests) {
        const run = passes(test);
        const passed = await within(deadline - performance.now(), run);
        if (passed === undefined) {
          worker.end();
          await run;
          return { verdict: 'timeout', by: test };
        }
        if (!passed) return { verdict: 'killed', by: test };
      }
      return { verdict: 'survived', by: undefined };
    },
    close: async () => {
      worker.end();
      await vitest.close();
    },
  };
}

/** What a promise gives, or undefined once the time is over. */
async function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((settle) => {
    timer = setTimeout(() => settle(undefined), milliseconds);
  });
  const first = await Promise.race([promise, late]);
  clearTimeout(timer);
  return first;
}
