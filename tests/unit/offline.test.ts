import { describe, expect, it } from 'vitest';
import { chooseFiles } from '../../scripts/offline/choose-files.ts';
import {
  describeOfflineFailure,
  formatBytes,
  reportsOfWorker,
  workerAddress,
} from '../../src/lib/offline.ts';

describe('the size of a copy', () => {
  it.each([
    [1, '1 kB'],
    [1023 * 1024, '1023 kB'],
    [1023 * 1024 + 1, '1.0 MB'],
    [1_600_000, '1.5 MB'],
  ])('of %i bytes is %s', (bytes, words) => expect(formatBytes(bytes)).toBe(words));

  it('is named where there is no room for it', () => {
    expect(describeOfflineFailure('storage', '1.5 MB')).toContain('需要 1.5 MB');
  });
});

describe('the address of the service worker', () => {
  it('is the same for the same reports, and names them', () => {
    const address = workerAddress('/reports/', ['b', 'a', 'b']);
    expect(address).toBe('/reports/sw.js?reports=a,b');
    expect(reportsOfWorker(`https://x.example${address}`)).toEqual(['a', 'b']);
    expect(reportsOfWorker('https://x.example/sw.js')).toEqual([]);
  });
});

describe('a copy', () => {
  const paths = (files: readonly { path: string }[] = []): readonly string[] => files.map(({ path }) => path);
  const chosen = chooseFiles(
    [
      'index.html',
      'search/index.html',
      '_astro/x.js',
      'pagefind/a.pf_index',
      'icons/192.png',
      'sw.js',
      'sitemap.xml',
      'offline-files.js',
      'one/index.html',
      'one/a/index.html',
      'one/assets/f1.webp',
      'one/a.md',
      'one/cite/report.json',
      'one/cite/report.bib',
      'one/one.epub',
      'one/cards/report.png',
      'one/print/index.html',
      'one/offline-files.js',
      'two/index.html',
    ].map((path) => ({ path, bytes: 1 })),
    ['one', 'two'],
  );

  it('holds what all pages share, with the search', () => {
    expect(paths(chosen.shared)).toEqual([
      'index.html',
      'search/index.html',
      '_astro/x.js',
      'pagefind/a.pf_index',
      'icons/192.png',
    ]);
  });

  it('holds pages, pictures and references of its report, and no files to take away', () => {
    expect(paths(chosen.byReport.get('one'))).toEqual([
      'one/index.html',
      'one/a/index.html',
      'one/assets/f1.webp',
      'one/cite/report.json',
    ]);
    expect(paths(chosen.byReport.get('two'))).toEqual(['two/index.html']);
  });
});
