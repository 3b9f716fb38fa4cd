import { describe, expect } from 'vitest';
import type { Page } from 'playwright-core';
import { findViolations } from '../support/accessibility.ts';
import { test } from '../support/browser-test.ts';

const CHAPTER = 'caict-ai-2024/technology/';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

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
const opener = (page: Page) => page.getByRole('button', { name: '阅读设置' });
const panel = (page: Page) => page.getByRole('dialog', { name: '阅读设置' });

async function choose(page: Page, ...words: readonly string[]): Promise<void> {
  if (!(await panel(page).isVisible())) await opener(page).click();
  for (const word of words) await panel(page).getByLabel(word, { exact: true }).check();
}

const textStyle = (page: Page) =>
  page.locator('#v1 p[data-passage]').evaluate((text) => {
    const { fontSize, lineHeight, fontFamily } = getComputedStyle(text);
    const article = text.closest('article')!;
    return {
      size: parseFloat(fontSize),
      leading: parseFloat(lineHeight) / parseFloat(fontSize),
      family: fontFamily,
      width: article.getBoundingClientRect().width,
    };
  });

describe('the theme', () => {
  test('is the system’s, and follows it', async ({ page, site }) => {
    await page.goto(site.url);
    expect(await isDark(page)).toBe(false);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await isDark(page)).toBe(true);
  });

  test('that was chosen holds on every page, against the system’s', async ({ page, site }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(site.url);
    for (const theme of ['浅色', '米色']) {
      await choose(page, theme);
      await page.goto(site.url + CHAPTER);
      expect(await isDark(page)).toBe(false);
      await opener(page).click();
      expect(await panel(page).getByLabel(theme).isChecked()).toBe(true);
    }
    await choose(page, '跟随系统');
    expect(await isDark(page)).toBe(true);
  });
});

describe('the settings', () => {
  test('change size, leading, width and face of the text at once', async ({ page, site }) => {
    await page.goto(site.url + CHAPTER);
    const before = await textStyle(page);
    await choose(page, '特大', '宽松', '窄', '宋体');
    const after = await textStyle(page);
    expect(after.size / before.size).toBeCloseTo(1.28, 2);
    expect(after.leading).toBeCloseTo(2.2, 2);
    expect(after.width / after.size).toBeCloseTo(30, 1);
    expect(after.family).toMatch(/serif$/u);
    expect(before.family).toMatch(/sans-serif$/u);
  });

  test('are set before anything is painted', async ({ page, site }) => {
    await page.goto(site.url);
    await choose(page, '深色', '大');
    await page.addInitScript(() => {
      new MutationObserver((_changes, observer) => {
        if (!document.body) return;
        observer.disconnect();
        const { dataset, style } = document.documentElement;
        (window as unknown as { early?: string }).early =
          `${dataset['theme']} ${style.getPropertyValue('--reading-size')}`;
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(site.url + CHAPTER);
    expect(await page.evaluate(() => (window as unknown as { early?: string }).early)).toBe('dark 1.12');
  });

  test('go back to what the site was made with, and nothing stays kept', async ({ page, site }) => {
    await page.goto(site.url + CHAPTER);
    const before = await textStyle(page);
    await choose(page, '米色', '最大', '紧凑');
    await panel(page).getByRole('button', { name: '恢复默认' }).click();
    expect(await textStyle(page)).toEqual(before);
    expect(
      await page.evaluate(() => [localStorage.getItem('theme'), localStorage.getItem('reading')]),
    ).toEqual([null, null]);
  });

  test('that are spoilt leave the page as it was made', async ({ page, site }) => {
    await page.addInitScript(() => localStorage.setItem('reading', '{"size":'));
    await page.goto(site.url + CHAPTER);
    expect((await textStyle(page)).size).toBe(18);
    await choose(page, '大');
    expect((await textStyle(page)).size).toBeCloseTo(18 * 1.12, 2);
  });
});

describe('the panel', () => {
  test('opens and closes by its button and by Escape, which gives the focus back', async ({ page, site }) => {
    await page.goto(site.url + CHAPTER);
    await opener(page).focus();
    await page.keyboard.press('Enter');
    await panel(page).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('reading-theme');
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'hidden' });
    expect(await opener(page).evaluate((button) => button === document.activeElement)).toBe(true);
    await opener(page).click();
    await panel(page).waitFor();
    await opener(page).click();
    await panel(page).waitFor({ state: 'hidden' });
  });

  test('is a sheet at the bottom of a phone, with targets for thumbs', async ({ visitor, site }) => {
    const page = await visitor.open(PHONE);
    await page.goto(site.url + CHAPTER);
    await opener(page).click();
    const box = (await panel(page).boundingBox())!;
    expect([box.x, box.width, Math.round(box.y + box.height)]).toEqual([0, 390, 844]);
    expect(box.y).toBeGreaterThan(844 / 2);
    expect(await panel(page).getByLabel('窄').isVisible()).toBe(false);
    const heights = await panel(page)
      .locator('label:visible, button')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  });

  test.for(['浅色', '米色', '深色'])(
    'and the page break no rule of accessibility in %s',
    async (theme, { visitor, site }) => {
      const page = await visitor.open({ ...PHONE, reducedMotion: 'reduce' });
      await page.goto(site.url + CHAPTER);
      await choose(page, theme);
      expect(await findViolations(page)).toEqual([]);
    },
  );
});
