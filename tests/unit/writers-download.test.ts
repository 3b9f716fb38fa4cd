import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Report, reportSchema } from '../../src/schema/report.ts';
import { downloadPdf } from '../../scripts/ingest/download-pdf.ts';
import { IngestError } from '../../scripts/ingest/model/errors.ts';

const BYTES = new TextEncoder().encode('%PDF-1.7 made up');
const SUM = createHash('sha256').update(BYTES).digest('hex');
const URL = 'https://example.org/report.pdf';

function reportWith(pdf: Report['pdf']): Report {
  return reportSchema.parse({ title: '报告', publisher: '院', released: '2030', notice: '来源：院', pdf });
}

describe('downloadPdf', () => {
  let cacheFolder = '';
  let asked: { readonly url: string; readonly redirect: string | undefined }[] = [];

  beforeEach(() => {
    cacheFolder = join(mkdtempSync(join(tmpdir(), 'download-pdf-')), 'cache');
    asked = [];
  });
  afterEach(() => {
    rmSync(join(cacheFolder, '..'), { recursive: true });
  });

  const download = (report: Report, answer: () => Response): Promise<Uint8Array> =>
    downloadPdf(report, {
      cacheFolder,
      onProgress: () => undefined,
      fetch: (url, init) => {
        asked.push({ url: String(url), redirect: init?.redirect });
        return Promise.resolve(answer());
      },
    });
  const codeOf = async (work: Promise<unknown>): Promise<string> => {
    const error: unknown = await work.then(
      () => null,
      (reason: unknown) => reason,
    );
    return error instanceof IngestError ? error.code : String(error);
  };

  it('fetches the address of report.yaml without following redirects, and once only', async () => {
    const report = reportWith({ url: URL, sha256: SUM });
    expect(await download(report, () => new Response(BYTES))).toEqual(BYTES);
    expect(await download(report, () => new Response('another'))).toEqual(BYTES);
    expect(asked).toEqual([{ url: URL, redirect: 'error' }]);
  });

  it('refuses a file with another sum, and keeps nothing of it', async () => {
    const report = reportWith({ url: URL, sha256: SUM });
    expect(await codeOf(download(report, () => new Response('another')))).toBe('pdf/matches-report');
    expect(existsSync(cacheFolder) ? readdirSync(cacheFolder) : []).toEqual([]);
  });

  it('says so when the server or the network does not give it', async () => {
    const report = reportWith({ url: URL, sha256: SUM });
    expect(await codeOf(download(report, () => new Response('', { status: 404 })))).toBe('pdf/downloadable');
    const offline = download(report, () => {
      throw new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND example.org') });
    });
    await expect(offline).rejects.toThrow(/ENOTFOUND example\.org.*Nothing was changed/u);
  });

  it('asks nobody where the address is not https or the sum is unknown', async () => {
    const answer = (): Response => new Response(BYTES);
    expect(
      await codeOf(download(reportWith({ url: 'http://example.org/report.pdf', sha256: SUM }), answer)),
    ).toBe('pdf/downloadable');
    expect(await codeOf(download(reportWith({ url: URL }), answer))).toBe('pdf/downloadable');
    expect(asked).toEqual([]);
  });
});
