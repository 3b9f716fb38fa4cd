import { describe, expect } from 'vitest';
import { readContent, reportIds } from '../../scripts/checks/content.ts';
import { readBuiltSite } from '../../scripts/checks/built-site.ts';
import { findViolations } from '../support/accessibility.ts';
import { test } from '../support/browser-test.ts';
import { corpusSite, hasCorpus } from '../support/corpus-site.ts';
import { measureOverflow, NO_OVERFLOW } from '../support/overflow.ts';

/** A long report has many pages, and the machine may be busy, in milliseconds. */
const PATIENCE = 240_000;

/** Every other page is asked for accessibility: chapters of one report are alike, and every kind of page is asked elsewhere. */
const ASKED = 2;
/** Pages of a report take turns, so that each is seen once and every view several times. */
const VIEWS = [
  { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: 'light' },
  { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: 'dark' },
  { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
] as const;

/** A file without any test counts as a failure. */
const ids = hasCorpus ? reportIds(readContent(corpusSite().contentFolder)) : ['(none here)'];

describe.runIf(hasCorpus).each(ids)('the real report %s', (id) => {
  test(
    'never scrolls sideways on any page, and breaks no rule of accessibility',
    async ({ visitor }) => {
      const site = corpusSite();
      const paths = [...readBuiltSite(site.folder, site).pages.keys()].filter((path) =>
        path.startsWith(`${id}/`),
      );
      expect(paths.length).toBeGreaterThan(3);
      const found: string[] = [];
      for (const [index, path] of paths.entries()) {
        const page = await visitor.open({ ...VIEWS[index % VIEWS.length]!, reducedMotion: 'reduce' });
        await page.goto(site.url + path.replace(/index\.html$/u, ''));
        const overflow = await measureOverflow(page);
        if (overflow.pixels !== NO_OVERFLOW.pixels) found.push(`${path}: ${JSON.stringify(overflow)}`);
        // Turns of four views, two pages each: every view is asked.
        if (Math.floor(index / VIEWS.length + index) % ASKED === 0)
          found.push(...(await findViolations(page)).map((line) => `${path}: ${line}`));
        await page.context().close();
      }
      expect(found).toEqual([]);
    },
    PATIENCE,
  );
});
