import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { ClosingLineReporter } from './tests/support/closing-line-reporter.ts';

/** A first build of the site on two busy cores takes a good part of this, in milliseconds. */
const SETUP_TIMEOUT = 240_000;
/** Generous, because the machine may be busy: a test that hangs is what this is for. */
const TEST_TIMEOUT = 60_000;

/** What `expect.poll` waits for comes at once on a machine at rest. */
const POLL_TIMEOUT = 15_000;

interface ProjectOptions {
  readonly globalSetup?: string[];
}

/** The tests of one folder under tests/, run as `vitest run --project <name>`. */
function project(name: string, options: ProjectOptions = {}): TestProjectConfiguration {
  return {
    test: {
      name,
      include: [`tests/${name}/**/*.test.ts`],
      setupFiles: ['tests/support/no-network.ts'],
      testTimeout: TEST_TIMEOUT,
      hookTimeout: SETUP_TIMEOUT,
      expect: { poll: { timeout: POLL_TIMEOUT } },
      // A focused test would silence all others, unnoticed.
      allowOnly: false,
      ...options,
    },
  };
}

export default defineConfig({
  test: {
    // Two cores: one worker each.
    maxWorkers: 2,
    reporters: ['default', new ClosingLineReporter()],
    projects: [
      project('unit'),
      project('golden'),
      project('properties'),
      project('architecture'),
      project('review', { globalSetup: ['tests/support/browser-setup.ts'] }),
      project('built-site', { globalSetup: ['tests/support/built-site-setup.ts'] }),
      project('browser', {
        globalSetup: ['tests/support/built-site-setup.ts', 'tests/support/browser-setup.ts'],
      }),
    ],
  },
});
