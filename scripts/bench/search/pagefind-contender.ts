import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { COMPARED, FIRST_SCREEN, sectionText, type Contender, type Found } from './contender.ts';

interface PagefindResult {
  readonly data: () => Promise<{ readonly url: string; readonly excerpt: string }>;
}
interface PagefindInstance {
  readonly init: () => Promise<void>;
  readonly search: (text: string) => Promise<{ readonly results: readonly PagefindResult[] }>;
}
interface PagefindProgram {
  readonly createInstance: (options: object) => PagefindInstance;
}

const ORIGIN = 'http://pagefind.invalid/';

/** Kinds of file that were answered. */
const asked = new Set<string>();

/** Pagefind's browser program asks for files over HTTP: this answers from the folder and counts. */
function serveFrom(folder: string, count: (bytes: number) => void): () => void {
  const real = globalThis.fetch;
  globalThis.fetch = async (input) => {
    const name = String(input instanceof Request ? input.url : input)
      .replace(ORIGIN, '')
      .replace(/\?.*$/u, '');
    const bytes = await readFile(join(folder, name));
    count(/\.(?:js|json)$/u.test(name) ? brotliCompressSync(bytes).length : bytes.length);
    if (name.endsWith('.pf_meta')) asked.add('meta');
    return new Response(bytes);
  };
  return () => {
    globalThis.fetch = real;
  };
}

let loaded = 0;

/**
 * An instance that never searched, of a program of its own: modules are told apart by the question mark behind their name. It
 * takes the language of the page from `document`, without which it would not segment Chinese queries.
 */
async function load(folder: string): Promise<PagefindInstance> {
  loaded += 1;
  const address = `${pathToFileURL(join(folder, 'pagefind.js')).href}?${loaded}`;
  const program = (await import(address)) as PagefindProgram;
  const page = { currentScript: null, querySelector: () => ({ getAttribute: () => 'zh-CN' }) };
  Object.defineProperty(globalThis, 'document', { value: page, configurable: true });
  const instance = program.createInstance({ basePath: ORIGIN, noWorker: true });
  Reflect.deleteProperty(globalThis, 'document');
  await instance.init();
  // What an instance finds before its files have come is nothing.
  for (let waits = 0; waits < 100 && !asked.has('meta'); waits += 1) await pause(5);
  await pause(20);
  asked.clear();
  return instance;
}

async function toFound(results: readonly PagefindResult[]): Promise<Found> {
  const sections = await Promise.all(
    results.map(async (result) => Number(/\d+/u.exec((await result.data()).url)?.[0])),
  );
  return { sections };
}

function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.pf_|entry\.json/u.test(entry.name))
    .reduce((sum, entry) => sum + readFileSync(join(entry.parentPath, entry.name)).length, 0);
}

/** Pagefind 1.5 with its own defaults for Chinese, one record a section. */
export const pagefindAsItComes: Contender = {
  name: 'Pagefind as it comes',
  prepare: async (records) => {
    const folder = await mkdtemp(join(tmpdir(), 'bench-pagefind-'));
    const { index } = await createIndex({});
    if (index === undefined) throw new Error('Pagefind did not start.');
    for (const [number, record] of records.entries()) {
      await index.addCustomRecord({
        url: String(number),
        content: sectionText(record),
        language: 'zh',
        meta: { title: record.heading },
      });
    }
    const { files } = await index.getFiles();
    for (const { path, content } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    await close();
    let bytes = 0;
    const stop = serveFrom(folder, (more) => (bytes += more));
    const program = await load(folder);
    return {
      search: async (text) => toFound((await program.search(text)).results),
      searchFresh: async (text) =>
        toFound((await (await load(folder)).search(text)).results.slice(0, COMPARED)),
      firstScreen: async (text) => toFound((await program.search(text)).results.slice(0, FIRST_SCREEN)),
      excerpt: async (text) => {
        const [first] = (await program.search(text)).results;
        if (first === undefined) return undefined;
        const { excerpt } = await first.data();
        // Marks that touch are one: Pagefind marks segment by segment.
        const joined = excerpt.replaceAll(/<\/mark>[\s\u200b]*<mark>/gu, '');
        return { marked: [...joined.matchAll(/<mark>(.*?)<\/mark>/gu)].map(([, text = '']) => text) };
      },
      firstResultBytes: async (text) => {
        bytes = brotliCompressSync(readFileSync(join(folder, 'pagefind.js'))).length;
        const { results } = await (await load(folder)).search(text);
        await toFound(results.slice(0, FIRST_SCREEN));
        return bytes;
      },
      indexBytes: folderBytes(folder),
      close: async () => {
        stop();
        await rm(folder, { recursive: true, force: true });
      },
    };
  },
};
