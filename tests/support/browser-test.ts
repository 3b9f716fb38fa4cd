import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect, inject, test as baseTest } from 'vitest';
import type { TestSite } from './built-site-setup.ts';
import { launch } from './chromium.ts';

/** How long a page may take to do what it is asked to, in milliseconds. */
const ACTION_TIMEOUT = 15_000;
const DESKTOP = { width: 1280, height: 800 };

/** Opens pages that are watched, with a fresh profile each. */
export interface Visitor {
  /** A new profile (storage, cache, permissions) with one empty page. Closed after the test. */
  readonly open: (options?: BrowserContextOptions) => Promise<Page>;
  /**
   * What no page of ours may do: requests to other origins, uncaught exceptions, errors on the console (broken
   * Content-Security-Policy rules and missing files among them). Each fails the test at its end; a test that provokes one
   * on purpose takes it out.
   */
  readonly problems: string[];
}

interface Fixtures {
  readonly browser: Browser;
  readonly visitor: Visitor;
  /** An empty desktop page (1280 × 800) of a fresh profile, light, zh-CN. */
  readonly page: Page;
  /** The site of this repository's report. */
  readonly site: TestSite;
  /** Two reports, one with every element, under a base path. */
  readonly twoReports: TestSite;
}

/**
 * `test` with a real browser: `test('…', async ({ page, site }) => { await page.goto(site.url); … })`. The browser is
 * started once for each test file.
 */
export const test = baseTest.extend<Fixtures>({
  browser: [
    async ({}, use) => {
      const program = inject('browserProgram');
      if ('failure' in program) throw new Error(program.failure);
      const browser = await launch(program);
      await use(browser);
      await browser.close();
    },
    { scope: 'file' },
  ],
  visitor: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    const problems: string[] = [];
    await use({
      problems,
      open: async (options) => {
        const context = await openContext(browser, options);
        contexts.push(context);
        watch(context, problems);
        return context.newPage();
      },
    });
    for (const context of contexts) await context.close();
    expect(problems, 'what the pages did that no page may do').toEqual([]);
  },
  page: async ({ visitor }, use) => use(await visitor.open()),
  site: async ({}, use) => use(inject('rootSite')),
  twoReports: async ({}, use) => use(inject('twoReportsSite')),
});

async function openContext(browser: Browser, options?: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: DESKTOP,
    locale: 'zh-CN',
    colorScheme: 'light',
    ...options,
  });
  context.setDefaultTimeout(ACTION_TIMEOUT);
  return context;
}

function watch(context: BrowserContext, problems: string[]): void {
  context.on('request', (request) => {
    const url = new URL(request.url());
    const isLocal =
      url.hostname === '127.0.0.1' ||
      url.hostname === 'localhost' ||
      !/^(?:https?|wss?):$/u.test(url.protocol);
    if (!isLocal) problems.push(`a request to another origin: ${request.url()}`);
  });
  context.on('weberror', (error) => {
    problems.push(`an uncaught exception: ${String(error.error().stack ?? error.error())}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error')
      problems.push(`an error on the console: ${message.text()} (${message.location().url})`);
  });
}
