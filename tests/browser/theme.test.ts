import { describe, expect } from 'vitest';
import type { Page } from 'playwright-core';
import { test } from '../support/browser-test.ts';

/** Relative brightness of the page's ground, 0 to 255. */
function brightness(page: Page): Promise<number> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d')!;
    canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return (red + green + blue) / 3;
  });
}

const isDark = async (page: Page): Promise<boolean> => (await brightness(page)) < 80;
const themeButton = (page: Page) => page.locator('theme-switch button');

describe('the theme', () => {
  test('is the system’s, and follows it', async ({ page, site }) => {
    await page.goto(site.url);
    expect(await isDark(page)).toBe(false);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await isDark(page)).toBe(true);
  });

  test('goes through system, light and dark, and says so', async ({ page, site }) => {
    await page.goto(site.url);
    for (const [name, dark] of [
      ['浅色', false],
      ['深色', true],
      ['跟随系统', false],
    ] as const) {
      await themeButton(page).click();
      expect(await themeButton(page).getAttribute('aria-label')).toContain(name);
      expect(await isDark(page)).toBe(dark);
    }
  });

  test('that was chosen holds on every page, against the system’s', async ({ page, site }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(site.url);
    await themeButton(page).click();
    await page.goto(`${site.url}caict-ai-2024/technology/`);
    expect(await isDark(page)).toBe(false);
    expect(await themeButton(page).getAttribute('aria-label')).toContain('浅色');
  });

  test('is set before anything is painted', async ({ page, site }) => {
    await page.goto(site.url);
    await themeButton(page).click();
    await themeButton(page).click();
    await page.addInitScript(() => {
      new MutationObserver((_changes, observer) => {
        if (!document.body) return;
        observer.disconnect();
        (window as unknown as { early?: string }).early = document.documentElement.dataset['theme'] ?? '';
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(`${site.url}caict-ai-2024/technology/`);
    expect(await page.evaluate(() => (window as unknown as { early?: string }).early)).toBe('dark');
    expect(await isDark(page)).toBe(true);
  });
});
