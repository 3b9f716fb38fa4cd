import { describe, expect } from 'vitest';
import type { Page } from 'playwright-core';
import { test } from '../support/browser-test.ts';

const CHAPTER = 'caict-ai-2024/technology/';

async function openDialog(page: Page): Promise<void> {
  await page.keyboard.press('/');
  await page.locator('#search-dialog[open]').waitFor();
}

/** Texts that the page has marked by the CSS Custom Highlight API, and the current one. */
async function highlights(page: Page): Promise<{ all: readonly string[]; current: readonly string[] }> {
  return page.evaluate(() => {
    const texts = (name: string): string[] =>
      [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString());
    return { all: texts('search-hit'), current: texts('search-hit-current') };
  });
}

describe('the search dialog', () => {
  test('leads by keyboard alone to the very paragraph, the phrase marked there', async ({ page, site }) => {
    await page.goto(`${site.url}caict-ai-2024/`);
    await openDialog(page);
    await page.keyboard.type('推理侧');
    await page.locator('#search-results > li').first().waitFor();
    expect(await page.locator('#search-status').textContent()).toContain('1 条');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.matches('[data-result]'))).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/technology/#p5');
    await page.locator('#find-bar').waitFor();
    expect(await highlights(page)).toEqual({ all: ['推理侧'], current: ['推理侧'] });
    expect(await page.locator('[data-find-count]').textContent()).toBe('1/1');
    await page.keyboard.press('Escape');
    expect(await page.locator('#find-bar').count()).toBe(0);
    expect((await highlights(page)).all).toEqual([]);
    expect(page.url()).toBe(`${site.url}${CHAPTER}#p5`);
  });

  test('loads nothing of search before it is asked for', async ({ page, site }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(site.url + CHAPTER, { waitUntil: 'networkidle' });
    expect(asked.filter((path) => /pagefind|worker|dialog|local-search/u.test(path))).toEqual([]);
    await openDialog(page);
    await page.keyboard.type('芯片');
    await page.locator('#search-results > li').first().waitFor();
    expect(asked.some((path) => path.includes('/pagefind/'))).toBe(true);
  });

  test('opens with Ctrl K and by its button, and Esc gives the focus back', async ({ page, site }) => {
    await page.goto(site.url + CHAPTER);
    await page.locator('[data-open-search]').focus();
    await page.keyboard.press('Control+k');
    await page.locator('#search-dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('#search-dialog[open]').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-open-search'))).toBe(true);
    await page.locator('[data-open-search]').click();
    await page.locator('#search-dialog[open]').waitFor();
  });

  test('keeps what is typed while it is still loading', async ({ page, site }) => {
    await page.route('**/dialog.*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await page.goto(site.url + CHAPTER);
    await page.keyboard.press('/');
    await page.keyboard.type('moe');
    await page.locator('#search-results > li').first().waitFor();
    expect(await page.locator('#search-input').inputValue()).toBe('moe');
  });

  test('does not search half-composed pinyin, and searches once the word is there', async ({
    page,
    site,
  }) => {
    await page.goto(site.url + CHAPTER);
    await openDialog(page);
    const protocol = await page.context().newCDPSession(page);
    for (const text of ['s', 'sh', 'shui', 'shui yin']) {
      await protocol.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
    await page.waitForTimeout(400);
    expect(await page.locator('#search-status').textContent()).toBe('');
    expect(await page.locator('#search-results > li').count()).toBe(0);
    await protocol.send('Input.insertText', { text: '水印' });
    await page.locator('#search-results > li').first().waitFor();
    expect(await page.locator('#search-results mark').allTextContents()).toEqual(['水印']);
  });

  test('suggests terms while typing and remembers searches in this browser only', async ({ page, site }) => {
    await page.goto(site.url + CHAPTER);
    await openDialog(page);
    await page.keyboard.type('gongju');
    await page.getByRole('button', { name: '工具链', exact: true }).click();
    await page.locator('#search-results mark', { hasText: '工具链' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/\?q=/u);
    await page.goto(site.url + CHAPTER);
    await openDialog(page);
    await page.getByRole('button', { name: '工具链', exact: true }).waitFor();
    await page.getByRole('button', { name: '清除记录' }).click();
    expect(await page.evaluate(() => localStorage.getItem('recent-searches'))).toBeNull();
  });

  test('a result on the open page closes the dialog and goes there without loading the page anew', async ({
    page,
    site,
  }) => {
    await page.goto(site.url + CHAPTER);
    await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
    await openDialog(page);
    await page.keyboard.type('两端快');
    await page.locator('#search-results a[href*="applications"]').waitFor();
    await page.locator('#search-input').fill('混合精度');
    await page.locator('#search-results a[href*="technology"]').click();
    await page.locator('#find-bar').waitFor();
    expect(await page.locator('body[data-same-page]').count()).toBe(1);
    expect(page.url()).toBe(`${site.url}${CHAPTER}#p6`);
    expect((await highlights(page)).all).toEqual(['混合精度']);
  });
});

describe('on the page of a result', () => {
  test('steps through every occurrence on the page, in view and below the header', async ({ page, site }) => {
    await page.goto(`${site.url}${CHAPTER}?hl=${encodeURIComponent('大模型')}#p7`);
    const count = page.locator('[data-find-count]');
    await count.waitFor();
    const { all } = await highlights(page);
    expect(new Set(all)).toEqual(new Set(['大模型']));
    const [start, total] = (await count.textContent())!.split('/').map(Number);
    expect(total).toBe(all.length);
    await page.getByRole('button', { name: '下一处' }).click();
    expect(await count.textContent()).toBe(`${start! + 1}/${total}`);
    await page.getByRole('button', { name: '上一处' }).click();
    await page.getByRole('button', { name: '上一处' }).click();
    expect(await count.textContent()).toBe(`${start! - 1}/${total}`);
    await page.waitForFunction(() => {
      const [range] = [...CSS.highlights.get('search-hit-current')!] as Range[];
      const { top, bottom } = range!.getBoundingClientRect();
      const header = document.querySelector('header')!.getBoundingClientRect().bottom;
      const bar = document.querySelector('#find-bar')!.getBoundingClientRect().top;
      return top >= header && bottom <= bar;
    });
  });

  test('marks a phrase across punctuation, full width, bold text and traditional characters', async ({
    page,
    site,
  }) => {
    await page.goto(`${site.url}caict-ai-2024/applications/?hl=${encodeURIComponent('兩端快中間慢')}#p9`);
    await page.locator('#find-bar').waitFor();
    expect((await highlights(page)).all).toEqual(['两端快、中间慢', '两端快、中间慢']);
  });

  test('opens a closed box around the passage', async ({ page, site }) => {
    await page.goto(site.url + CHAPTER);
    await page.evaluate(() => {
      const box = document.createElement('details');
      const passage = document.querySelector('#p6')!;
      passage.replaceWith(box);
      box.append(passage);
    });
    await openDialog(page);
    await page.keyboard.type('定制化演进');
    await page.locator('#search-results a').first().click();
    await page.locator('#find-bar').waitFor();
    expect(await page.locator('details:has(#p6)').getAttribute('open')).not.toBeNull();
  });

  test('without the Custom Highlight API marks with elements and leaves the text as it was', async ({
    page,
    site,
  }) => {
    await page.addInitScript(() => {
      Object.defineProperty(CSS, 'highlights', { get: () => undefined });
      Reflect.deleteProperty(window, 'Highlight');
    });
    await page.goto(site.url + CHAPTER);
    const before = await page.locator('main').innerHTML();
    await page.goto(
      `${site.url}${CHAPTER}?hl=${encodeURIComponent('框架层面强调')}&hl=${encodeURIComponent('芯片')}#p6`,
    );
    await page.locator('#find-bar').waitFor();
    const marked = await page.locator('mark.search-hit').allTextContents();
    expect(marked.join('|')).toBe('框架层面，|强调|芯片|芯片');
    expect(await page.locator('[data-find-count]').textContent()).toBe('1/3');
    await page.keyboard.press('Escape');
    expect(await page.locator('main').innerHTML()).toBe(before);
  });
});
