import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** Level A and AA of WCAG 2.0 to 2.2, and what axe's authors count as good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/**
 * What axe finds wrong with a page as it is now, as lines to read: the rule, what it wants, and where.
 * @param what `colours` tries only what depends on them, for a page that was seen in other colours before
 */
export async function findViolations(
  page: Page,
  what: 'everything' | 'colours' = 'everything',
): Promise<readonly string[]> {
  // Evaluated over the debugging protocol, which the page's Content-Security-Policy does not bind.
  await page.evaluate(axe);
  const runOnly =
    what === 'everything' ? { type: 'tag', values: RULES } : { type: 'rule', values: ['color-contrast'] };
  const results = await page.evaluate(
    (options) => {
      const { axe: runner } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
      return runner.run(options);
    },
    { runOnly, resultTypes: ['violations'] },
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.target.join(' ')} – ${node.failureSummary ?? ''}`),
  );
}
