import { resolveAddress, type BuiltSite } from './built-site.ts';
import type { HtmlPage } from './html-page.ts';
import type { Finding, SiteRule } from './rule.ts';

/** Fragments that mean something to a viewer or browser and are no ids: `#page=12`, `#:~:text=…`, `#top`. */
const NO_ID = /^(?:page=|:~:|top$)/u;

/** Every address on the site leads to a file, and every fragment to an element. */
export const linksResolve: SiteRule = {
  id: 'site/links-resolve',
  good: 'Every link, anchor, picture and script of every page leads to something that is there.',
  check: (site) => [...site.pages.values()].flatMap((page) => checkPage(site, page)),
};

function checkPage(site: BuiltSite, page: HtmlPage): readonly Finding[] {
  const named = page.references.map(({ url, tag, attribute }) => ({ url, where: `<${tag} ${attribute}>` }));
  const all = page.redirect === undefined ? named : [...named, { url: page.redirect, where: 'its redirect' }];
  return all.flatMap(({ url, where }) => {
    const reason = problemWith(site, page, url);
    return reason === undefined
      ? []
      : [{ file: `dist/${page.path}`, reason: `${where} names "${url}": ${reason}` }];
  });
}

function problemWith(site: BuiltSite, page: HtmlPage, url: string): string | undefined {
  if (url.trim() === '') return 'the address is empty.';
  const target = resolveAddress(site, page.path, url);
  if (target === 'outside') return undefined;
  if (target === 'invalid') return 'that is no address.';
  if (target === 'beyond-base') return `that lies outside of the site's base path ${site.base}/.`;
  if (!site.files.has(target.path)) return `there is no ${target.path}.`;
  const ids = site.pages.get(target.path)?.ids;
  if (target.fragment === '' || NO_ID.test(target.fragment) || ids === undefined) return undefined;
  return ids.includes(target.fragment)
    ? undefined
    : `${target.path} has no element with the id ${target.fragment}.`;
}
