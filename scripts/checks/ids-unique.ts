import type { SiteRule } from './rule.ts';

/** An address means one place. */
export const idsUnique: SiteRule = {
  id: 'site/ids-unique',
  good: 'No id occurs twice on a page.',
  check: (site) =>
    [...site.pages.values()].flatMap((page) => {
      const twice = page.ids.filter((id, index) => page.ids.indexOf(id) !== index);
      return [...new Set(twice)].map((id) => ({
        file: `dist/${page.path}`,
        reason: `The id "${id}" occurs more than once.`,
      }));
    }),
};
