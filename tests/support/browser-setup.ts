import type { TestProject } from 'vitest/node';
import { prepareChromium, type BrowserProgram } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    browserProgram: BrowserProgram;
  }
}

/** Vitest's global setup: finds or unpacks a Chromium before the tests run side by side. Fails where there is none. */
export async function setup(project: TestProject): Promise<void> {
  const program = await prepareChromium();
  process.stdout.write(`Browser tests run in Chromium ${program.version} (${program.kind}).\n`);
  project.provide('browserProgram', program);
}
