import type { TestProject } from 'vitest/node';
import { prepareChromium, type BrowserProgram } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A browser, or why there is none: every browser test then fails with these words. */
    browserProgram: BrowserProgram | { readonly failure: string };
  }
}

/** Vitest's global setup: finds or unpacks a Chromium before the tests run side by side. */
export async function setup(project: TestProject): Promise<void> {
  try {
    const program = await prepareChromium();
    process.stdout.write(`Browser tests run in Chromium ${program.version} (${program.kind}).\n`);
    project.provide('browserProgram', program);
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${failure}\n`);
    project.provide('browserProgram', { failure });
  }
}
