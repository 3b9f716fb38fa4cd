import { brotliCompressSync } from 'node:zlib';
import { describe, expect } from 'vitest';
import type { Page } from 'playwright-core';
import { test } from '../support/browser-test.ts';

interface Answer {
  readonly path: string;
  /** As it would go over the wire from a host that compresses. */
  readonly compressedBytes: number;
}

/** Kinds of file that hosts compress; pictures and fonts are compressed already. */
const COMPRESSIBLE = /text|javascript|json|xml|svg/u;

/** Visits a page with an empty cache and lists what came. */
async function visit(page: Page, url: string): Promise<readonly Answer[]> {
  const bodies: Promise<Answer>[] = [];
  page.on('response', (response) => {
    bodies.push(
      response.body().then((body) => {
        const type = response.headers()['content-type'] ?? '';
        const compressedBytes = COMPRESSIBLE.test(type) ? brotliCompressSync(body).length : body.length;
        return { path: new URL(response.url()).pathname, compressedBytes };
      }),
    );
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  return Promise.all(bodies);
}

describe('the first visit to a chapter', () => {
  test('asks for the page and its scripts only, and says how much that is', async ({ page, site }) => {
    const answers = await visit(page, `${site.url}caict-ai-2024/technology/`);
    const total = answers.reduce((sum, { compressedBytes }) => sum + compressedBytes, 0);
    console.log(`First visit to a chapter: ${answers.length} requests, ${total} bytes (brotli).`);
    for (const { path, compressedBytes } of answers) console.log(`  ${compressedBytes} ${path}`);
    expect(answers.map(({ path }) => path)).toContain('/caict-ai-2024/technology/');
    const unexpected = answers.filter(
      ({ path }) =>
        !/^\/(?:caict-ai-2024\/technology\/|theme\.js|favicon\.svg|_astro\/[^/]+\.js)$/u.test(path),
    );
    expect(unexpected).toEqual([]);
  });

  test('leaves pictures that are out of sight for later', async ({ visitor, twoReports }) => {
    const page = await visitor.open({ viewport: { width: 390, height: 300 } });
    const answers = await visit(page, `${twoReports.url}sample-2025/lamps/`);
    const inSight = await page
      .locator('#f1 img')
      .evaluate((image) => image.getBoundingClientRect().top < innerHeight);
    expect(inSight).toBe(false);
    expect(answers.filter(({ path }) => path.endsWith('t1.webp'))).toEqual([]);
  });

  test('reserves the room of pictures before they come', async ({ page, twoReports }) => {
    await page.route('**/*.webp', () => {});
    await page.goto(`${twoReports.url}sample-2025/lamps/`, { waitUntil: 'domcontentloaded' });
    const { width, height } = (await page.locator('#f1 img').boundingBox())!;
    expect(width / height).toBeCloseTo(600 / 400, 1);
  });
});
