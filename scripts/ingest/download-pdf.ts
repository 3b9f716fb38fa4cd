import { createHash } from 'node:crypto';
import type { Report } from '../../src/schema/report.ts';
import { IngestError } from './model/errors.ts';
import { readCached, writeCached } from './writers/source-cache.ts';

/** The largest file that is fetched: reports of the genre have 2 to 30 MB. */
const MAX_BYTES = 128 * 1024 * 1024;
/** In all, in milliseconds: a slow line takes minutes for 30 MB. */
const MAX_TIME_MS = 10 * 60 * 1000;

export interface DownloadOptions {
  readonly cacheFolder: string;
  readonly onProgress: (stage: string) => void;
  /** The platform’s, unless a test gives another. */
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * Fetches the PDF that `report.yaml` names, from that https address and no other (redirects are refused), and checks
 * its SHA-256. A file fetched before is taken from the cache.
 * @throws IngestError where the address or the sum is missing, the file cannot be fetched, is too large, or is another
 */
export async function downloadPdf(report: Report | null, options: DownloadOptions): Promise<Uint8Array> {
  const { url, sha256 } = report?.pdf ?? {};
  if (url === undefined || sha256 === undefined) {
    throw new IngestError(
      'pdf/downloadable',
      `report.yaml names no ${url === undefined ? 'address (pdf.url)' : 'SHA-256 (pdf.sha256)'} of the official PDF.`,
      'Write both into report.yaml, or download the PDF yourself and give it with --pdf.',
    );
  }
  if (!url.startsWith('https://')) {
    throw new IngestError(
      'pdf/downloadable',
      `The address of the official PDF in report.yaml is not https: ${url}`,
      'Change pdf.url in report.yaml to the https address, or download the PDF yourself and give it with --pdf.',
    );
  }
  const cached = readDownloaded(report, options.cacheFolder);
  if (cached !== null) return cached;
  options.onProgress(`downloading ${url}`);
  const bytes = await fetchBytes(url, options.fetch ?? globalThis.fetch);
  const found = digestOf(bytes);
  if (found !== sha256) {
    throw new IngestError(
      'pdf/matches-report',
      `The file at ${url} is not the one that report.yaml names: its SHA-256 is ${found}, expected was ${sha256}.`,
      'If the publisher has issued a new file, look at it and change pdf.sha256 in report.yaml. Nothing was kept.',
    );
  }
  writeCached(options.cacheFolder, sha256, bytes);
  return bytes;
}

/** The PDF that `report.yaml` names, where it was fetched before and is still whole; else null. */
export function readDownloaded(report: Report | null, cacheFolder: string): Uint8Array | null {
  const sha256 = report?.pdf?.sha256;
  if (sha256 === undefined) return null;
  const cached = readCached(cacheFolder, sha256);
  return cached !== null && digestOf(cached) === sha256 ? cached : null;
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function fetchBytes(url: string, fetch: typeof globalThis.fetch): Promise<Uint8Array> {
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(MAX_TIME_MS) });
    if (!response.ok || response.body === null) {
      throw failure(url, `the server answered ${String(response.status)} ${response.statusText}`.trim());
    }
    return await readLimited(response.body, url);
  } catch (cause) {
    if (cause instanceof IngestError) throw cause;
    throw failure(url, describeCause(cause), cause);
  }
}

async function readLimited(body: ReadableStream<Uint8Array>, url: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_BYTES) throw failure(url, `it is larger than ${String(MAX_BYTES / 1024 / 1024)} MiB`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function describeCause(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const inner = cause.cause instanceof Error ? ` (${cause.cause.message})` : '';
  return cause.name === 'TimeoutError' ? 'it took longer than ten minutes' : `${cause.message}${inner}`;
}

function failure(url: string, why: string, cause?: unknown): IngestError {
  return new IngestError(
    'pdf/downloadable',
    `The official PDF could not be fetched from ${url}: ${why}. Nothing was changed.`,
    'Check the network, or download the PDF in a browser and give it with --pdf.',
    { cause },
  );
}
