/** The child process itself: started by `child.ts`, never imported. */
import { Worker } from 'node:worker_threads';
import { IngestError } from '../../../model/errors.ts';
import type { ChildCall, ChildFailure, ChildFunction, ChildLimits, ChildReport } from './child-messages.ts';
import { newSharedProgress, ProgressWriter } from './shared-progress.ts';

/** Progress is sent at most this often, in milliseconds: messages cost more than pages do. */
const PROGRESS_INTERVAL_MS = 50;

async function send(report: ChildReport): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const isSent = process.send?.(report, (error: Error | null) => {
      if (error) reject(error);
      else resolve();
    });
    if (isSent === undefined) reject(new Error('This file runs as a child process only.'));
  });
}

function describeFailure(error: unknown): ChildFailure {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: '' };
  const failure = { name: error.name, message: error.message, stack: error.stack ?? '' };
  return error instanceof IngestError ? { ...failure, code: error.code, hint: error.hint } : failure;
}

async function answer({ moduleUrl, exportName, argument }: ChildCall): Promise<ChildReport> {
  let lastSent = -Infinity;
  let lastStage = '';
  try {
    const module = (await import(moduleUrl)) as Record<string, ChildFunction<unknown, unknown>>;
    const call = module[exportName];
    if (call === undefined) throw new TypeError(`${moduleUrl} has no export ${exportName}.`);
    const result = await call(argument, (progress) => {
      signs.note(progress);
      const now = performance.now();
      if (progress.stage === lastStage && now - lastSent < PROGRESS_INTERVAL_MS) return;
      lastSent = now;
      lastStage = progress.stage;
      void send({ type: 'progress', progress }).catch(() => process.exit(1));
    });
    return { type: 'result', result };
  } catch (error) {
    return { type: 'failure', failure: describeFailure(error) };
  }
}

// The watchdog has a thread of its own: the main one may be busy in one endless call.
const shared = newSharedProgress();
const signs = new ProgressWriter(shared);
const limits = JSON.parse(process.argv[2] ?? '{}') as ChildLimits;
new Worker(new URL('child-watchdog.ts', import.meta.url), { workerData: { limits, shared } }).unref();
process.once('disconnect', () => process.exit(1));
process.once('message', (call: ChildCall) => {
  void answer(call).then(async (report) => {
    await send(report);
    process.exit(0);
  });
});
