import { addressOf, type BuiltSite } from './built-site.ts';
import type { HtmlPage } from './html-page.ts';
import type { SiteRule } from './rule.ts';

const REQUIRED_META = [
  'description',
  'viewport',
  'og:title',
  'og:description',
  'og:type',
  'og:url',
  'og:site_name',
];

/** What search engines and chat programs read of a page before a person does. */
export const metadata: SiteRule = {
  id: 'site/metadata',
  good: 'Every page has a description and Open Graph tags, a canonical address or a noindex, and JSON-LD that parses.',
  check: (site) =>
    [...site.pages.values()]
      .filter((page) => page.redirect === undefined)
      .flatMap((page) => problems(site, page).map((reason) => ({ file: `dist/${page.path}`, reason }))),
};

function problems(site: BuiltSite, page: HtmlPage): readonly string[] {
  const missing = REQUIRED_META.filter((name) => (page.meta.get(name) ?? '').trim() === '');
  return [
    ...missing.map((name) => `Its meta element "${name}" is missing or empty.`),
    ...canonicalProblems(site, page),
    ...page.jsonLd
      .filter((text) => !isObjectOfSchemaOrg(text))
      .map((text) => `Its JSON-LD is not sound: ${text}`),
  ];
}

/** A page that is its own canonical address, or a copy of another that is. */
function canonicalProblems(site: BuiltSite, page: HtmlPage): readonly string[] {
  if (/\bnoindex\b/u.test(page.meta.get('robots') ?? '')) return [];
  if (page.canonical === undefined) return ['It has neither a canonical address nor a noindex.'];
  const address = URL.parse(page.canonical, addressOf(site, page.path))?.href;
  const lasting = [...site.pages.values()].filter(({ path }) => addressOf(site, path) === address);
  if (lasting.length === 0) return [`Its canonical address ${page.canonical} is no page of this site.`];
  if (site.origin !== undefined && !page.canonical.startsWith(`${site.origin}/`)) {
    return [`Its canonical address ${page.canonical} is not absolute.`];
  }
  return [];
}

function isObjectOfSchemaOrg(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && '@context' in value && '@type' in value;
  } catch {
    return false;
  }
}
