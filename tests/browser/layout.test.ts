import { describe, expect } from 'vitest';
import { test } from '../support/browser-test.ts';
import { measureOverflow, NO_OVERFLOW } from '../support/overflow.ts';
import { openKind, PAGE_KINDS } from '../support/page-kinds.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** WCAG 1.4.10 asks for no sideways scrolling at 320 CSS pixels, which is 1280 at 400 %. */
const NARROWEST = { viewport: { width: 320, height: 640 } };
/** Smallest side of what is touched, in CSS pixels, links within text aside (WCAG 2.5.8). */
const SMALLEST_TARGET = 24;
/** A line of Chinese is read best at this many characters. */
const LINE = { shortest: 36, longest: 40 };

describe.each(Object.entries(PAGE_KINDS))('%s', (_kind, path) => {
  test('never scrolls sideways, on a phone or enlarged to 400 %', async ({ visitor, twoReports }) => {
    for (const view of [PHONE, NARROWEST]) {
      const page = await visitor.open(view);
      await openKind(page, twoReports.url, path);
      expect(await measureOverflow(page)).toEqual(NO_OVERFLOW);
    }
    const others = visitor.problems.filter((problem) => !problem.includes('status of 404'));
    visitor.problems.splice(0, visitor.problems.length, ...others);
  });
});

describe('a wide table', () => {
  test('scrolls by itself, also by the keyboard', async ({ visitor, twoReports }) => {
    const page = await visitor.open(PHONE);
    await page.goto(`${twoReports.url}sample-2025/lamps/`);
    const region = page.locator('#t1 [role=region]');
    await region.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
    expect(page.url()).toContain('/lamps/');
  });

  test('keeps its caption in sight, before and after it is scrolled', async ({ visitor, twoReports }) => {
    const page = await visitor.open(PHONE);
    await page.goto(`${twoReports.url}sample-2025/lamps/`);
    const places = await page.locator('#t1 [role=region]').evaluate((region) => {
      region.querySelector('table')!.style.inlineSize = '1200px';
      const measure = (): readonly [number, number] => {
        const words = document.createRange();
        words.selectNodeContents(region.querySelector('caption .in-sight')!);
        const { left, right } = words.getBoundingClientRect();
        return [left, right];
      };
      const before = measure();
      region.scrollLeft = 700;
      return [before, measure()];
    });
    for (const [left, right] of places) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(PHONE.viewport.width);
    }
  });
});

describe('on a phone', () => {
  test('everything that is touched is large enough', async ({ visitor, twoReports }) => {
    const page = await visitor.open(PHONE);
    for (const path of ['', 'caict-ai-2024/', 'sample-2025/lamps/', 'caict-ai-2024/v/5/']) {
      await page.goto(twoReports.url + path);
      const small = await page
        .locator('header a, header button, header summary, nav a, main button')
        .evaluateAll(
          (elements, smallest) =>
            elements
              .filter((element) => element.checkVisibility())
              .map((element) => ({
                box: element.getBoundingClientRect(),
                name: element.outerHTML.slice(0, 80),
              }))
              .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < smallest)
              .map(({ name }) => name),
          SMALLEST_TARGET,
        );
      expect(small).toEqual([]);
    }
  });
});

describe('the reading column', () => {
  test(`holds ${LINE.shortest} to ${LINE.longest} Chinese characters a line on a desktop`, async ({
    page,
    twoReports,
  }) => {
    await page.goto(`${twoReports.url}sample-2025/lamps/`);
    const characters = await page.locator('#p4').evaluate((paragraph) => {
      const { fontSize } = getComputedStyle(paragraph);
      return paragraph.clientWidth / parseFloat(fontSize);
    });
    expect(Math.floor(characters)).toBeGreaterThanOrEqual(LINE.shortest);
    expect(Math.floor(characters)).toBeLessThanOrEqual(LINE.longest);
  });
});

