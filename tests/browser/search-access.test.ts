import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { test } from '../support/browser-test.ts';

const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** For a report of up to 20 pages: everything of search that a first result needs. */
const FIRST_RESULT_LIMIT = 90_000;

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate((tags) => {
    const { axe: runner } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
    return runner.run({ runOnly: { type: 'tag', values: tags } });
  }, RULES);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}`),
  );
}

describe('search with results in it', () => {
  test.for([
    ['light', 390],
    ['dark', 1280],
  ] as const)(
    'breaks no rule of accessibility and fits its window: %s, %i wide',
    async ([colorScheme, width], { visitor, site }) => {
      const page = await visitor.open({
        viewport: { width, height: 844 },
        colorScheme,
        reducedMotion: 'reduce',
      });
      const found: string[] = [];
      const look = async (what: string): Promise<void> => {
        found.push(...(await violations(page)).map((line) => `${what}: ${line}`));
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (over > 0) found.push(`${what}: ${over} pixels wider than the window`);
      };
      await page.goto(`${site.url}search/?q=${encodeURIComponent('人工智能')}`);
      await page.getByRole('group', { name: '类别' }).waitFor();
      await look('results page');
      await page.goto(`${site.url}search/?q=${encodeURIComponent('damoxing')}`);
      await page.locator('#search-results > li').first().waitFor();
      await look('near results');
      await page.locator('#search-results a').first().click();
      await page.locator('#find-bar').waitFor();
      await look('find bar');
      await page.keyboard.press('Control+k');
      await page.locator('#search-dialog[open]').waitFor();
      await page.keyboard.type('大模型');
      await page.locator('#search-dialog #search-results > li').first().waitFor();
      await look('dialog');
      expect(found).toEqual([]);
    },
  );
});

test('a first result in the dialog costs less than 90 kB', async ({ page, site }) => {
  await page.goto(`${site.url}caict-ai-2024/`, { waitUntil: 'networkidle' });
  const bodies: Promise<readonly [string, number]>[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    bodies.push(
      response.body().then((body) => {
        const isPacked = /\.pf_\w+$/u.test(pathname);
        return [pathname, isPacked ? body.length : brotliCompressSync(body).length] as const;
      }),
    );
  });
  await page.keyboard.press('/');
  await page.locator('#search-dialog[open]').waitFor();
  await page.keyboard.type('智能体');
  await page.locator('#search-results > li').first().waitFor();
  await page.waitForLoadState('networkidle');
  const files = await Promise.all(bodies);
  const total = files.reduce((sum, [, bytes]) => sum + bytes, 0);
  console.log(`First search result: ${files.length} requests, ${total} bytes (brotli).`);
  expect(files.some(([path]) => path.endsWith('.pf_index'))).toBe(true);
  expect(files.some(([path]) => /\/worker-[^/]+\.js$/u.test(path))).toBe(true);
  expect(total).toBeLessThan(FIRST_RESULT_LIMIT);
});
