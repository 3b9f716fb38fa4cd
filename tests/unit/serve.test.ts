import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normaliseBase, serveSite, type SiteServer } from '../../scripts/serve/site-server.ts';

let folder: string;
let top: SiteServer;
let based: SiteServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-reader-serve-'));
  await mkdir(join(folder, 'chapter'));
  await mkdir(join(folder, 'pagefind'));
  await writeFile(join(folder, 'index.html'), '<title>首页</title>');
  await writeFile(join(folder, 'chapter', 'index.html'), '<title>章</title>');
  await writeFile(join(folder, '404.html'), '<title>没有这一页</title>');
  await writeFile(join(folder, 'app.js'), 'export const word = "词";');
  await writeFile(join(folder, 'app.js.br'), 'compressed');
  await writeFile(join(folder, 'sitemap.xml'), '<urlset/>');
  await writeFile(join(folder, 'pagefind', 'one.pf_index'), 'index');
  top = await serveSite({ folder });
  based = await serveSite({ folder, base: '/reports' });
});

afterAll(async () => {
  await top.close();
  await based.close();
  await rm(folder, { recursive: true });
});

const get = (address: string, init: RequestInit = {}) => fetch(address, { redirect: 'manual', ...init });

/** `fetch` tidies paths before it sends them; this sends what it is given. */
function rawStatus(server: SiteServer, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port: server.port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    call.on('error', reject).end();
  });
}

describe('the site server', () => {
  it('serves a folder by its index.html, as UTF-8', async () => {
    const response = await get(`${top.url}chapter/`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html;charset=utf-8');
    expect(await response.text()).toContain('章');
  });

  it('leads a folder without its closing slash to the one with it, keeping the query', async () => {
    const response = await get(`${based.url}chapter?q=%E8%AF%8D`);
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe('/reports/chapter/?q=%E8%AF%8D');
  });

  it('answers an unknown address with the 404 page and status 404', async () => {
    const response = await get(`${based.url}nothing/`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('没有这一页');
  });

  it('serves nothing outside of its base path but the way to it', async () => {
    const origin = new URL(based.url).origin;
    expect((await get(`${origin}/`)).headers.get('location')).toBe('/reports/');
    expect((await get(`${origin}/chapter/`)).status).toBe(404);
    expect((await get(`${origin}/reportsx/`)).status).toBe(404);
  });

  it.each(['/../package.json', '/..%2f..%2fetc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/%E0%A4', '/%00'])(
    'lets nobody out of the folder by %s',
    async (path) => {
      expect(await rawStatus(top, path)).toBe(404);
    },
  );

  it('names the type of what browsers are strict about', async () => {
    const type = async (path: string) => (await get(top.url + path)).headers.get('content-type');
    expect(await type('app.js')).toBe('text/javascript;charset=utf-8');
    expect(await type('sitemap.xml')).toBe('application/xml;charset=utf-8');
    expect(await type('pagefind/one.pf_index')).toBe('application/octet-stream');
  });

  it('sends a strict Content-Security-Policy with every answer', async () => {
    for (const path of ['', 'app.js', 'nothing']) {
      const policy = (await get(top.url + path)).headers.get('content-security-policy');
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("object-src 'none'");
    }
  });

  it('sends the compressed file to those who take it, where there is one', async () => {
    const encoding = async (accepted: string) =>
      (
        await get(`${top.url}app.js`, { method: 'HEAD', headers: { 'accept-encoding': accepted } })
      ).headers.get('content-encoding');
    expect(await encoding('br')).toBe('br');
    expect(await encoding('identity')).toBeNull();
  });

  it('survives Range headers that make no sense', async () => {
    const status = async (range: string) => (await get(`${top.url}app.js`, { headers: { range } })).status;
    expect(await status('bytes=7-11')).toBe(206);
    expect(await status('bytes=9-3')).toBe(200);
    expect(await status('bytes=x-y')).toBe(200);
    expect(await status('bytes=9000-')).toBe(416);
    expect(await status('bytes=0-')).toBe(206);
  });

  it('takes no orders', async () => {
    const response = await get(top.url, { method: 'POST', body: 'x' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  it('says when its port is taken', async () => {
    await expect(serveSite({ folder, port: top.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('a base path', () => {
  it.each([
    ['/', ''],
    ['', ''],
    ['reports', '/reports'],
    ['/reports/', '/reports'],
    ['/a/b', '/a/b'],
  ])('%j becomes %j', (given, expected) => {
    expect(normaliseBase(given)).toBe(expected);
  });
});
