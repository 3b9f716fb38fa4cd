import { describe, expect, inject, it } from 'vitest';
import { readBuiltSite } from '../../scripts/checks/built-site.ts';
import { runContentRules, runSiteRules } from '../../scripts/checks/run-rules.ts';
import { checkRegenerated } from '../../scripts/checks/regenerate.ts';
import { readContent } from '../../scripts/checks/content.ts';
import { readSiteContent } from '../support/read-site-content.ts';
import { ROOT } from '../support/source-files.ts';

describe.each([
  ['this report', inject('rootSite')],
  ['two reports under a base path', inject('twoReportsSite')],
])('the site of %s', (_name, testSite) => {
  const content = readSiteContent(testSite);
  const site = readBuiltSite(testSite.folder, { base: testSite.base, origin: testSite.origin });

  it('has pages', () => {
    expect(site.pages.size).toBeGreaterThan(10);
  });

  it.each(runSiteRules(site, content).map((result) => [result.good, result] as const))(
    '%s',
    (_good, result) => {
      expect(result.findings).toEqual([]);
    },
  );
});

describe('the content of this repository', () => {
  const content = readContent(`${ROOT}content`);

  it.each(runContentRules(content, ROOT).map((result) => [result.good, result] as const))(
    '%s',
    (_good, result) => {
      expect(result.findings).toEqual([]);
    },
  );

  it('is what ingest writes again', async () => {
    const results = await checkRegenerated(content);
    expect(results.length).toBeGreaterThan(0);
    expect(results.flatMap(({ findings }) => findings)).toEqual([]);
    expect(results.flatMap(({ skipped }) => skipped ?? [])).toEqual([]);
  });
});
