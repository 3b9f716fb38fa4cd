import { describe, expect } from 'vitest';
import type { Page } from 'playwright-core';
import { test } from '../support/browser-test.ts';
import { SEARCH_QUERIES } from '../support/search-queries.ts';

async function search(page: Page, base: string, query: string): Promise<void> {
  await page.goto(`${base}search/?q=${encodeURIComponent(query)}`);
  await page.waitForFunction(
    () => !/^(?:|正在搜索…)$/u.test(document.querySelector('#search-status')!.textContent),
  );
}

/** Ids of the passages that the results lead to. */
async function ids(page: Page): Promise<readonly string[]> {
  return page
    .locator('#search-results > li > a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).hash.slice(1)));
}

describe('the results page', () => {
  test('leads to the right passages for what readers type', async ({ page, site }) => {
    const wrong: string[] = [];
    await page.goto(`${site.url}search/`);
    for (const [query, mode, expected] of SEARCH_QUERIES) {
      await page.locator('#search-input').fill(query);
      await page.waitForFunction(
        (typed) =>
          new URLSearchParams(location.search).get('q') === typed &&
          document.querySelector('#search-results')!.getAttribute('aria-busy') === 'false',
        query,
      );
      const { found, unmarked, status } = await page.evaluate(() => {
        const links = [...document.querySelectorAll<HTMLAnchorElement>('#search-results > li > a')];
        return {
          found: links.map((link) => link.hash.slice(1)),
          unmarked: links.filter((link) => link.querySelector('mark') === null).length,
          status: document.querySelector('#search-status')!.textContent,
        };
      });
      const wanted = expected
        .replace('>', '')
        .split(' ')
        .filter((id) => id !== '');
      const said = {
        exact: /^(?:共找到|没有完全匹配.*另有)/u,
        near: /^没有完全匹配，以下为相近结果/u,
        none: /^没有找到/u,
      };
      const first = expected.startsWith('>') ? wanted[0] : found[0];
      const isRight = [...found].sort().join() === [...wanted].sort().join() && found[0] === first;
      if (!isRight || !said[mode].test(status)) wrong.push(`${query}: ${status} ${found.join(' ')}`);
      if (unmarked > 0) wrong.push(`${query}: a result without a mark`);
    }
    expect(wrong).toEqual([]);
  });

  test('keeps query and filters in its address, with counts that are true', async ({ page, site }) => {
    await search(page, site.url, '人工智能');
    const all = (await ids(page)).length;
    expect(await page.locator('#search-status').textContent()).toContain(`${all} 条`);
    const chapter = page.getByRole('group', { name: '章节' }).getByRole('button', { name: /^安全治理/u });
    const promised = Number(/\d+$/u.exec((await chapter.textContent())!)![0]);
    await chapter.click();
    await expect.poll(async () => (await ids(page)).length).toBe(promised);
    const headings = page.getByRole('group', { name: '类别' }).getByRole('button', { name: /^标题/u });
    await headings.click();
    await expect.poll(() => page.url()).toContain('kind=heading');
    await expect.poll(async () => (await ids(page)).every((id) => id.startsWith('s'))).toBe(true);
    const narrowed = await ids(page);
    await page.reload();
    await page.locator('#search-results > li').first().waitFor();
    expect(await ids(page)).toEqual(narrowed);
    await page.goBack();
    await expect.poll(async () => (await ids(page)).length).toBe(promised);
    await page.goBack();
    await expect.poll(async () => (await ids(page)).length).toBe(all);
  });

  test('is found again by the back button, list and place', async ({ page, site }) => {
    await search(page, site.url, '人工智能');
    const before = await ids(page);
    const last = page.locator('#search-results > li > a').last();
    await last.scrollIntoViewIfNeeded();
    const scrolled = await page.evaluate(() => scrollY);
    expect(scrolled).toBeGreaterThan(300);
    await last.click();
    await page.locator('#find-bar').waitFor();
    await page.goBack();
    await expect.poll(async () => ids(page)).toEqual(before);
    await expect.poll(async () => Math.abs((await page.evaluate(() => scrollY)) - scrolled)).toBeLessThan(5);
  });

  test('shows excerpts that copy as plain text of the report', async ({ page, site }) => {
    await search(page, site.url, '两端快中间慢');
    const excerpt = await page.locator('[data-excerpt]').first().innerText();
    expect(excerpt).not.toMatch(/[\u200b\u00ad]/u);
    await page.goto(`${site.url}caict-ai-2024/applications/`);
    const text = (await page.locator('#p9').textContent())!.replaceAll(/\s+/gu, ' ');
    for (const part of excerpt.split('…').filter((piece) => piece !== '')) expect(text).toContain(part);
  });

  test('searches again as one types, with the slash key to get there', async ({ page, site }) => {
    await page.goto(`${site.url}search/`);
    await page.getByRole('navigation', { name: /目录$/u }).first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('金砖国家');
    await page.locator('#search-results > li').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-input');
    expect(new URL(page.url()).searchParams.get('q')).toBe('金砖国家');
    expect(await page.getByRole('navigation', { name: /目录$/u }).count()).toBe(0);
    await page.locator('#search-input').fill('量子纠缠');
    await page.locator('#search-status', { hasText: '没有找到' }).waitFor();
    await page.getByRole('navigation', { name: /目录$/u }).first().waitFor();
  });
});

describe('a site of two reports under a base path', () => {
  test('is searched as one, each result naming its report, with the report as a filter', async ({
    page,
    twoReports,
  }) => {
    await search(page, twoReports.url, '的');
    const reports = page.getByRole('group', { name: '报告' });
    await reports.waitFor();
    expect(await reports.getByRole('button').count()).toBe(3);
    const first = page.locator('#search-results > li > a').first();
    expect(await first.getAttribute('href')).toMatch(/^\/[^/]+\/[^/]+\/.*\?hl=.*#[a-z]\d+$/u);
    await first.click();
    await page.locator('#find-bar').waitFor();
    expect(page.url()).not.toContain('hl=');
  });

  test('says on which printed page a passage stands', async ({ page, twoReports }) => {
    await page.goto(`${twoReports.url}search/?q=${encodeURIComponent('的')}&report=sample-2025`);
    await page.locator('#search-results > li').first().waitFor();
    const places = await page.locator('#search-results > li').allTextContents();
    expect(places.filter((place) => / · 第 \S+ 页$/u.test(place)).length).toBeGreaterThan(0);
    await page
      .locator('#search-results > li > a', { hasText: /第 \S+ 页$/u })
      .first()
      .click();
    await page.locator('#find-bar').waitFor();
    const id = new URL(page.url()).hash;
    expect(await page.locator(id).getAttribute('data-page-label')).not.toBe('');
  });

  test('puts the report that one is reading first', async ({ page, twoReports }) => {
    for (const report of ['caict-ai-2024', 'sample-2025']) {
      await page.goto(`${twoReports.url}${report}/`);
      await page.keyboard.press('/');
      await page.locator('#search-dialog[open]').waitFor();
      await page.keyboard.type('的');
      await page.locator('#search-results > li').first().waitFor();
      expect(await page.locator('#search-results a').first().getAttribute('href')).toContain(`/${report}/`);
    }
  });
});
