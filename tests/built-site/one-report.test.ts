import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildOnce } from '../support/built-site.ts';
import { readPage } from '../support/page-text.ts';
import { ROOT } from '../support/source-files.ts';
import { select } from 'hast-util-select';

/** The home page of a shelf with one report is that report's, though its address names none. */
it('the home page of an only report shows its introduction with the pages of the original', async () => {
  const fixtures = join(ROOT, 'tests', 'fixtures', 'content');
  const { distFolder } = await buildOnce({ base: '/', contentFolders: [fixtures] });
  const home = readPage(distFolder, 'index.html');
  expect(select('#p99 #page-3', home)).toBeDefined();
  expect(select('#page-3', readPage(distFolder, 'sample-2025/index.html'))).toBeDefined();
}, 60_000);
