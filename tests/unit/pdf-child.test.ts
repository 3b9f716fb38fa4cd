import { describe, expect, it } from 'vitest';
import { IngestError } from '../../scripts/ingest/model/errors.ts';
import { callInChild } from '../../scripts/ingest/readers/pdf/process/child.ts';
import type { ReadingProgress } from '../../scripts/ingest/readers/pdf/process/child-messages.ts';

const moduleUrl = new URL('../support/pdf-child-functions.ts', import.meta.url).href;
const call = (exportName: string, argument: unknown = null) => ({ moduleUrl, exportName, argument });

describe('callInChild', () => {
  it('returns plain data, byte arrays and maps from another process, and tells of the progress', async () => {
    const seen: ReadingProgress[] = [];
    const argument = { bytes: new Uint8Array([1, 2, 255]), map: new Map([['图 1', 1]]) };
    const result = await callInChild<{ argument: typeof argument; pid: number }>(call('echo', argument), {
      onProgress: (progress) => seen.push(progress),
    });
    expect([...result.argument.bytes]).toEqual([1, 2, 255]);
    expect(result.argument.map).toEqual(argument.map);
    expect(result.pid).not.toBe(process.pid);
    expect(seen).toEqual([{ stage: 'pages', page: 1, pageCount: 2 }, { stage: 'flow' }]);
  });

  it('throws the IngestError that the function throws, with its code and hint', async () => {
    const error: unknown = await callInChild(call('refuse')).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(IngestError);
    expect(error).toMatchObject({ code: 'pdf/readable', message: 'It is broken.', hint: 'Mend it.' });
  });

  it('passes a bug on as the error that it is', async () => {
    await expect(callInChild(call('fail'))).rejects.toMatchObject({ name: 'TypeError', message: 'A bug.' });
  });

  it('ends a function that never gives control back, and says where it was', async () => {
    const limits = { silenceMs: 1500, totalMs: 60_000 };
    await expect(callInChild(call('spin'), { limits })).rejects.toMatchObject({
      code: 'pdf/within-limits',
      message: expect.stringContaining('page 3 of 9') as string,
    });
  });

  it('ends a function that takes too long in all', async () => {
    const limits = { silenceMs: 60_000, totalMs: 1500 };
    await expect(callInChild(call('spin'), { limits })).rejects.toMatchObject({ code: 'pdf/within-limits' });
  });

  it('counts computing, not the clock: many parts below the limit are no silence, one above it is', async () => {
    const limits = { silenceMs: 900, totalMs: 60_000 };
    await expect(callInChild(call('work', 5), { limits })).resolves.toBe('done');
    const short = { silenceMs: 150, totalMs: 60_000 };
    await expect(callInChild(call('work', 5), { limits: short })).rejects.toMatchObject({
      message: expect.stringContaining(
        'for one part, so it was ended. It stopped in the stage “tables” at page',
      ) as string,
    });
  });

  it('ends a function that fills the memory', async () => {
    await expect(callInChild(call('hoard'))).rejects.toMatchObject({
      code: 'pdf/within-limits',
      message: expect.stringContaining('memory') as string,
    });
  });

  it('says so when the process ends without an answer', async () => {
    await expect(callInChild(call('vanish'))).rejects.toThrow('exit code 7');
  });

  it('ends the child when it is no longer wanted', async () => {
    const stop = new AbortController();
    const running = callInChild(call('spin'), {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    });
    await expect(running).rejects.toThrow('enough');
  });
});
