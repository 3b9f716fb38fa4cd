import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** Level A and AA of WCAG 2.0 to 2.2, and what axe's authors count as good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the open page, as lines to read: the rule, what it wants, and where. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // Evaluated over the debugging protocol, which the page's Content-Security-Policy does not bind.
  await page.evaluate(await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8'));
  const { violations } = await page.evaluate((tags) => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
    return axe.run({ runOnly: { type: 'tag', values: tags } });
  }, RULES);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.target.join(' ')} – ${node.failureSummary ?? ''}`),
  );
}
