import { describe, expect, it } from 'vitest';
import { readBuiltSite } from '../../scripts/checks/built-site.ts';
import { reportIds } from '../../scripts/checks/content.ts';
import { CONTENT_RULES, SITE_RULES } from '../../scripts/checks/rules.ts';
import { corpusSite, hasCorpus } from '../support/corpus-site.ts';
import { readSiteContent } from '../support/read-site-content.ts';

describe.runIf(hasCorpus)('real reports, as they come out of ingest', () => {
  it('each have a home and chapters', () => {
    const site = corpusSite();
    const { pages } = readBuiltSite(site.folder, site);
    const content = readSiteContent(site);
    const counts = reportIds(content).map((id) => ({
      id,
      hasHome: pages.has(`${id}/index.html`),
      hasChapters: [...pages.keys()].filter((path) => path.startsWith(`${id}/`)).length >= 4,
    }));
    expect(counts.length).toBeGreaterThan(0);
    expect(counts.filter(({ hasHome, hasChapters }) => !hasHome || !hasChapters)).toEqual([]);
  });

  it.each(CONTENT_RULES.map((rule) => [rule.good, rule] as const))('%s', (_good, rule) => {
    expect(rule.check(readSiteContent(corpusSite()))).toEqual([]);
  });

  it.each(SITE_RULES.map((rule) => [rule.good, rule] as const))('%s', (_good, rule) => {
    const site = corpusSite();
    expect(rule.check(readBuiltSite(site.folder, site), readSiteContent(site))).toEqual([]);
  });
});
