import { describe, expect } from 'vitest';
import { test } from '../support/browser-test.ts';

/** The browser reports what it could not load on the console; here that is wanted. */
function forgive(problems: string[]): void {
  const others = problems.filter(
    (problem) => !/Failed to load resource|net::ERR|status of 404/u.test(problem),
  );
  problems.splice(0, problems.length, ...others);
}

const QUERY = `search/?q=${encodeURIComponent('大模型')}`;

describe('when search cannot work', () => {
  test.for([
    ['the index is missing', '**/pagefind/**', { status: 404, body: 'no' }, '文件缺失'],
    [
      'the index is another page',
      '**/pagefind/**',
      { status: 200, body: '<!doctype html>' },
      '文件缺失或已损坏',
    ],
    ['a part of the index is broken', '**/*.pf_index', { status: 200, body: 'pagefind_dcd\xff' }, '已损坏'],
    ['a passage is missing', '**/*.pf_fragment', { status: 404, body: '' }, '文件缺失'],
  ] as const)(
    '%s: says so and offers the contents, never an empty list',
    async ([, files, answer, words], { visitor, page, site }) => {
      await page.route(files, (route) => route.fulfill(answer));
      await page.goto(site.url + QUERY);
      await page.locator('[data-search-failure]').waitFor();
      expect(await page.locator('#search-status').textContent()).toContain('搜索暂时不可用');
      expect(await page.locator('[data-search-failure]').textContent()).toContain(words);
      expect(await page.locator('[data-search-failure] a').getAttribute('href')).toBe('/');
      expect(await page.getByRole('navigation', { name: /目录$/u }).first().isVisible()).toBe(true);
      await page.unroute(files);
      await page.getByRole('button', { name: '再试一次' }).click();
      await page.locator('#search-results > li').first().waitFor();
      expect(await page.locator('[data-search-failure]').count()).toBe(0);
      forgive(visitor.problems);
    },
  );

  test('the network is lost while typing: says so, and finds again once it is back', async ({
    visitor,
    page,
    site,
  }) => {
    await page.goto(`${site.url}caict-ai-2024/technology/`);
    await page.keyboard.press('/');
    await page.locator('#search-dialog[open]').waitFor();
    await page.context().setOffline(true);
    await page.keyboard.type('大模型');
    await page.locator('[data-search-failure]', { hasText: '网络似乎断开了' }).waitFor();
    expect(await page.locator('#search-results > li').count()).toBe(0);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.locator('#search-results > li').first().waitFor();
    forgive(visitor.problems);
  });

  test('workers are refused: searches in the page instead', async ({ page, site }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'Worker', {
        value: function Worker() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await page.goto(site.url + QUERY);
    await page.locator('#search-results > li').first().waitFor();
  });

  test("the worker's file cannot be had: searches in the page instead", async ({ visitor, page, site }) => {
    await page.route('**/worker-*.js', (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto(site.url + QUERY);
    await page.locator('#search-results > li').first().waitFor();
    forgive(visitor.problems);
  });

  test('WebAssembly is refused: it is not needed', async ({ page, site }) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
    await page.goto(site.url + QUERY);
    await page.locator('#search-results > li').first().waitFor();
  });

  test('the browser cannot unpack the index: says that it is too old', async ({ page, site }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, 'DecompressionStream');
      Reflect.deleteProperty(window, 'Worker');
    });
    await page.goto(site.url + QUERY);
    await page.locator('[data-search-failure]', { hasText: '版本较旧' }).waitFor();
  });

  test('scripts are off: offers the contents', async ({ visitor, site }) => {
    const page = await visitor.open({ javaScriptEnabled: false });
    await page.goto(`${site.url}search/`);
    expect(await page.locator('noscript').first().textContent()).toContain('JavaScript');
    await page
      .getByRole('link', { name: /技术创新/u })
      .first()
      .click();
    expect(page.url()).toContain('/technology/');
  });
});
