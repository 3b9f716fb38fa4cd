import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { readBuiltSite, resolveAddress } from '../../scripts/checks/built-site.ts';
import { makeEpub } from '../../src/lib/epub/make-epub.ts';
import { corpusLineSchema, reportFileSchema } from '../../src/schema/report-file.ts';
import { bookOfFiles } from '../support/book-of-files.ts';
import type { TestSite } from '../support/built-site-setup.ts';
import { checkEpub, whyNoEpubCheck } from '../support/epub-check.ts';
import { inventedPdf } from '../support/invented-blocks.ts';
import { runInvented } from '../support/run-invented.ts';

const SITES = [
  ['with a public address', inject('rootSite'), ['caict-ai-2024']],
  ['below a path, without one', inject('twoReportsSite'), ['caict-ai-2024', 'sample-2025']],
] as const;

/** A Java program on a busy machine takes its time, in milliseconds. */
const EPUB_CHECK_TIMEOUT = 180_000;

const text = ({ folder }: TestSite, path: string): string => readFileSync(join(folder, path), 'utf8');
const json = (site: TestSite, path: string): unknown => JSON.parse(text(site, path));
const linesOf = (site: TestSite, report: string) =>
  text(site, `${report}/corpus.jsonl`)
    .trimEnd()
    .split('\n')
    .map((line) => corpusLineSchema.parse(JSON.parse(line)));

/** Those addresses that lead to no element or file of the site. */
function lost(site: TestSite, addresses: readonly string[]): readonly string[] {
  const built = readBuiltSite(site.folder, { base: site.base, origin: site.origin });
  return addresses.filter((address) => {
    const target = resolveAddress(built, 'index.html', address);
    if (typeof target !== 'object' || !built.files.has(target.path)) return true;
    return target.fragment !== '' && !built.pages.get(target.path)?.ids.includes(target.fragment);
  });
}

/** Everything called an address within a value. */
function addressesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(addressesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'address' || key === 'markdown' ? [String(inner)] : addressesIn(inner),
  );
}

describe.each(SITES)('a site %s', (_, site, reports) => {
  it('has a report.json that its own JSON Schema describes', () => {
    const validate = new Ajv2020({ formats: { uri: true } }).compile(
      json(site, 'report.schema.json') as AnySchema,
    );
    for (const report of reports) {
      const file = json(site, `${report}/report.json`);
      validate(file);
      expect(validate.errors ?? []).toEqual([]);
      expect(validate({ ...(file as object), chapters: [{}] })).toBe(false);
      expect(() => reportFileSchema.parse(file)).not.toThrow();
    }
  });

  it('leads from every passage of report.json and corpus.jsonl to that very element', () => {
    for (const report of reports) {
      const addresses = addressesIn(json(site, `${report}/report.json`));
      const inCorpus = linesOf(site, report).map(({ address }) => address);
      expect(addresses.length).toBeGreaterThan(10);
      expect(inCorpus.length).toBeGreaterThan(10);
      expect(lost(site, [...addresses, ...inCorpus])).toEqual([]);
      expect(
        [...addresses, ...inCorpus].every((address) => address.startsWith(`${site.origin ?? ''}/`)),
      ).toBe(true);
    }
  });

  it('says in corpus.jsonl each passage once', () => {
    for (const report of reports) {
      const ids = linesOf(site, report).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('names in llms.txt nothing that is not there, and has every text in llms-full.txt', () => {
    const links = Array.from(text(site, 'llms.txt').matchAll(/\]\(([^)]*)\)/gu), ([, address]) => address!);
    expect(links.length).toBeGreaterThan(5);
    expect(lost(site, links)).toEqual([]);
    const full = text(site, 'llms-full.txt');
    for (const report of reports) expect(full).toContain(text(site, `${report}.md`));
  });

  it('names the Markdown of every chapter and report on its page', () => {
    for (const report of reports) {
      const { chapters } = reportFileSchema.parse(json(site, `${report}/report.json`));
      const pages = chapters.map(
        ({ slug }) => [`${report}/${slug}/index.html`, `${report}/${slug}.md`] as const,
      );
      for (const [page, file] of [...pages, [`${report}/index.html`, `${report}.md`] as const]) {
        const href = /<link rel="alternate" type="text\/markdown" href="([^"]*)"/u.exec(
          text(site, page),
        )?.[1];
        expect(href).toBe(`${site.origin ?? ''}${site.base.replace(/\/$/u, '')}/${file}`);
        expect(existsSync(join(site.folder, file))).toBe(true);
      }
    }
  });

  it('says on the home page of a report how large each file is', () => {
    for (const report of reports) {
      const home = text(site, `${report}/index.html`);
      const size = readFileSync(join(site.folder, `${report}.epub`)).length;
      expect(home).toContain(`${(size / 1000).toFixed(1)} kB`);
    }
  });
});

describe('epubcheck', () => {
  const HOSTILE = fc.sample(inventedPdf, { numRuns: 1, seed: 7 }).map((document) => {
    const book = bookOfFiles('invented', runInvented(document).files);
    return makeEpub(book, { site: undefined, pictures: new Map(), styles: '' });
  });

  it.for([
    [
      'a report that has only its article',
      () => readFileSync(join(SITES[0][1].folder, 'caict-ai-2024.epub')),
    ],
    [
      'a report with figures, tables, notes and boxes',
      () => readFileSync(join(SITES[1][1].folder, 'sample-2025.epub')),
    ],
    ['a report of hostile text', () => HOSTILE[0] ?? new Uint8Array()],
  ] as const)(
    'finds nothing wrong with the book of %s',
    { timeout: EPUB_CHECK_TIMEOUT },
    async ([, bytesOf], { skip }) => {
      const why = whyNoEpubCheck();
      skip(why !== undefined, why);
      const folder = mkdtempSync(join(tmpdir(), 'book-'));
      const path = join(folder, 'book.epub');
      writeFileSync(path, bytesOf());
      expect(await checkEpub(path)).toEqual([]);
      rmSync(folder, { recursive: true });
    },
  );
});
