import { describe, expect } from 'vitest';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { findViolations } from '../support/accessibility.ts';
import { test } from '../support/browser-test.ts';

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};
const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** Selects characters of the first text of a passage, as a drag or a long press does. */
async function select(page: Page, id: string, words: string): Promise<void> {
  await page.evaluate(
    ([passage, text]) => {
      const walker = document.createTreeWalker(document.getElementById(passage)!, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        const at = node.data.indexOf(text);
        if (at < 0) continue;
        getSelection()!.setBaseAndExtent(node, at, node, at + text.length);
        return;
      }
      throw new Error(`#${passage} has no stretch “${text}”.`);
    },
    [id, words] as const,
  );
}

async function openMenuOf(page: Page, id: string): Promise<void> {
  await page.locator(`#${id}`).hover({ position: { x: 4, y: 8 } });
  await page.locator(`#${id} > .quote-handle`).click();
  await page.locator('dialog.quote-menu[open]').waitFor();
}

const choose = (page: Page, action: string): Promise<void> =>
  page.locator(`dialog.quote-menu [data-action=${action}]`).click();

describe('the tools of a passage', () => {
  test('copy its words with source, reference, printed page and public address', async ({
    visitor,
    site,
  }) => {
    const page = await visitor.open(CLIPBOARD);
    await page.goto(`${site.url}caict-ai-2024/v/3/`);
    await openMenuOf(page, 'p7');
    await choose(page, 'copy-quotation');
    await expect
      .poll(() => copied(page))
      .toMatch(/^工程化技术是[^#]+降低了应用门槛。\n\n来源：中国信息通信研究院\n/u);
    expect(await copied(page)).toMatch(
      /中国信息通信研究院\. 核心观点 3：工程化技术是[^[]+\[R\/OL\]\/\/中国信息通信研究院\. 人工智能发展报告（2024年）\. 2024-11-29\. https:\/\/reader\.example\/caict-ai-2024\/v\/3\/#p7\.$/u,
    );
    expect(await page.locator('[data-announcer]').innerText()).toBe('已复制引文');
  });

  test('say that a public address is missing rather than naming this machine', async ({
    visitor,
    twoReports,
  }) => {
    const page = await visitor.open(CLIPBOARD);
    await page.goto(`${twoReports.url}sample-2025/lamps/`);
    await openMenuOf(page, 'p10');
    await choose(page, 'copy-quotation');
    await expect
      .poll(() => copied(page))
      .toBe(
        '测量在无月的夜里进行，见测量方法。\n\n来源：灯火研究所\n灯火研究所. 城市照明观察报告（2025年）：从路灯到星空：No.202507[R/OL]. 2025-07：2. （本站没有公开的地址）.',
      );
  });

  test('copy it as Markdown without the marks of notes and pages', async ({ visitor, twoReports }) => {
    const page = await visitor.open(CLIPBOARD);
    await page.goto(`${twoReports.url}sample-2025/lamps/`);
    await openMenuOf(page, 'p5');
    await choose(page, 'copy-markdown');
    await expect
      .poll(() => copied(page))
      .toBe(
        '> 旧灯多为高压钠灯，新灯多为发光二极管。两者的区别，走在路上就能看见。\n>\n> ——来源：灯火研究所《城市照明观察报告（2025年）：从路灯到星空》，第 1 页',
      );
  });

  test('lead to the page of the original on which the words begin', async ({ page, twoReports }) => {
    await page.goto(`${twoReports.url}sample-2025/lamps/`);
    await openMenuOf(page, 'p10');
    const original = page.locator('dialog.quote-menu [data-action=open-original]');
    expect(await original.innerText()).toBe('看原文第 2 页');
    expect(await original.getAttribute('href')).toBe('https://lamps.example/report.pdf#page=6');
    await page.keyboard.press('Escape');
    // No mark of a page stands before the table, whose page is known all the same.
    await page.locator('#t1 [data-open-tools]').click();
    await expect.poll(() => original.innerText()).toBe('看原文第 3 页');
    expect(await original.getAttribute('href')).toBe('https://lamps.example/report.pdf#page=7');
  });

  test('are reached by the keyboard behind the link of the passage, and give the focus back', async ({
    page,
    site,
  }) => {
    await page.goto(`${site.url}caict-ai-2024/technology/`);
    await page.locator('#p5 > a.permalink').focus();
    await page.locator('#p5 > .quote-handle').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const focused = page.locator('dialog.quote-menu :focus');
    await expect.poll(() => focused.getAttribute('data-action')).toBe('copy-quotation');
    await page.keyboard.press('ArrowDown');
    expect(await focused.getAttribute('data-action')).toBe('copy-link');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('#p5 > .quote-handle:focus').count()).toBe(1);
  });

  test('say that nothing can be quoted where the site is out of reach, and copy the link all the same', async ({
    visitor,
    site,
  }) => {
    const page = await visitor.open(CLIPBOARD);
    await page.route('**/cite/*.json', (route) => route.abort());
    await page.goto(`${site.url}caict-ai-2024/technology/`);
    await openMenuOf(page, 'p5');
    expect(await page.locator('dialog.quote-menu').innerText()).toContain('没有取到引文信息');
    await choose(page, 'copy-link');
    await expect.poll(() => copied(page)).toBe(`${site.url}caict-ai-2024/technology/#p5`);
    visitor.problems.splice(0);
  });

  test('show the text, selected, where the browser lets no page copy', async ({ visitor, site }) => {
    const page = await visitor.open(PHONE);
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => false;
    });
    await page.goto(`${site.url}caict-ai-2024/technology/`);
    await select(page, 'p7', '工程化技术');
    await page.locator('.quote-bar [data-action=copy-quotation]').tap();
    const area = page.locator('dialog.quote-text-dialog[open] textarea');
    await area.waitFor();
    expect(await area.inputValue()).toMatch(/^工程化技术\n\n来源/u);
    const chosen = await area.evaluate(
      (field: HTMLTextAreaElement) => field.selectionEnd - field.selectionStart,
    );
    expect(chosen).toBe((await area.inputValue()).length);
    expect(await findViolations(page)).toEqual([]);
  });
});