describe('the title of a report', () => {
  test('keeps its year on one line, however narrow', async ({ visitor, twoReports }) => {
    const page = await visitor.open(PHONE);
    for (const path of ['', 'caict-ai-2024/']) {
      for (let width = 320; width <= 640; width += 20) {
        await page.setViewportSize({ width, height: 800 });
        if (width === 320) await page.goto(twoReports.url + path);
        const lines = await page
          .locator('main')
          .getByText('（2024年）', { exact: true })
          .first()
          .evaluate((year) => year.getClientRects().length);
        expect(lines, `at ${width}`).toBe(1);
      }
    }
  });
});

describe('without JavaScript', () => {
  test('everything can be read and reached', async ({ visitor, twoReports }) => {
    const page = await visitor.open({ javaScriptEnabled: false });
    await page.goto(`${twoReports.url}sample-2025/`);
    await page.getByRole('link', { name: '前言' }).first().click();
    await page.waitForURL('**/preface/');
    await page.locator('a[rel=next]').click();
    await page.waitForURL('**/lamps/');
    expect(await page.locator('#p4').innerText()).toContain('路灯');
    await page.locator('#p4 .note-mark a').click();
    expect(new URL(page.url()).hash).toBe('#n1');
    const note = page.locator('#n1');
    expect(await note.innerText()).toContain('指已编号的路灯');
    await note.locator('a').first().click();
    expect(new URL(page.url()).hash).toBe('#n1-mark');
  });

  test('nothing is offered that would not work', async ({ visitor, twoReports }) => {
    const page = await visitor.open({ javaScriptEnabled: false });
    for (const path of ['caict-ai-2024/', 'sample-2025/lamps/']) {
      await page.goto(twoReports.url + path);
      const offered = page.locator('button:visible');
      expect(await offered.allInnerTexts()).toEqual([]);
    }
  });

  test('the search page offers the contents instead', async ({ visitor, twoReports }) => {
    const page = await visitor.open({ javaScriptEnabled: false });
    await page.goto(`${twoReports.url}search/?q=%E8%B7%AF%E7%81%AF`);
    const links = await page
      .locator('main a:visible')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links).toEqual(expect.arrayContaining([expect.stringContaining('/reports/sample-2025/')]));
  });

  test('an old chapter address still leads to the new one', async ({ visitor, twoReports }) => {
    const page = await visitor.open({ javaScriptEnabled: false });
    await page.goto(`${twoReports.url}sample-2025/lanterns/`);
    await page.waitForURL('**/sample-2025/lamps/**');
  });
});

describe('a passage with an address', () => {
  test('is set ragged: the line before the address would be torn apart', async ({ page, twoReports }) => {
    await page.goto(`${twoReports.url}sample-2025/lamps/`);
    const settings = await page.evaluate(() => {
      const passages = [...document.querySelectorAll('.prose p[id^=p]')].slice(0, 2);
      const link = document.createElement('a');
      link.href = 'https://example.org/a/long/address';
      passages[0]?.append(link);
      return passages.map((passage) => getComputedStyle(passage).textAlign);
    });
    expect(settings).toEqual(['start', 'justify']);
  });
});

describe('a passage in English', () => {
  test('is set ragged, in a Latin font, its emphasis in italics; Chinese stays as it is', async ({
    page,
    twoReports,
  }) => {
    await page.goto(`${twoReports.url}sample-2025/lamps/`);
    const [english, chinese] = await page.evaluate(() => {
      const passages = [...document.querySelectorAll('.prose p[id^=p]')].slice(0, 2);
      passages[0]?.setAttribute('lang', 'en');
      return passages.map((passage) => {
        const em = passage.appendChild(document.createElement('em'));
        const { textAlign, fontFamily } = getComputedStyle(passage);
        const { fontStyle, textEmphasisStyle } = getComputedStyle(em);
        return { textAlign, isLatinFirst: fontFamily.startsWith('system-ui'), fontStyle, textEmphasisStyle };
      });
    });
    expect(english).toEqual({
      textAlign: 'start',
      isLatinFirst: true,
      fontStyle: 'italic',
      textEmphasisStyle: 'none',
    });
    expect(chinese).toMatchObject({ textAlign: 'justify', isLatinFirst: false, fontStyle: 'normal' });
  });
});
