// @ts-check
import mdx from '@astrojs/mdx';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { devSearch } from './scripts/serve/dev-search.ts';

// BASE: path under which the site is published ("/reports"). SITE: its origin ("https://example.org"), for absolute
// addresses in canonical links and the sitemap. CONTENT_DIR: another content folder. OUT_DIR: another dist folder.
const { BASE, SITE, CONTENT_DIR, OUT_DIR } = process.env;

export default defineConfig({
  ...(SITE ? { site: SITE } : {}),
  ...(OUT_DIR ? { outDir: OUT_DIR } : {}),
  base: BASE ?? '/',
  trailingSlash: 'ignore',
  devToolbar: { enabled: false },
  build: {
    // One file a page and no second request before the first paint.
    inlineStylesheets: 'always',
  },
  // The chapters hold plain text and known elements only: nothing may rewrite quotation marks or make links of text.
  integrations: [
    mdx({ gfm: false, smartypants: false, syntaxHighlight: false }),
    devSearch({ siteFolder: OUT_DIR ?? 'dist', contentFolder: CONTENT_DIR ?? 'content' }),
  ],
  vite: {
    plugins: [tailwindcss()],
    // No inline scripts: the site is served under `script-src 'self'`.
    build: {
      assetsInlineLimit: 0,
      // WeChat's own browser knows no nested rules.
      cssTarget: ['chrome107', 'safari16.4'],
      rolldownOptions: {
        // Astro marks each MDX module with a directive of its own, which the bundler reports once a file.
        onLog: (level, log, report) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && report(level, log),
      },
    },
  },
});
