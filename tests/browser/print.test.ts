import { describe, expect } from 'vitest';
import type { Page } from 'playwright-core';
import { squeeze } from '../../scripts/ingest/genre/fold-text.ts';
import { test } from '../support/browser-test.ts';
import { openKind, PAGE_KINDS } from '../support/page-kinds.ts';
import { hasChineseFont, MARGIN, printedText, printPage } from '../support/printed-page.ts';

/** Rounding of positions, in points. */
const TOLERANCE = 1;
/** What is there to be pressed. */
const CONTROLS =
  /跳到正文|(?<!见)报告首页|上一章|下一章|前后|复制|开始阅读|继续阅读|回到顶部|键盘操作|本站文字从|链接到|放大/u;
/** The two reports by the beginning of their addresses: source, date and official address. */
const SOURCES = [
  ['caict-ai-2024/', '来源：中国信息通信研究院', '2024年11月29日', 'P020241210548865982463.pdf'],
  ['sample-2025/', '来源：灯火研究所', '2025年7月', 'https://lamps.example/report.pdf'],
] as const;

/** The stretches of text of everything that has an address of its own; single characters (marks of notes) tell nothing. */
function stretchesOf(page: Page): Promise<readonly string[]> {
  return page.locator('[data-passage]').evaluateAll((passages) =>
    passages.flatMap((passage) => {
      const stretches: string[] = [];
      const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const isOfScreen = walker.currentNode.parentElement?.closest('.carries, .exhibit-tools, details');
        if (!isOfScreen) stretches.push(walker.currentNode.textContent?.replace(/\s/gu, '') ?? '');
      }
      return stretches.filter((stretch) => stretch.length > 1);
    }),
  );
}

describe.each(Object.entries(PAGE_KINDS))('%s, printed', (_kind, path) => {
  test('has its title, source, date and address, all of its text, and nothing to press', async ({
    visitor,
    page,
    twoReports,
    skip,
  }) => {
    skip(!(await hasChineseFont(page)), 'There is no Chinese font on this machine.');
    await openKind(page, twoReports.url, path);
    const others = visitor.problems.filter((problem) => !problem.includes('status of 404'));
    visitor.problems.splice(0, visitor.problems.length, ...others);
    const sheets = await printPage(page);
    const text = printedText(sheets);
    const stretches = await stretchesOf(page);

    expect(printedText(sheets.slice(0, 1))).toContain(squeeze(await page.locator('h1').innerText()));
    for (const [prefix, ...names] of SOURCES)
      if (path.startsWith(prefix)) for (const name of names) expect(text).toContain(name);
    const address = `本页地址：/reports/${path}（本站没有公开的地址）`;
    expect(text.includes(address)).toBe(path !== PAGE_KINDS['the page of an unknown address']);
    expect(text).not.toMatch(CONTROLS);
    expect(stretches.filter((stretch) => !text.includes(stretch))).toEqual([]);
  });
});

describe('paper', () => {
  test('is A4, with the page number on each sheet and the title on all but the first', async ({
    page,
    twoReports,
    skip,
  }) => {
    skip(!(await hasChineseFont(page)), 'There is no Chinese font on this machine.');
    await page.goto(`${twoReports.url}sample-2025/lamps/`);
    const sheets = await printPage(page);
    expect(sheets.length).toBeGreaterThan(1);
    for (const [index, { width, height, margins }] of sheets.entries()) {
      expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
      const around = squeeze(margins.map(({ text }) => text).join(''));
      expect(around).toContain(`${index + 1}/${sheets.length}`);
      expect(around.includes('路灯的现状·城市照明观察报告（2025年）')).toBe(index > 0);
    }
  });

  test('cuts no line, not even of a wide table or a long address', async ({ page, twoReports, skip }) => {
    skip(!(await hasChineseFont(page)), 'There is no Chinese font on this machine.');
    for (const path of ['sample-2025/lamps/', 'caict-ai-2024/', 'sample-2025/source/']) {
      await page.goto(twoReports.url + path);
      const outside = (await printPage(page)).flatMap(({ width, texts }) =>
        texts.filter(
          ({ left, right }) => left < MARGIN.side - TOLERANCE || right > width - MARGIN.side + TOLERANCE,
        ),
      );
      expect(outside.map(({ text }) => text)).toEqual([]);
    }
  });

  test('leaves no heading alone at the foot of a sheet', async ({ page, twoReports, skip }) => {
    skip(!(await hasChineseFont(page)), 'There is no Chinese font on this machine.');
    await page.goto(`${twoReports.url}sample-2025/lamps/`);
    const heading = page.locator('#s4');
    const title = squeeze(await heading.innerText());
    // Pushed down by its own height again and again, the heading passes the foot of the first sheet.
    for (let lines = 14; lines < 25; lines += 2) {
      await heading.evaluate((element, space) => {
        element.style.paddingBlockStart = `${space * 18}pt`;
      }, lines);
      const alone = (await printPage(page)).filter((sheet) => printedText([sheet]).endsWith(title));
      expect(alone).toEqual([]);
    }
  });

  test('repeats the head of a table on each sheet that it goes on to', async ({ page, twoReports, skip }) => {
    skip(!(await hasChineseFont(page)), 'There is no Chinese font on this machine.');
    await page.goto(`${twoReports.url}sample-2025/lamps/`);
    await page.locator('#t1 tbody').evaluate((body) => {
      for (let row = 0; row < 80; row += 1) body.append(body.lastElementChild!.cloneNode(true));
    });
    const withTable = (await printPage(page)).filter((sheet) => printedText([sheet]).includes('西城区'));
    expect(withTable.length).toBeGreaterThan(1);
    expect(withTable.filter((sheet) => !printedText([sheet]).includes('每盏年均电费'))).toEqual([]);
  });

  test('is light where the screen is dark', async ({ visitor, site }) => {
    const page = await visitor.open({ colorScheme: 'dark' });
    await page.goto(site.url);
    await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const colours = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return { color, backgroundColor };
    });
    expect(colours).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' });
  });

  test('has the public address where the site knows it', async ({ page, site, skip }) => {
    skip(!(await hasChineseFont(page)), 'There is no Chinese font on this machine.');
    await page.goto(`${site.url}caict-ai-2024/technology/`);
    const text = printedText(await printPage(page));
    expect(text).toContain('本页地址：https://reader.example/caict-ai-2024/technology/');
    expect(text).not.toContain('127.0.0.1');
  });

  test('has what was searched for, and what was found', async ({ page, site, skip }) => {
    skip(!(await hasChineseFont(page)), 'There is no Chinese font on this machine.');
    await page.goto(`${site.url}search/?q=${encodeURIComponent('数据集')}`);
    await page.locator('[data-result]').first().waitFor();
    const text = printedText(await printPage(page));
    expect(text).toMatch(/搜索全文数据集共找到\d+条结果/u);
    expect(text).not.toContain('显示更多');
  });
});
