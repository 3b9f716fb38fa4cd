/**
 * Makes the PDF fixtures:
 * `node scripts/with-node.mjs tests/support/report-fixtures/build-fixtures.ts [measured|drawn|committed] [NAME…]`.
 * `measured` and `drawn` go to `.cache/pdf-fixtures/`, `committed` to `tests/fixtures/pdf/<name>/`. Needs Chromium, LibreOffice,
 * XeLaTeX and poppler on this machine; the tests need none of them, only what was committed.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { launch, prepareChromium } from '../chromium.ts';
import { fixturesOf, type FixtureSet } from './fixtures.ts';
import { printHtml, type Printed } from './print-html.ts';
import { printTex } from './print-tex.ts';
import { printWriter } from './print-writer.ts';
import type { Fixture } from './report-model.ts';
import { truthOf } from './write-truth.ts';
import type { Browser } from 'playwright-core';

const run = promisify(execFile);

function print(browser: Browser, fixture: Fixture): Promise<Printed> {
  switch (fixture.look.producer) {
    case 'chromium':
      return printHtml(browser, fixture);
    case 'writer':
      return printWriter(browser, fixture);
    case 'tex':
      return printTex(browser, fixture);
  }
}

/** Has cairo write the PDF anew. */
async function rewrite(printed: Printed): Promise<Printed> {
  const folder = await mkdtemp(join(tmpdir(), 'report-fixture-'));
  const [from, to] = [join(folder, 'from.pdf'), join(folder, 'to.pdf')];
  await writeFile(from, printed.pdf);
  await run('pdftocairo', ['-pdf', from, to]);
  const pdf = await readFile(to);
  await rm(folder, { recursive: true });
  return { ...printed, pdf };
}

async function write(fixture: Fixture, printed: Printed, set: FixtureSet): Promise<void> {
  const root = new URL(
    set !== 'committed' ? '../../../.cache/pdf-fixtures/' : '../../fixtures/pdf/',
    import.meta.url,
  );
  const folder = set !== 'committed' ? root.pathname : join(root.pathname, fixture.name);
  const [pdf, truth, text] =
    set !== 'committed'
      ? [`${fixture.name}.pdf`, `${fixture.name}.json`, `${fixture.name}.txt`]
      : ['input.pdf', 'truth.json', ''];
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, pdf!), printed.pdf);
  await writeFile(join(folder, truth!), `${JSON.stringify(truthOf(fixture, printed.layout), null, 1)}\n`);
  if (text !== '') await run('pdftotext', [join(folder, pdf!), join(folder, text!)]);
  const missing = fixture.report.blocks.filter(
    (block, n) => /heading|figure/u.test(block.type) && !printed.layout.places.has(n),
  );
  const size = Math.round(printed.pdf.length / 1024);
  console.log(
    `${fixture.name}: ${printed.layout.pageCount} pages, ${size} kB, ${missing.length} blocks not found on a page`,
  );
  for (const block of missing) console.log('  ', JSON.stringify(block).slice(0, 120));
}

const [set = 'measured', ...names] = process.argv.slice(2);
const browser = await launch(await prepareChromium());
try {
  for (const fixture of fixturesOf(set as FixtureSet)) {
    if (names.length > 0 && !names.includes(fixture.name)) continue;
    const printed = await print(browser, fixture);
    await write(fixture, fixture.look.rewritten ? await rewrite(printed) : printed, set as FixtureSet);
  }
} finally {
  await browser.close();
}
