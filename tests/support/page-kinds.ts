import type { Page } from 'playwright-core';

/** One page of every kind, by its address below the base of the site with two reports. */
export const PAGE_KINDS: Readonly<Record<string, string>> = {
  'the list of reports': '',
  'a report that has only its article': 'caict-ai-2024/',
  'a report that has its PDF': 'sample-2025/',
  'front matter': 'sample-2025/preface/',
  'a chapter with figures, tables and notes': 'sample-2025/lamps/',
  'a chapter whose text is missing in parts': 'sample-2025/sky/',
  'a chapter of viewpoints': 'caict-ai-2024/technology/',
  'all viewpoints on one page': 'caict-ai-2024/v/',
  'a viewpoint': 'caict-ai-2024/v/5/',
  'a viewpoint with evidence': 'sample-2025/v/1/',
  'the list of figures': 'sample-2025/figures/',
  'the list of tables': 'sample-2025/tables/',
  'the references of a report': 'sample-2025/cite/',
  'the source of an article': 'caict-ai-2024/source/',
  'the source of a PDF': 'sample-2025/source/',
  'the search page': 'search/',
  'the page of an unknown address': 'no/such/page/',
};

/** Shows a kind of page; the page of an unknown address comes with status 404, which the console calls an error. */
export async function openKind(page: Page, base: string, path: string): Promise<void> {
  const response = await page.goto(base + path);
  const expected = path === PAGE_KINDS['the page of an unknown address'] ? 404 : 200;
  if (response?.status() !== expected)
    throw new Error(`${path} came with status ${String(response?.status())}.`);
}
