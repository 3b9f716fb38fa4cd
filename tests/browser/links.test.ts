import { describe, expect } from 'vitest';
import type { Page } from 'playwright-core';
import { test } from '../support/browser-test.ts';

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };
const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

describe('the link of a paragraph', () => {
  test('shows itself on hover and on focus', async ({ page, site }) => {
    await page.goto(`${site.url}caict-ai-2024/technology/`);
    const link = page.locator('#p5 > a.permalink');
    const opacity = (): Promise<number> =>
      link.evaluate((element) => Number(getComputedStyle(element).opacity));
    expect(await opacity()).toBe(0);
    await page.locator('#p5').hover();
    await expect.poll(opacity).toBe(1);
    await page.mouse.move(0, 0);
    await expect.poll(opacity).toBe(0);
    await link.focus();
    await expect.poll(opacity).toBe(1);
  });

  test('is copied by a click, said to be, and leads a friend to that paragraph', async ({
    visitor,
    site,
  }) => {
    const page = await visitor.open(CLIPBOARD);
    await page.goto(`${site.url}caict-ai-2024/technology/`);
    await page.locator('#p7').hover();
    await page.locator('#p7 > a.permalink').click();
    await expect.poll(() => page.locator('[data-announcer]').innerText()).toBe('链接已复制');
    const address = await copied(page);
    expect(address).toBe(`${site.url}caict-ai-2024/technology/#p7`);

    const friend = await visitor.open();
    await friend.goto(address);
    const top = async (): Promise<number> => (await friend.locator('#p7').boundingBox())!.y;
    await expect.poll(top).toBeLessThan(800);
    expect(await top()).toBeGreaterThan(0);
    expect(await friend.evaluate(() => document.querySelector(':target')?.id)).toBe('p7');
  });

  test('is copied by the keyboard too', async ({ visitor, site }) => {
    const page = await visitor.open(CLIPBOARD);
    await page.goto(`${site.url}caict-ai-2024/technology/`);
    await page.locator('#s8 > a.permalink').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => copied(page)).toBe(`${site.url}caict-ai-2024/technology/#s8`);
  });

  test('holds no percent signs', async ({ page, site }) => {
    await page.goto(`${site.url}caict-ai-2024/technology/`);
    const links = await page
      .locator('a.permalink')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((link) => !/#[spvftcn]\d+$/u.test(link))).toEqual([]);
  });
});

describe('the link of a viewpoint', () => {
  test('is copied from its page, and opens that page with its title for others', async ({
    visitor,
    site,
  }) => {
    const page = await visitor.open(CLIPBOARD);
    await page.goto(`${site.url}caict-ai-2024/v/3/`);
    await page.getByRole('link', { name: '复制链接' }).click();
    await expect.poll(() => copied(page)).toBe(`${site.url}caict-ai-2024/v/3/`);

    const friend = await visitor.open();
    await friend.goto(await copied(page));
    expect(await friend.title()).toContain('核心观点 3');
    const shown = await friend.locator('meta[property="og:title"]').getAttribute('content');
    expect(shown).toContain('工程化技术');
  });

  test('leads through all viewpoints by previous and next', async ({ page, site }) => {
    await page.goto(`${site.url}caict-ai-2024/v/1/`);
    for (let number = 2; number <= 7; number += 1) {
      await page.locator('a[rel=next]').click();
      await page.waitForURL(`**/v/${number}/`);
    }
    expect(await page.locator('a[rel=next]').count()).toBe(0);
    await page.locator('a[rel=prev]').click();
    await page.waitForURL('**/v/6/');
  });

  test('leads to the paragraphs of the report that carry it, and back', async ({ page, twoReports }) => {
    await page.goto(`${twoReports.url}sample-2025/v/1/`);
    await page.locator('.evidence a').first().click();
    await page.waitForURL('**/sample-2025/lamps/#p5');
    await page.locator('#p5 > a.carries').click();
    await page.waitForURL('**/sample-2025/v/1/');
    await page.goto(`${twoReports.url}sample-2025/lamps/`);
    expect(await page.locator('a.carries').count()).toBe(2);
  });
});
