import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeWithoutFullText, findWithoutFullText } from '../../scripts/ingest/missing-full-text.ts';

const BYTES = 'a PDF';
const SUM = createHash('sha256').update(BYTES).digest('hex');
const REPORT = 'title: 甲\npublisher: 乙\nnotice: 来源：乙\n';
const PDF = `pdf:\n  url: https://example.org/a.pdf\n  sha256: '${SUM}'\n`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-reader-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
const find = () => findWithoutFullText(folder, ['a'], join(folder, 'cache'));

describe('a report is without its full text', () => {
  it('where it has an article and no PDF', () => {
    write({ 'a/report.yaml': REPORT, 'a/sources/article.md': '' });
    expect(find()).toEqual([{ id: 'a', canDownload: false }]);
  });

  it('and can be completed where report.yaml names the file and its sum', () => {
    write({ 'a/report.yaml': REPORT + PDF, 'a/sources/article.md': '' });
    expect(find()).toEqual([{ id: 'a', canDownload: true }]);
  });

  it('no more once the PDF is among its sources, or was downloaded', () => {
    write({ 'a/report.yaml': REPORT + PDF, 'a/sources/article.md': '', [`cache/${SUM}.pdf`]: BYTES });
    expect(find()).toEqual([]);
    write({ 'a/report.yaml': REPORT, 'a/sources/report.pdf': '' });
    expect(find()).toEqual([]);
  });

  it('not where its report.yaml cannot be read: ingest says so', () => {
    write({ 'a/report.yaml': 'title: [', 'a/sources/article.md': '' });
    expect(find()).toEqual([]);
  });

  it('not where it has no sources at all', () => {
    write({ 'a/report.yaml': REPORT });
    expect(find()).toEqual([]);
  });
});

describe('npm start', () => {
  it('says in one line how to get the full text, and only what is true', () => {
    expect(describeWithoutFullText([])).toBeUndefined();
    expect(describeWithoutFullText([{ id: 'a', canDownload: true }])).toBe(
      'a has only its article; the full text comes with: npm run ingest -- a --download, or --pdf FILE',
    );
    expect(
      describeWithoutFullText([
        { id: 'a', canDownload: false },
        { id: 'b', canDownload: true },
      ]),
    ).toBe('a and 1 more have only their articles; the full text comes with: npm run ingest -- a --pdf FILE');
  });
});
