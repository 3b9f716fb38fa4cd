import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect } from 'vitest';
import { test } from '../support/browser-test.ts';
import { ROOT } from '../support/source-files.ts';

/** A first start makes the dependencies ready for the browser, in milliseconds. */
const PATIENCE = 60_000;

/** After all, when the page that the server would leave in the middle is closed. */
let stop = (): Promise<unknown> => Promise.resolve();
afterAll(() => stop());

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Starts the command of `npm run dev` and returns its address and what it has printed. */
async function startDev(env: NodeJS.ProcessEnv) {
  const port = String(await freePort());
  const args = [
    'scripts/with-node.mjs',
    'node_modules/astro/bin/astro.mjs',
    'dev',
    '--host',
    '127.0.0.1',
    '--port',
    port,
  ];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    // Astro serves no page where it believes that Vitest runs it.
    env: {
      ...process.env,
      VITEST: undefined,
      NODE_ENV: 'development',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  stop = async () => {
    if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL'))
      await once(child, 'exit');
  };
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  await expect.poll(() => output, { timeout: PATIENCE }).toMatch(/watching for file changes/u);
  return { url: `http://127.0.0.1:${port}${env['BASE'] ?? ''}/`, output: () => output };
}

describe('npm run dev', () => {
  test(
    'has the search of the last build, under the base path too',
    { timeout: 4 * PATIENCE },
    async ({ page, twoReports }) => {
      const { contentFolder, folder } = twoReports;
      const dev = await startDev({ CONTENT_DIR: contentFolder, OUT_DIR: folder, BASE: '/reports' });
      expect(dev.output()).toContain('Search uses the index of the last build.');
      page.setDefaultTimeout(PATIENCE);
      await page.goto(`${dev.url}search/?q=${encodeURIComponent('推理侧')}`);
      await page.locator('#search-results > li a').first().click();
      await page.waitForURL('**/technology/#p5');
    },
  );
});
