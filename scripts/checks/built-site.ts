import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { readHtmlPage, type HtmlPage } from './html-page.ts';

/** A built site as its visitors find it. */
export interface BuiltSite {
  /** `''`, or the path under which it was built: `/reports`. */
  readonly base: string;
  /** Origin of its absolute addresses, where it was built with one. */
  readonly origin: string | undefined;
  readonly pages: ReadonlyMap<string, HtmlPage>;
  /** Every file below the built folder, with `/`. */
  readonly files: ReadonlySet<string>;
  /** Text of the style sheets, by path. */
  readonly styleSheets: ReadonlyMap<string, string>;
  /** Text of files that rules read as a whole: sitemaps, robots.txt. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface BuiltSiteOptions {
  readonly base: string;
  readonly origin?: string | undefined;
}

/** Where a link leads that stays on the site. */
export interface Target {
  /** File below the built folder; it may not exist. */
  readonly path: string;
  /** Without `#`, decoded; '' where there is none. */
  readonly fragment: string;
}

/** Stands for the site's own origin where it was built without one. */
const NO_ORIGIN = 'http://site.invalid';

/** Reads a folder that `npm run build` made. */
export function readBuiltSite(folder: string, { base, origin }: BuiltSiteOptions): BuiltSite {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const pick = (pattern: RegExp): readonly string[] => files.filter((path) => pattern.test(path));
  return {
    base: base.replace(/\/+$/u, ''),
    origin,
    pages: new Map(pick(/\.html$/u).map((path) => [path, readHtmlPage(path, read(path))])),
    files: new Set(files),
    styleSheets: new Map(pick(/\.css$/u).map((path) => [path, read(path)])),
    texts: new Map(pick(/\.(?:xml|txt|webmanifest)$/u).map((path) => [path, read(path)])),
  };
}

/** The address of a file of the site, with base path and without `index.html`. */
export function addressOf(site: BuiltSite, path: string): string {
  return `${site.origin ?? NO_ORIGIN}${site.base}/${path.replace(/(^|\/)index\.html$/u, '$1')}`;
}

/**
 * Follows an address as a browser on that page would.
 * @returns the file, `outside` for other origins and schemes, `beyond-base` where it leaves the site's base path, or
 *   `invalid`
 */
export function resolveAddress(
  site: BuiltSite,
  fromPath: string,
  url: string,
): Target | 'outside' | 'beyond-base' | 'invalid' {
  const resolved = URL.parse(url, addressOf(site, fromPath));
  if (resolved === null) return 'invalid';
  if (resolved.origin !== new URL(site.origin ?? NO_ORIGIN).origin) return 'outside';
  const pathname = safeDecode(resolved.pathname);
  if (pathname !== site.base && !pathname.startsWith(`${site.base}/`)) return 'beyond-base';
  const inside = pathname.slice(site.base.length).replace(/^\//u, '');
  return { path: fileFor(site, inside), fragment: safeDecode(resolved.hash.slice(1)) };
}

/** `a/b/` → `a/b/index.html`; `a/b` → the same where it is a folder (hosts redirect) or has no extension. */
function fileFor(site: BuiltSite, inside: string): string {
  if (inside === '' || inside.endsWith('/')) return `${inside}index.html`;
  if (site.files.has(inside)) return inside;
  const inFolder = posix.join(inside, 'index.html');
  return site.files.has(inFolder) || posix.extname(inside) === '' ? inFolder : inside;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
