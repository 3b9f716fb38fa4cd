import { describe, expect } from 'vitest';
import type { Page } from 'playwright-core';
import { findViolations } from '../support/accessibility.ts';
import { test } from '../support/browser-test.ts';

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };
const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** The page of the fixture with a table that has no merged cells in place of its own. */
async function withPlainTable(page: Page): Promise<void> {
  const row = (name: string, ...cells: readonly string[]): string =>
    `<tr><th scope="row">${name}</th>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`;
  const head = ['行政区', '用电量', '增幅', '说明'].map((name) => `<th scope="col">${name}</th>`).join('');
  const body = [
    row('东城区', '1,204.5', '-2.4%', '甲'),
    row('西城区', '990.0', '12.1%', '2'),
    row('南城区', '–', '12.1%', '3'),
    row('北城区', '3,310.2', '3%', '4'),
  ].join('');
  await page.route('**/sample-2025/lamps/', async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace(
      /<thead>[\s\S]*?<\/tbody>/u,
      `<thead><tr>${head}</tr></thead><tbody>${body}</tbody>`,
    );
    await route.fulfill({ response, body: html });
  });
}

const districts = (page: Page): Promise<readonly string[]> =>
  page
    .locator('#t1 tbody th')
    .allInnerTexts()
    .then((names) => names.map((name) => name[0] ?? ''));

describe('a table', () => {
  test('is sorted by a column of numbers, down, up and back, and says so', async ({ page, twoReports }) => {
    await withPlainTable(page);
    await page.goto(`${twoReports.url}sample-2025/lamps/`);
    const use = page.getByRole('button', { name: '用电量' });
    await use.click();
    expect(await districts(page)).toEqual(['北', '东', '西', '南']);
    expect(await page.locator('#t1 th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
    await expect.poll(() => page.locator('[data-announcer]').innerText()).toBe('按“用电量”从大到小排列');
    await use.click();
    expect(await districts(page)).toEqual(['西', '东', '北', '南']);
    expect(await findViolations(page)).toEqual([]);
    await use.click();
    expect(await districts(page)).toEqual(['东', '西', '南', '北']);
    expect(await page.locator('#t1 th[aria-sort]').count()).toBe(0);
  });

  test('keeps rows with the same number in their order, and sorts by no column with words', async ({
    page,
    twoReports,
  }) => {
    await withPlainTable(page);
    await page.goto(`${twoReports.url}sample-2025/lamps/`);
    await page.getByRole('button', { name: '增幅' }).click();
    expect(await districts(page)).toEqual(['西', '南', '北', '东']);
    expect(await page.locator('#t1 .sort-button').allInnerTexts()).toEqual(['用电量', '增幅']);
  });

  test('with merged cells is not sorted', async ({ page, twoReports }) => {
    await page.goto(`${twoReports.url}sample-2025/lamps/`, { waitUntil: 'networkidle' });
    expect(await page.locator('#t1 .sort-button').count()).toBe(0);
  });

  test('is copied in the order of the report, for spreadsheets and as Markdown, and cited', async ({
    visitor,
    twoReports,
  }) => {
    const page = await visitor.open(CLIPBOARD);
    await withPlainTable(page);
    await page.goto(`${twoReports.url}sample-2025/lamps/`);
    await page.getByRole('button', { name: '用电量' }).click();
    const copy = async (action: string): Promise<string> => {
      await page.evaluate(() => navigator.clipboard.writeText(''));
      await page.locator('#t1 [data-open-tools]').click();
      await page.locator(`dialog.quote-menu [data-action=${action}]`).click();
      await expect.poll(() => copied(page)).not.toBe('');
      return copied(page);
    };
    expect((await copy('copy-tsv')).split('\n').slice(0, 2)).toEqual([
      '行政区\t用电量\t增幅\t说明',
      '东城区\t1,204.5\t-2.4%\t甲',
    ]);
    expect(await copy('copy-markdown-table')).toMatch(
      /^表 1 各区路灯能耗\n\n\| 行政区 \| 用电量 \| 增幅 \| 说明 \|\n[\s\S]+\n\n> ——来源：灯火研究所《[^》]+》，第 3 页$/u,
    );
    expect(await copy('copy-quotation')).toMatch(
      /^表 1 各区路灯能耗\n\n来源：灯火研究所\n灯火研究所\. 表 1 各区路灯能耗\[R\/OL\]\/\/灯火研究所\. .+ 2025-07：3\. /u,
    );
  });
});

describe('a figure', () => {
  test('is enlarged, moved and shown whole again by keys, wheel and pinch', async ({ page, twoReports }) => {
    await page.goto(`${twoReports.url}sample-2025/lamps/`, { waitUntil: 'networkidle' });
    await page.locator('#f1 a.zoom').click();
    const stage = page.locator('.figure-viewer[open] .stage');
    await stage.waitFor();
    const scale = async (): Promise<number> => Number(await stage.getAttribute('data-scale'));
    await page.keyboard.press('+');
    expect(await scale()).toBe(1.5);
    await page.keyboard.press('-');
    expect(await scale()).toBe(1);
    await stage.hover();
    await page.mouse.wheel(0, -300);
    await expect.poll(scale).toBeGreaterThan(1.5);
    await page.keyboard.press('0');
    expect(await scale()).toBe(1);
    await stage.evaluate((element) => {
      const finger = (type: string, pointerId: number, clientX: number): boolean =>
        element.dispatchEvent(new PointerEvent(type, { pointerId, clientX, clientY: 300, bubbles: true }));
      finger('pointerdown', 1, 600);
      finger('pointerdown', 2, 700);
      finger('pointermove', 2, 900);
    });
    expect(await scale()).toBe(3);
    expect(await page.locator('.figure-viewer p').innerText()).toContain('三种灯具的配光');
    await page.keyboard.press('Escape');
    await stage.waitFor({ state: 'hidden' });
  });

  test('is cited with its caption and printed page', async ({ visitor, twoReports }) => {
    const page = await visitor.open(CLIPBOARD);
    await page.goto(`${twoReports.url}sample-2025/lamps/`);
    await page.locator('#f1 [data-open-tools]').click();
    await page.locator('dialog.quote-menu [data-action=copy-quotation]').click();
    await expect
      .poll(() => copied(page))
      .toMatch(
        /^图 1 三种灯具的配光\n\n来源：灯火研究所\n灯火研究所\. 图 1 三种灯具的配光\[R\/OL\]\/\/.+：2\. /u,
      );
  });
});
