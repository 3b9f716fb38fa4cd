import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import sirv from 'sirv';
import { SECURITY_HEADERS } from './security-headers.ts';

/** Never reachable from another machine. */
const HOST = '127.0.0.1';

export interface SiteServerOptions {
  /** The built site. It is looked up at every request, so a new build shows without a restart. */
  readonly folder: string;
  /** The path under which the site was built: `/reports`, or `/`. */
  readonly base?: string;
  /** 0 (the default) takes any free port. */
  readonly port?: number;
}

export interface SiteServer {
  /** Address of the site's home: `http://127.0.0.1:4321/reports/`. */
  readonly url: string;
  readonly port: number;
  /** Ends open connections too. */
  readonly close: () => Promise<void>;
}

/**
 * Serves a built site as a good static host does: folders by their `index.html` (with a redirect to the closing slash),
 * `404.html` with status 404, `.br` and `.gz` files where they exist, and the headers that the site is made for.
 * @throws Error with code `EADDRINUSE` where the port is taken.
 */
export async function serveSite({ folder, base = '/', port = 0 }: SiteServerOptions): Promise<SiteServer> {
  const prefix = normaliseBase(base);
  const server = createServer(createHandler(folder, prefix));
  await listen(server, port);
  const taken = (server.address() as AddressInfo).port;
  return {
    url: `http://${HOST}:${taken}${prefix}/`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** `reports/`, `/reports` and `/reports/` become `/reports`; `/` becomes ''. */
export function normaliseBase(base: string): string {
  const parts = base.split('/').filter((part) => part !== '');
  return parts.map((part) => `/${part}`).join('');
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function createHandler(folder: string, prefix: string) {
  const files = sirv(folder, { dev: true, etag: true, brotli: true, gzip: true, setHeaders: setContentType });
  return (request: IncomingMessage, response: ServerResponse): void => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return end(response, 405, { Allow: 'GET, HEAD' });
    const target = route(request.url ?? '/', prefix, folder);
    if (target.kind === 'redirect') return end(response, 301, { Location: target.location });
    if (target.kind === 'missing') return sendNotFound(response, folder);
    dropUnusableRange(request);
    files(Object.assign(request, { url: target.url }), response, () => sendNotFound(response, folder));
  };
}

/**
 * sirv understands `bytes=from-` and `bytes=from-to` only, and hands the numbers to the file stream unchecked, which throws.
 * A server may ignore any Range header (RFC 9110, section 14.2): the answer is then the whole file.
 */
function dropUnusableRange(request: IncomingMessage): void {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/u.exec(request.headers.range ?? '') ?? [];
  if (from === undefined || (to && Number(to) < Number(from))) delete request.headers.range;
}

type Target =
  | { readonly kind: 'file'; readonly url: string }
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'missing' };

function route(url: string, prefix: string, folder: string): Target {
  const [path = '/', query] = splitQuery(url);
  if (prefix !== '' && (path === '/' || path === prefix))
    return { kind: 'redirect', location: `${prefix}/${query}` };
  if (!path.startsWith(`${prefix}/`)) return { kind: 'missing' };
  const inside = path.slice(prefix.length);
  const decoded = decode(inside);
  if (decoded === null || decoded.split('/').includes('..')) return { kind: 'missing' };
  if (!inside.endsWith('/') && existsSync(join(folder, decoded, 'index.html'))) {
    return { kind: 'redirect', location: `${path}/${query}` };
  }
  return { kind: 'file', url: inside };
}

function splitQuery(url: string): [string, string] {
  const at = url.indexOf('?');
  return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at)];
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** sirv names the charset of HTML only, and gives files of unknown kind an empty type. */
function setContentType(response: ServerResponse, path: string): void {
  const type = TEXT_TYPES[extname(path)];
  if (type !== undefined) response.setHeader('Content-Type', `${type};charset=utf-8`);
  else if (/\.(?:pf_\w+|pagefind)$/u.test(path))
    response.setHeader('Content-Type', 'application/octet-stream');
}

const TEXT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};

function sendNotFound(response: ServerResponse, folder: string): void {
  const page = join(folder, '404.html');
  if (!existsSync(page)) return end(response, 404, {});
  response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8', 'Cache-Control': 'no-cache' });
  response.end(readFileSync(page));
}

function end(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>): void {
  response.writeHead(status, headers);
  response.end();
}
