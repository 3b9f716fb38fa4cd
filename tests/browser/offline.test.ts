import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Page } from 'playwright-core';
import { writeOfflineFiles } from '../../scripts/offline/write-offline-files.ts';
import { serveSite, type SiteServer } from '../../scripts/serve/site-server.ts';
import { test as browserTest } from '../support/browser-test.ts';

const REPORT = 'sample-2025';
const offer = (page: Page) => page.locator('[data-offline]');
const saved = (page: Page) => page.getByText('已保存到本机，没有网络也能阅读和搜索。').first();

/** The site with two reports, served by a server of the test’s own, which may end. */
const test = browserTest.extend<{ server: SiteServer }>({
  server: async ({ twoReports, visitor }, use) => {
    const server = await serveSite({ folder: twoReports.folder, base: twoReports.base });
    await use(server);
    await server.close();
    // Chromium says on the console what a page without a server could not load.
    const others = visitor.problems.filter(
      (problem) => !/ERR_(?:CONNECTION|FAILED)|status of 404/u.test(problem),
    );
    visitor.problems.splice(0, visitor.problems.length, ...others);
  },
});

async function save(page: Page, url: string): Promise<void> {
  await page.goto(`${url}${REPORT}/`);
  await offer(page).getByRole('button', { name: '保存到本机' }).click();
  await saved(page).waitFor();
}

const registrations = (page: Page): Promise<number> =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

describe('a report', () => {
  test('names its size, and keeps nothing until it is asked to', async ({ page, server }) => {
    await page.goto(`${server.url}${REPORT}/`);
    expect(await offer(page).innerText()).toMatch(/保存到本机，离线阅读\s*（\d+(?:\.\d)? [kM]B）/u);
    expect(await registrations(page)).toBe(0);
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  });

  test('that was saved is read and searched without a server', async ({ page, server }) => {
    await save(page, server.url);
    await server.close();
    await page.goto(`${server.url}${REPORT}/lamps/`);
    expect(await page.locator('#p4').innerText()).toContain('路灯');
    await page.locator('#f1 img').scrollIntoViewIfNeeded();
    await page.waitForFunction(
      () => (document.querySelector('#f1 img') as HTMLImageElement).naturalWidth > 0,
    );
    await page.goto(`${server.url}${REPORT}/v/1/`);
    expect(await page.locator('h1').innerText()).toContain('核心观点 1');
    await page.goto(`${server.url}search/?q=${encodeURIComponent('路灯')}`);
    await page.locator('[data-result]').first().waitFor();
    await page.locator('[data-open-settings]').click();
    await page.getByRole('dialog', { name: '阅读设置' }).waitFor();
    await page.goto(server.url);
    expect(await page.locator('h1').innerText()).toBe('报告');
  });

  test('that was not saved says so without a server', async ({ page, server }) => {
    await save(page, server.url);
    await server.close();
    await page.goto(`${server.url}caict-ai-2024/technology/`);
    expect(await page.locator('main').innerText()).toContain('这一页没有保存在本机');
  });

  test('says at its home that it is on this device, and goes from it again', async ({ page, server }) => {
    await save(page, server.url);
    await page.goto(`${server.url}${REPORT}/`);
    await saved(page).waitFor();
    await page.goto(`${server.url}caict-ai-2024/`);
    await offer(page).getByRole('button', { name: '保存到本机' }).click();
    await saved(page).waitFor();
    await page.getByRole('button', { name: '从本机移除' }).click();
    await offer(page).getByRole('button', { name: '保存到本机' }).waitFor();
    await page.goto(`${server.url}${REPORT}/`);
    await page.getByRole('button', { name: '从本机移除' }).click();
    await offer(page).getByRole('button', { name: '保存到本机' }).waitFor();
    expect(await registrations(page)).toBe(0);
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  });

  test('that cannot be saved whole says why, and keeps nothing', async ({ page, server }) => {
    await page
      .context()
      .route('**/sample-2025/lamps/', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await page.goto(`${server.url}${REPORT}/`);
    await offer(page).getByRole('button').click();
    await offer(page).getByText('没有保存：').waitFor();
    expect(await offer(page).innerText()).toContain('暂时取不到');
    expect(await offer(page).getByRole('button', { name: '保存到本机' }).isVisible()).toBe(true);
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  });
});

browserTest('a new edition is offered, and shown once the reader wants it', async ({ page, twoReports }) => {
  const folder = await mkdtemp(join(tmpdir(), 'edition-'));
  await cp(twoReports.folder, folder, { recursive: true });
  const server = await serveSite({ folder, base: twoReports.base });
  try {
    await save(page, server.url);
    const chapter = join(folder, REPORT, 'lamps', 'index.html');
    await writeFile(chapter, (await readFile(chapter, 'utf8')).replaceAll('路灯的现状', '路灯的新状'));
    await writeOfflineFiles(folder, [REPORT, 'caict-ai-2024']);
    await page.goto(`${server.url}${REPORT}/lamps/`);
    expect(await page.locator('h1').innerText()).toContain('路灯的现状');
    await page.getByText('有新版本').waitFor();
    await page.getByRole('button', { name: '更新' }).click();
    await page.getByRole('heading', { level: 1, name: '路灯的新状' }).waitFor();
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
});
