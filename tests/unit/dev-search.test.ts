import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { devSearch, indexAge } from '../../scripts/serve/dev-search.ts';

let folder: string;
let servers: Server[];
const siteFolder = (): string => join(folder, 'dist');
const contentFolder = (): string => join(folder, 'content');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dev-search-'));
  servers = [];
  await write('content/reports/rivers/chapters/one.mdx', 10);
  await write('content/reports/rivers/sources/article.md', 10);
});

afterEach(async () => {
  for (const server of servers) server.close();
  await rm(folder, { recursive: true });
});

/** Writes a file, and says of it and of the folders around it that they are of this minute. */
async function write(path: string, minute: number, text = 'text'): Promise<void> {
  await mkdir(join(folder, dirname(path)), { recursive: true });
  await writeFile(join(folder, path), text);
  for (let each = path; each !== '.'; each = dirname(each)) await setMinute(each, minute);
}

async function setMinute(path: string, minute: number): Promise<void> {
  await utimes(join(folder, path), minute * 60, minute * 60);
}

/** The integration in a server that has nothing else; requests below its path reach it as Astro hands them on. */
async function startDev(base = '/') {
  const said: string[] = [];
  const say = (text: string): void => void said.push(text);
  let mounted = '';
  const server = createServer();
  devSearch({ siteFolder: siteFolder(), contentFolder: contentFolder() }).hooks['astro:server:setup']({
    logger: { info: say, warn: say },
    server: {
      config: { base },
      middlewares: {
        use: (path, handle) => {
          mounted = path;
          server.on('request', (request, response) => {
            request.url = (request.url ?? '').slice(path.length);
            handle(request, response, () => response.end('Astro'));
          });
        },
      },
    },
  });
  servers.push(server.listen(0, '127.0.0.1'));
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const get = (file: string) => fetch(`http://127.0.0.1:${port}${mounted}/${file}`);
  return { said, mounted, get };
}

describe('the age of the search index', () => {
  const age = () => indexAge({ siteFolder: siteFolder(), contentFolder: contentFolder() });

  it('is unknown where no site was built', () => {
    expect(age()).toBe('missing');
  });

  it('is that of the last build beside the last change of the content', async () => {
    await write('dist/pagefind/pagefind-entry.json', 20);
    expect(age()).toBe('current');
    await write('content/reports/rivers/chapters/one.mdx', 30);
    expect(age()).toBe('older');
    await write('dist/pagefind/pagefind-entry.json', 40);
    expect(age()).toBe('current');
  });

  it('is older than a chapter that was taken away', async () => {
    await write('content/reports/rivers/chapters/two.mdx', 10);
    await write('dist/pagefind/pagefind-entry.json', 20);
    await rm(join(folder, 'content/reports/rivers/chapters/two.mdx'));
    expect(age()).toBe('older');
  });

  it('does not depend on a source of which nothing was made yet', async () => {
    await write('dist/pagefind/pagefind-entry.json', 20);
    await write('content/reports/rivers/sources/article.md', 30);
    for (const path of ['content', 'content/reports', 'content/reports/rivers']) await setMinute(path, 10);
    expect(age()).toBe('current');
  });
});

describe('search under npm run dev', () => {
  it('is served from the last build, below the base path', async () => {
    await write('dist/pagefind/pagefind-entry.json', 20, '{}');
    await write('dist/pagefind/index/one.pf_index', 20, 'index');
    const { get, mounted } = await startDev('/reports/');
    expect(mounted).toBe('/reports/pagefind');
    expect(await (await get('pagefind-entry.json')).text()).toBe('{}');
    expect(await (await get('index/one.pf_index')).text()).toBe('index');
    expect((await get('index/two.pf_index')).status).toBe(404);
  });

  it('says how to make an index where there is none, and uses it without a restart', async () => {
    const { said, get } = await startDev();
    expect(said).toEqual([expect.stringContaining('"npm run build" makes one')]);
    expect((await get('pagefind-entry.json')).status).toBe(404);
    expect(said).toHaveLength(1);
    await write('dist/pagefind/pagefind-entry.json', 20, '{}');
    expect((await get('pagefind-entry.json')).status).toBe(200);
    expect(said.at(-1)).toBe('Search uses the index of the last build.');
  });

  it('says once that the content has changed since, and how to renew the index', async () => {
    await write('dist/pagefind/pagefind-entry.json', 20, '{}');
    const { said, get } = await startDev();
    expect(said).toEqual(['Search uses the index of the last build.']);
    await write('content/reports/rivers/chapters/one.mdx', 30);
    await get('pagefind-entry.json');
    await get('pagefind-entry.json');
    expect(said.slice(1)).toEqual([expect.stringMatching(/has changed since.*"npm run build"/u)]);
  });
});
