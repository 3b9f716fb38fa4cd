import type { ViteUserConfig } from 'vitest/config';
import { createVitest, type Vitest } from 'vitest/node';
import { mutatedText, type Change } from './mutant.ts';
import type { WarmWorker } from './warm-worker.ts';

/** Which tests decide: quick ones, that load the sources into their own process. */
const TESTS = ['tests/unit/**/*.test.ts', 'tests/properties/**/*.test.ts'];
/**
 * Not these: they make whole indexes with Pagefind or start commands, seconds for each of hundreds of mutants. What only they
 * notice lacks a test near it.
 */
const SLOW_TESTS = [
  'tests/properties/search-index.test.ts',
  'tests/unit/search-exact.test.ts',
  'tests/unit/writers-ingest-command.test.ts',
  'tests/unit/writers-replace-folder.test.ts',
];
/** Properties are tried this many times more seldom than by `npm test`: hundreds of mutants wait for each of them. */
const FEWER_CASES = 10;
const CASE_COUNT = /(?<=\bnumRuns: )\d+/gu;
/** Generous: what does not end is ended from outside, after a time that depends on the tests. */
const TEST_TIMEOUT_MS = 60_000;

/** A file, by its absolute path, in which a change is in place. */
export interface Mutation {
  readonly path: string;
  readonly change: Change;
}

type Plugin = NonNullable<ViteUserConfig['plugins']>[number];

/** Vitest with our unit and property tests, all in the one worker, over sources with the current mutation in them. */
export async function createMutationVitest(
  worker: WarmWorker,
  current: () => Mutation | undefined,
): Promise<Vitest> {
  return createVitest(
    {
      config: false,
      watch: false,
      include: TESTS,
      exclude: SLOW_TESTS,
      setupFiles: ['tests/support/no-network.ts', 'scripts/mutate/same-cases.ts'],
      testTimeout: TEST_TIMEOUT_MS,
      reporters: [{}],
      pool: worker,
      isolate: false,
      maxWorkers: 1,
      bail: 1,
      // What is changed must not be kept for the tests proper.
      fsModuleCache: false,
    },
    { logLevel: 'silent', plugins: [mutatedSources(current)] },
  );
}

/** Gives Vite the changed text instead of what is on disk, and tests with fewer cases. */
function mutatedSources(current: () => Mutation | undefined): Plugin {
  return {
    name: 'mutated-sources',
    enforce: 'pre',
    transform: (code, id) => {
      const mutation = current();
      if (mutation?.path === id) return mutatedText(code, mutation.change);
      return id.endsWith('.test.ts')
        ? code.replaceAll(CASE_COUNT, (count) => String(Math.ceil(Number(count) / FEWER_CASES)))
        : undefined;
    },
  };
}
