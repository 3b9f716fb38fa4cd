import type { BuiltSite } from '../../scripts/checks/built-site.ts';
import type { Content } from '../../scripts/checks/content.ts';
import { readHtmlPage } from '../../scripts/checks/html-page.ts';

/** A built site out of texts by path, for tests of rules. */
export function smallSite(texts: Readonly<Record<string, string>>, base = ''): BuiltSite {
  const entries = Object.entries(texts);
  return {
    base,
    origin: undefined,
    pages: new Map(
      entries
        .filter(([path]) => path.endsWith('.html'))
        .map(([path, text]) => [path, readHtmlPage(path, text)]),
    ),
    files: new Set(entries.map(([path]) => path)),
    styleSheets: new Map(entries.filter(([path]) => path.endsWith('.css'))),
    texts: new Map(entries.filter(([path]) => /\.(?:xml|txt)$/u.test(path))),
  };
}

/** Content out of texts by path below `content/`. */
export function smallContent(texts: Readonly<Record<string, string>>): Content {
  return { files: Object.entries(texts).map(([path, text]) => ({ path, text })) };
}

/** The manifest of permanent addresses of a report whose entries are `[id, chapter]`. */
export function manifest(
  entries: readonly (readonly [id: string, chapter: string, formerly?: string])[],
  redirects: Readonly<Record<string, string>> = {},
): string {
  return JSON.stringify({
    version: 1,
    redirects,
    entries: entries.map(([id, chapter, formerly]) => ({
      id,
      chapter,
      starts: '一',
      digest: '0',
      sketch: '0',
      ...(formerly === undefined ? {} : { formerly: [formerly] }),
    })),
  });
}
