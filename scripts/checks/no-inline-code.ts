import type { SiteRule } from './rule.ts';

/** The site works under `script-src 'self'`. */
export const noInlineCode: SiteRule = {
  id: 'site/no-inline-code',
  good: "No page holds a script, an event handler or a javascript: address that script-src 'self' would block.",
  check: (site) =>
    [...site.pages.values()].flatMap((page) =>
      page.inlineCode.map((code) => ({ file: `dist/${page.path}`, reason: `It holds ${code}` })),
    ),
};
