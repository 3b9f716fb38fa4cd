import { describe, expect } from 'vitest';
import type { Page } from 'playwright-core';
import { test } from '../support/browser-test.ts';

const heading = (page: Page): Promise<string> => page.locator('h1').innerText();

/** The id and distance from the top of what the address names, once the page rests. */
async function target(page: Page): Promise<{ id: string; top: number }> {
  await page.waitForFunction(() => document.querySelector(':target') !== null);
  return page.evaluate(() => {
    const element = document.querySelector(':target')!;
    return { id: element.id, top: element.getBoundingClientRect().top };
  });
}

describe('a reader', () => {
  test('opens the report, begins to read and goes on to the next chapter', async ({ page, site }) => {
    await page.goto(site.url);
    expect(await heading(page)).toContain('人工智能发展报告');
    await page.getByRole('link', { name: '开始阅读' }).click();
    expect(await heading(page)).toContain('总体态势');
    expect(new URL(page.url()).pathname).toBe('/caict-ai-2024/overview/');
    await page.locator('main a[data-next], a[rel=next]').last().click();
    await page.waitForURL('**/technology/');
    expect(await heading(page)).toContain('技术创新');
  });

  test('goes from a viewpoint to its place in the chapter, and back', async ({ page, site }) => {
    await page.goto(site.url);
    await page.getByRole('link', { name: /算法创新与软硬件架构深度耦合/u }).click();
    await page.waitForURL('**/v/2/');
    await page
      .locator('main')
      .getByRole('link', { name: /计算平台与模型创新紧密耦合/u })
      .click();
    expect(await target(page)).toMatchObject({ id: 'v2' });
    await page.getByRole('link', { name: '核心观点 2', exact: true }).click();
    await page.waitForURL('**/v/2/');
  });

  test('finds the current section marked in the contents', async ({ page, site }) => {
    await page.goto(`${site.url}caict-ai-2024/technology/`);
    await page.evaluate(() => document.querySelector('#s9')!.scrollIntoView());
    const marked = page.locator('nav[aria-label="目录"] [aria-current]:not([aria-current=page])');
    await expect.poll(() => marked.allInnerTexts()).toEqual([expect.stringContaining('工具链不断完善')]);
  });

  test('comes back to the place where they stopped', async ({ page, site }) => {
    await page.goto(`${site.url}caict-ai-2024/technology/`);
    await page.evaluate(() => document.querySelector('#s10')!.scrollIntoView());
    await page.waitForFunction(() =>
      Object.values({ ...localStorage }).some((value) => /#[a-z]\d+/u.test(String(value))),
    );
    await page.goto(site.url);
    const offer = page.getByRole('link', { name: /继续阅读/u });
    expect(await offer.innerText()).toContain('技术创新');
    await offer.click();
    await page.waitForURL('**/technology/#*');
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(200);
  });

  test('opens an old address and is led to the chapter as it is named now', async ({ page, twoReports }) => {
    await page.goto(`${twoReports.url}sample-2025/lanterns/`);
    await page.waitForURL('**/sample-2025/lamps/**');
    expect(await heading(page)).toContain('路灯的现状');
  });

  test('opens an old paragraph link and is led to where the paragraph stands now', async ({
    page,
    twoReports,
  }) => {
    await page.goto(`${twoReports.url}sample-2025/lamps/#p15`);
    await page.waitForURL('**/sample-2025/sky/#p15');
    await page.goto(`${twoReports.url}sample-2025/lamps/#p18`);
    await page.waitForURL('**/sample-2025/lamps/#p5');
    expect(await target(page)).toMatchObject({ id: 'p5' });
  });

  test('opens a link into the middle of a chapter and sees it below the header', async ({ page, site }) => {
    await page.goto(`${site.url}caict-ai-2024/technology/#p8`);
    const headerBottom = await page
      .locator('body > header')
      .evaluate((header) => header.getBoundingClientRect().bottom);
    await expect.poll(async () => (await target(page)).top).toBeLessThan(800);
    const { id, top } = await target(page);
    expect(id).toBe('p8');
    expect(top).toBeGreaterThanOrEqual(headerBottom);
  });

  test('reads a note where its mark is, and closes it with Esc', async ({ page, twoReports }) => {
    // Before its scripts are there, a link does what links do.
    await page.goto(`${twoReports.url}sample-2025/lamps/`, { waitUntil: 'networkidle' });
    await page.locator('#p4 .note-mark a').click();
    const note = page.locator('[popover]:popover-open, dialog[open]');
    await note.waitFor();
    expect(await note.innerText()).toContain('指已编号的路灯');
    await page.keyboard.press('Escape');
    await note.waitFor({ state: 'hidden' });
  });
});

describe('the keyboard', () => {
  test('goes through the chapters by [ ] and the arrow keys', async ({ page, site }) => {
    await page.goto(`${site.url}caict-ai-2024/technology/`);
    for (const [key, slug] of [
      [']', 'applications'],
      ['[', 'technology'],
      ['ArrowRight', 'applications'],
      ['ArrowLeft', 'technology'],
    ] as const) {
      await page.keyboard.press(key);
      await page.waitForURL(`**/${slug}/`);
    }
  });

  test('opens the help by ? and closes it by Esc, which gives the focus back', async ({ page, site }) => {
    await page.goto(`${site.url}caict-ai-2024/technology/`);
    await page.keyboard.press('Shift+?');
    const help = page.getByRole('dialog', { name: '键盘操作' });
    await help.waitFor();
    await page.keyboard.press(']');
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
    expect(page.url()).toContain('/technology/');
  });

  test('opens the search by / and by Ctrl-K', async ({ page, site }) => {
    for (const key of ['/', 'Control+k']) {
      await page.goto(`${site.url}caict-ai-2024/technology/`);
      await page.keyboard.press(key);
      await page.locator('dialog[open] input, input[type=search]:focus').first().waitFor();
    }
  });

  test('lets single keys be turned off, and remembers that', async ({ page, site }) => {
    await page.goto(`${site.url}caict-ai-2024/technology/`);
    await page.keyboard.press('Shift+?');
    await page.getByRole('checkbox', { name: /单键/u }).uncheck();
    await page.keyboard.press('Escape');
    await page.reload();
    await page.keyboard.press(']');
    await page.keyboard.press('Shift+?');
    await page.waitForTimeout(300);
    expect(page.url()).toContain('/technology/');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('reaches the text at once by the skip link', async ({ page, site }) => {
    await page.goto(`${site.url}caict-ai-2024/technology/`);
    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    expect(await skip.innerText()).toBe('跳到正文');
    expect(await skip.evaluate((link) => link.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  test('shows a visible mark on everything that it reaches', async ({ page, site }) => {
    await page.goto(`${site.url}caict-ai-2024/technology/`);
    const unmarked: string[] = [];
    for (let stop = 0; stop < 30; stop += 1) {
      await page.keyboard.press('Tab');
      const found = await page.evaluate(() => {
        const element = document.activeElement!;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        const isMarked = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
        return isMarked || element === document.body ? '' : element.outerHTML.slice(0, 80);
      });
      if (found !== '') unmarked.push(found);
    }
    expect(unmarked).toEqual([]);
  });
});

describe('what was read', () => {
  test('is marked in the contents, quietly, and offered with its share', async ({ page, site }) => {
    await page.goto(`${site.url}caict-ai-2024/overview/`);
    await page.waitForFunction(() => /"seen":\["\w/u.test(localStorage.getItem('place:caict-ai-2024') ?? ''));
    await page.goto(site.url);
    const chapter = page.getByRole('navigation', { name: '目录' }).getByRole('link', { name: /总体态势/u });
    await expect.poll(() => chapter.innerText()).toMatch(/已读|读过 \d+%/u);
    expect(await page.getByRole('link', { name: /继续阅读/u }).innerText()).toMatch(/全书读过 \d+%/u);
    await page.goto(`${site.url}caict-ai-2024/technology/`);
    const inNav = page.getByRole('navigation', { name: '目录', exact: true }).locator('.read-mark');
    await inNav.first().waitFor();
    expect(await inNav.count()).toBe(1);
  });

  test('is offered on the list of reports', async ({ page, twoReports }) => {
    await page.goto(`${twoReports.url}sample-2025/lamps/`);
    await page.waitForFunction(() => localStorage.getItem('place:sample-2025') !== null);
    await page.goto(twoReports.url);
    await page.getByRole('link', { name: /继续阅读.*路灯/u }).click();
    await page.waitForURL('**/sample-2025/lamps/**');
  });
});
