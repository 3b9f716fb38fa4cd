/** Functions for the child process to call: well-behaved, failing and hostile ones. */
import { IngestError } from '../../scripts/ingest/model/errors.ts';
import type { ReadingProgress } from '../../scripts/ingest/readers/pdf/process/child-messages.ts';

type Report = (progress: ReadingProgress) => void;

/** Gives back what it got, after telling of two pages. */
export async function echo(argument: unknown, onProgress: Report): Promise<unknown> {
  onProgress({ stage: 'pages', page: 1, pageCount: 2 });
  onProgress({ stage: 'flow' });
  return Promise.resolve({ argument, pid: process.pid });
}

/** Fails as a reader fails on an unusable file. */
export async function refuse(): Promise<never> {
  return Promise.reject(new IngestError('pdf/readable', 'It is broken.', 'Mend it.'));
}

/** Fails as a bug does. */
export async function fail(): Promise<never> {
  return Promise.reject(new TypeError('A bug.'));
}

/** Never gives control back, like an endless content stream. */
export async function spin(_argument: unknown, onProgress: Report): Promise<never> {
  onProgress({ stage: 'pages', page: 3, pageCount: 9 });
  for (;;) Math.random();
}

/** Computes for a while, in parts that are told. @param parts How many, of 300 ms of computing each. */
export async function work(parts: unknown, onProgress: Report): Promise<string> {
  for (let part = 0; part < Number(parts); part++) {
    onProgress({ stage: 'tables', page: part + 1, pageCount: Number(parts) });
    const start = process.cpuUsage().user;
    // Asking for the time costs time: seldom.
    while (process.cpuUsage().user - start < 300_000)
      for (let step = 0; step < 100_000; step++) Math.random();
  }
  return Promise.resolve('done');
}

/** Fills memory outside of the JavaScript heap without giving control back. */
export async function hoard(): Promise<never> {
  const kept: Buffer[] = [];
  for (;;) kept.push(Buffer.alloc(32 * 1024 * 1024, kept.length + 1));
}

/** Ends the process without an answer. */
export async function vanish(): Promise<never> {
  process.exit(7);
}
