import { resolveAddress } from './built-site.ts';
import { cssAddresses } from './html-page.ts';
import type { Finding, SiteRule } from './rule.ts';

/** Reading here tells nobody else that you do. */
export const ownOrigin: SiteRule = {
  id: 'site/own-origin',
  good: 'No page or style sheet makes a browser ask another origin for anything.',
  check: (site) => {
    const isForeign = (path: string, url: string): boolean =>
      !url.startsWith('data:') && resolveAddress(site, path, url) === 'outside';
    const report = (path: string, url: string): Finding => ({
      file: `dist/${path}`,
      reason: `It loads "${url}" from another origin.`,
    });
    const pages = [...site.pages.values()].flatMap((page) =>
      page.references
        .filter(({ loads, url }) => loads && isForeign(page.path, url))
        .map(({ url }) => report(page.path, url)),
    );
    const sheets = [...site.styleSheets].flatMap(([path, css]) =>
      cssAddresses(css)
        .filter((url) => isForeign(path, url))
        .map((url) => report(path, url)),
    );
    return [...pages, ...sheets];
  },
};
