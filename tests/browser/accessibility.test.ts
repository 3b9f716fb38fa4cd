import { describe, expect } from 'vitest';
import { findViolations } from '../support/accessibility.ts';
import { test } from '../support/browser-test.ts';
import { openKind, PAGE_KINDS } from '../support/page-kinds.ts';

const VIEWS = [
  { name: 'on a phone', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  { name: 'on a desktop', viewport: { width: 1280, height: 800 } },
] as const;

describe.each(Object.entries(PAGE_KINDS))('%s', (_kind, path) => {
  test('breaks no rule of accessibility, on a phone and a desktop, light and dark', async ({
    visitor,
    twoReports,
  }) => {
    const found: string[] = [];
    for (const { name, ...view } of VIEWS) {
      const page = await visitor.open({ ...view, reducedMotion: 'reduce' });
      await openKind(page, twoReports.url, path);
      const light = await findViolations(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      const dark = await findViolations(page, 'colours');
      found.push(
        ...light.map((line) => `${name}, light: ${line}`),
        ...dark.map((line) => `${name}, dark: ${line}`),
      );
    }
    takeOut404(visitor.problems, path);
    expect(found).toEqual([]);
  });
});

describe('what opens on top of a page', () => {
  test.for([
    ['the help', '[data-open-help]', 'caict-ai-2024/technology/'],
    ['a note', '#p4 .note-mark a', 'sample-2025/lamps/'],
    ['an enlarged figure', '#f1 a.zoom', 'sample-2025/lamps/'],
    ['the search', '[data-open-search]', 'caict-ai-2024/technology/'],
    ['the picture to send on', '[data-share]', 'caict-ai-2024/v/5/'],
  ] as const)('breaks no rule of accessibility: %s', async ([, opener, path], { page, twoReports }) => {
    // Before its scripts are there, a link does what links do.
    await page.goto(twoReports.url + path, { waitUntil: 'networkidle' });
    await page.locator(opener).first().click();
    await page.locator('dialog[open], [popover]:popover-open').first().waitFor();
    expect(await findViolations(page)).toEqual([]);
  });

  test('breaks no rule of accessibility: the contents of a chapter on a phone', async ({
    visitor,
    twoReports,
  }) => {
    const page = await visitor.open({ viewport: { width: 390, height: 844 } });
    await page.goto(`${twoReports.url}caict-ai-2024/technology/`);
    await page.locator('[data-contents-menu] summary').click();
    await page.locator('[data-contents-menu] nav').waitFor();
    expect(await findViolations(page)).toEqual([]);
  });
});

/** The browser itself reports the status of the 404 page on the console. */
function takeOut404(problems: string[], path: string): void {
  if (path !== PAGE_KINDS['the page of an unknown address']) return;
  const others = problems.filter((problem) => !problem.includes('status of 404'));
  problems.splice(0, problems.length, ...others);
}