describe('the bar beside a selection', () => {
  test('copies a link that lands on the very words, on top of the permanent anchor', async ({
    visitor,
    site,
  }) => {
    const page = await visitor.open({ ...CLIPBOARD, ...PHONE });
    await page.goto(`${site.url}caict-ai-2024/technology/`);
    await select(page, 'p7', '增强了系统的扩展性');
    await page.locator('.quote-bar [data-action=copy-link]').tap();
    await expect.poll(() => copied(page)).toContain('/caict-ai-2024/technology/#p7:~:text=');

    const friend = await visitor.open({ viewport: { width: 390, height: 200 } });
    await friend.goto(await copied(page));
    const isInSight = (): Promise<boolean> =>
      friend.evaluate(() => {
        const walker = document.createTreeWalker(document.querySelector('#p7')!, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        while (walker.nextNode()) {
          const node = walker.currentNode as Text;
          const at = node.data.indexOf('增强了系统的扩展性');
          if (at >= 0) range.setStart(node, at);
        }
        const { top } = range.getClientRects()[0] ?? { top: -1 };
        return top > 0 && top < innerHeight;
      });
    await expect.poll(isInSight).toBe(true);
    expect(await friend.evaluate(() => location.hash)).toBe('#p7');
  });

  test('is in reach of a thumb, and breaks no rule of accessibility with its menu, light and dark', async ({
    visitor,
    site,
  }) => {
    const page = await visitor.open({ ...PHONE, reducedMotion: 'reduce' });
    await page.goto(`${site.url}caict-ai-2024/technology/`);
    await select(page, 'p5', '基础模型');
    const bar = page.locator('.quote-bar:not([hidden])');
    await bar.waitFor();
    const { height } = (await bar.locator('button').first().boundingBox())!;
    expect(height).toBeGreaterThanOrEqual(44);
    const light = await findViolations(page);
    await bar.locator('[data-action=more]').tap();
    await page.locator('dialog.quote-menu[open]').waitFor();
    const menu = await findViolations(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect([...light, ...menu, ...(await findViolations(page, 'colours'))]).toEqual([]);
  });

  test('goes with the selection', async ({ page, site }) => {
    await page.goto(`${site.url}caict-ai-2024/technology/`);
    await select(page, 'p5', '基础模型');
    await page.locator('.quote-bar:not([hidden])').waitFor();
    await page.evaluate(() => getSelection()!.removeAllRanges());
    await page.locator('.quote-bar').waitFor({ state: 'hidden' });
  });
});

test('words in an address that the browser does not know lead to their passage all the same', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}caict-ai-2024/technology/`);
  // What such a browser makes of the address: an anchor with that whole name.
  await page.evaluate(() => (location.hash = '#p8%3A~%3Atext=x'.replaceAll('%3A', ':')));
  await expect.poll(() => page.evaluate(() => document.querySelector(':target')?.id)).toBe('p8');
});
