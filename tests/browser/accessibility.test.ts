import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import { describe, expect } from 'vitest';
import type { Page } from 'playwright-core';
import { test } from '../support/browser-test.ts';
import { openKind, PAGE_KINDS } from '../support/page-kinds.ts';

/** Level A and AA of WCAG 2.0 to 2.2, and what axe's authors count as good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Violations as lines to read: the rule, what it wants, and where. */
async function violations(page: Page): Promise<readonly string[]> {
  // Evaluated over the debugging protocol, which the page's Content-Security-Policy does not bind.
  await page.evaluate(axe);
  const results = await page.evaluate((tags) => {
    const { axe: runner } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
    return runner.run({ runOnly: { type: 'tag', values: tags } });
  }, RULES);
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.target.join(' ')} – ${node.failureSummary ?? ''}`),
  );
}

const VIEWS = [
  { name: 'on a phone', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  { name: 'on a desktop', viewport: { width: 1280, height: 800 } },
] as const;

describe.each(Object.entries(PAGE_KINDS))('%s', (_kind, path) => {
  test('breaks no rule of accessibility, on a phone and a desktop, light and dark', async ({
    visitor,
    shelf,
  }) => {
    const found: string[] = [];
    for (const { name, ...view } of VIEWS) {
      const page = await visitor.open({ ...view, reducedMotion: 'reduce' });
      await openKind(page, shelf.url, path);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        found.push(...(await violations(page)).map((line) => `${name}, ${colorScheme}: ${line}`));
      }
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
  ] as const)('breaks no rule of accessibility: %s', async ([, opener, path], { page, shelf }) => {
    await page.goto(shelf.url + path);
    await page.locator(opener).first().click();
    await page.locator('dialog[open], [popover]:popover-open').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('breaks no rule of accessibility: the contents of a chapter on a phone', async ({
    visitor,
    shelf,
  }) => {
    const page = await visitor.open({ viewport: { width: 390, height: 844 } });
    await page.goto(`${shelf.url}caict-ai-2024/technology/`);
    await page.locator('[data-contents-menu] summary').click();
    await page.locator('[data-contents-menu] nav').waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

/** The browser itself reports the status of the 404 page on the console. */
function takeOut404(problems: string[], path: string): void {
  if (path !== PAGE_KINDS['the page of an unknown address']) return;
  const others = problems.filter((problem) => !problem.includes('status of 404'));
  problems.splice(0, problems.length, ...others);
}
