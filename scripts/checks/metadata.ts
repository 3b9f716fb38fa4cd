import { addressOf, type BuiltSite } from './built-site.ts';
import type { HtmlPage } from './html-page.ts';
import type { SiteRule } from './rule.ts';

const REQUIRED_META = [
  'description',
  'viewport',
  'og:title',
  'og:description',
  'og:type',
  'og:site_name',
  'twitter:card',
];
/** What says how the picture is to be shown. */
const PICTURE_META = ['og:image:width', 'og:image:height', 'og:image:alt'];

/** What search engines and chat programs read of a page before a person does. */
export const metadata: SiteRule = {
  id: 'site/metadata',
  good: 'Every page has a description and Open Graph tags with addresses that are absolute or not there, and JSON-LD that parses.',
  check: (site) =>
    [...site.pages.values()]
      .filter((page) => page.redirect === undefined)
      .flatMap((page) => problems(site, page).map((reason) => ({ file: `dist/${page.path}`, reason }))),
};

function problems(site: BuiltSite, page: HtmlPage): readonly string[] {
  const missing = REQUIRED_META.filter((name) => (page.meta.get(name) ?? '').trim() === '');
  return [
    ...missing.map((name) => `Its meta element "${name}" is missing or empty.`),
    ...(site.origin === undefined ? needlessAddresses(page) : addressProblems(site, page)),
    ...page.jsonLd
      .filter((text) => !isObjectOfSchemaOrg(text))
      .map((text) => `Its JSON-LD is not sound: ${text}`),
  ];
}

/** A site without an origin cannot say an address that others could use. */
function needlessAddresses(page: HtmlPage): readonly string[] {
  const said = [page.canonical, page.meta.get('og:url'), page.meta.get('og:image')];
  return said
    .filter((address) => address !== undefined)
    .map((address) => `It says ${address} as its address, but the site does not know its origin.`);
}

/** A page is its own canonical address, or a copy of another that is; its picture is one of the site. */
function addressProblems(site: BuiltSite, page: HtmlPage): readonly string[] {
  const picture = page.meta.get('og:image');
  return [
    ...(picture === undefined ? [] : pictureProblems(site, page, picture)),
    ...(/\bnoindex\b/u.test(page.meta.get('robots') ?? '') ? [] : canonicalProblems(site, page)),
  ];
}

function pictureProblems(site: BuiltSite, page: HtmlPage, picture: string): readonly string[] {
  const known = [...site.files].some((path) => addressOf(site, path) === picture);
  return [
    ...(known ? [] : [`Its picture ${picture} is no file of this site, or not absolute.`]),
    ...PICTURE_META.filter((name) => !page.meta.get(name)).map((name) => `Its picture has no "${name}".`),
  ];
}

function canonicalProblems(site: BuiltSite, page: HtmlPage): readonly string[] {
  const { canonical } = page;
  if (canonical === undefined) return ['It has neither a canonical address nor a noindex.'];
  const lasting = [...site.pages.values()].some(({ path }) => addressOf(site, path) === canonical);
  return [
    ...(lasting ? [] : [`Its canonical address ${canonical} is no page of this site, or not absolute.`]),
    ...(page.meta.get('og:url') === canonical
      ? []
      : [`Its og:url is not its canonical address ${canonical}.`]),
  ];
}

function isObjectOfSchemaOrg(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && '@context' in value && '@type' in value;
  } catch {
    return false;
  }
}
