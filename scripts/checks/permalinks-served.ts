import { permalinksSchema } from '../../src/schema/permalinks.ts';
import { resolveAddress, type BuiltSite } from './built-site.ts';
import { displayPath, readYaml, reportIds } from './content.ts';
import type { Finding, SiteRule } from './rule.ts';

/** Every address of the manifest leads somewhere on the built site. */
export const permalinksServed: SiteRule = {
  id: 'site/permalinks-served',
  good: 'Every id of every permalinks manifest stands on the page that the manifest names, and old addresses redirect.',
  check: (site, content) =>
    reportIds(content).flatMap((report) => {
      const file = content.files.find(({ path }) => path === `reports/${report}/permalinks.yaml`);
      if (!file) return [];
      const manifest = readYaml(permalinksSchema, file);
      if (manifest === undefined)
        return [{ file: displayPath(file), reason: 'It cannot be read; content/fits-schema says why.' }];
      const { entries, redirects } = manifest;
      const missing = entries.flatMap(({ id, chapter, formerly = [] }) =>
        [chapter, ...formerly]
          .filter((slug) => !hasAnchor(site, report, slug, id))
          .map((slug) => ({ slug, id })),
      );
      return [
        ...missing.map(({ slug, id }): Finding => ({
          file: displayPath(file),
          reason: `#${id} is not on the built page of "${slug === '' ? report : `${report}/${slug}`}".`,
        })),
        ...Object.entries(redirects).flatMap(([from, to]): Finding[] =>
          leadsTo(site, report, from, to)
            ? []
            : [
                {
                  file: displayPath(file),
                  reason: `The old chapter address "${from}" does not lead to "${to}".`,
                },
              ],
        ),
      ];
    }),
};

/** The home of the only report may be the home of the site. */
function pagesOf(site: BuiltSite, report: string, slug: string): readonly string[] {
  if (slug !== '') return [`${report}/${slug}/index.html`];
  return [`${report}/index.html`, ...(site.pages.has(`${report}/index.html`) ? [] : ['index.html'])];
}

function hasAnchor(site: BuiltSite, report: string, slug: string, id: string): boolean {
  return pagesOf(site, report, slug).some((path) => {
    const page = site.pages.get(path);
    if (page === undefined || page.redirect === undefined) return page?.ids.includes(id) ?? false;
    const target = resolveAddress(site, path, page.redirect);
    return typeof target === 'object' && (site.pages.get(target.path)?.ids.includes(id) ?? false);
  });
}

function leadsTo(site: BuiltSite, report: string, from: string, to: string): boolean {
  const path = `${report}/${from}/index.html`;
  const redirect = site.pages.get(path)?.redirect;
  const target = redirect === undefined ? 'invalid' : resolveAddress(site, path, redirect);
  return typeof target === 'object' && target.path === `${report}/${to}/index.html`;
}
