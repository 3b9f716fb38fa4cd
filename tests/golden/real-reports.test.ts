import { execFile } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBuiltSite } from '../../scripts/checks/built-site.ts';
import { readContent, type Content } from '../../scripts/checks/content.ts';
import { runSiteRules } from '../../scripts/checks/run-rules.ts';
import { ingestReport } from '../../scripts/ingest/ingest-report.ts';
import { serveSite, type SiteServer } from '../../scripts/serve/site-server.ts';
import { runNode } from '../../scripts/steps/run-node.ts';
import { axeViolations } from '../support/axe-violations.ts';
import { launch, prepareChromium } from '../support/chromium.ts';
import { ROOT } from '../support/source-files.ts';

/** Real reports are not ours to commit: they lie beside the project on the machines of those who work on the reader. */
const CORPUS = join(ROOT, '../shared/corpus');
const RULER = join(ROOT, '../shared/pdf-lab/score.ts');
const names = existsSync(CORPUS)
  ? readdirSync(CORPUS)
      .filter((file) => file.endsWith('.pdf'))
      .map((file) => file.replace(/\.pdf$/u, ''))
  : [];
if (names.length === 0) console.log('No real reports in ../shared/corpus: the tests over them are skipped.');

/** What the ruler measured when this was written; less is a step back. */
const AT_LEAST = {
  headingF1: 0.99,
  headingLevelF1: 0.99,
  headingPage: 0.99,
  headingPrintedPage: 0.99,
  captionF1: 0.99,
  contents: 1,
  contentsPage: 1,
};
/** Percent of characters, of paragraphs, or counts. A few paragraphs do end in a colon or before a formula. */
const AT_MOST = {
  lostPercent: 0.05,
  inventedPercent: 0.05,
  badPer10k: 0,
  blocksWithoutOrigin: 0,
  brokenPercent: 4,
};
/** Four reports of about fifty pages are read and one site is built, on a machine that may be busy; milliseconds. */
const PATIENCE = 240_000;

const idOf = (name: string): string => name.replaceAll('_', '-');

describe.skipIf(names.length === 0)('real reports', () => {
  let folder = '';
  let content: Content = { files: [] };
  let server: SiteServer | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'real-reports-'));
    for (const name of names) await ingest(name, folder);
    content = readContent(join(folder, 'content'));
    const arguments_ = ['--quiet', '--out', join(folder, 'dist'), '--cache', join(folder, 'cache')];
    const build = runNode('scripts/build.ts', arguments_, {
      BASE: '/',
      SITE: '',
      CONTENT_DIR: join(folder, 'content'),
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
    });
    expect(await build.done).toBe(0);
    server = await serveSite({ folder: join(folder, 'dist') });
    browser = await launch(await prepareChromium());
  }, PATIENCE);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(names)('%s is read as well as it was', async (name) => {
    const scores = await scoresOf(name, folder);
    for (const [key, least] of Object.entries(AT_LEAST)) {
      if (scores[key] !== null) expect(scores[key], key).toBeGreaterThanOrEqual(least);
    }
    for (const [key, most] of Object.entries(AT_MOST)) {
      if (scores[key] !== null) expect(scores[key], key).toBeLessThanOrEqual(most);
    }
  });

  it('make a site that breaks no rule', () => {
    const site = readBuiltSite(join(folder, 'dist'), { base: '/' });
    expect(site.pages.size).toBeGreaterThan(names.length * 5);
    for (const { good, findings } of runSiteRules(site, content)) expect(findings, good).toEqual([]);
  });

  it.each(names)('%s has chapters that break no rule of accessibility', async (name) => {
    const page = await browser!.newPage({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
    await page.goto(`${server!.url}${idOf(name)}/${longestChapter(name, content)}/`);
    expect(await page.locator('main p').count()).toBeGreaterThan(10);
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });
});

/** Reads one report into the content folder, and its document into the ruler's folder. */
async function ingest(name: string, folder: string): Promise<void> {
  const outFolder = join(folder, 'content/reports', idOf(name));
  await ingestReport({
    id: idOf(name),
    folder: outFolder,
    outFolder,
    pdfPath: join(CORPUS, `${name}.pdf`),
    onProgress: () => undefined,
  });
}

async function scoresOf(name: string, folder: string): Promise<Readonly<Record<string, number | null>>> {
  const truth = join(RULER, '../truth', `${name}.json`);
  const document = join(folder, 'content/reports', idOf(name), 'document.json');
  const { stdout } = await promisify(execFile)(process.execPath, [RULER, '--json', truth, document]);
  const [result] = JSON.parse(stdout) as { scores: Record<string, number | null>; error?: string }[];
  expect(result?.error).toBeUndefined();
  return result!.scores;
}

function longestChapter(name: string, { files }: Content): string {
  const chapters = files.filter(({ path }) => path.startsWith(`reports/${idOf(name)}/chapters/`));
  const longest = [...chapters].sort((a, b) => b.text.length - a.text.length)[0]!;
  return /([^/]+)\.mdx$/u.exec(longest.path)![1]!;
}
