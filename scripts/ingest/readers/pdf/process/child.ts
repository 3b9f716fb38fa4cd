import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { IngestError } from '../../../model/errors.ts';
import type { ChildCall, ChildFailure, ChildLimits, ChildReport, ReadingProgress } from './child-messages.ts';
import { readLimit } from './limit-notice.ts';
import type { LimitName } from './limit-notice.ts';
import {
  MAX_HEAP_MEBIBYTES,
  MAX_RESIDENT_BYTES,
  MAX_IDLE_MS,
  MAX_SILENCE_MS,
  MAX_TOTAL_MS,
  MAX_YOUNG_HEAP_MEBIBYTES,
} from './limits.ts';

export interface ChildOptions {
  readonly onProgress?: ((progress: ReadingProgress) => void) | undefined;
  readonly limits?: ChildLimits | undefined;
  /** Ends the child at once; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

const ENTRY = fileURLToPath(new URL('child-entry.ts', import.meta.url));
const USUAL_LIMITS: ChildLimits = { silenceMs: MAX_SILENCE_MS, totalMs: MAX_TOTAL_MS };

/** Characters of the child's error output that are kept for the message about a crash. */
const KEPT_ERROR_OUTPUT = 2000;

/** What the engine prints before it gives up for lack of memory. */
const OUT_OF_MEMORY = /heap out of memory|Array buffer allocation failed|allocation failure/iu;

function startChild(limits: ChildLimits): ChildProcess {
  // Options of the parent (a test runner's loaders, an inspector) are not for the child.
  const environment = { ...process.env };
  delete environment['NODE_OPTIONS'];
  return fork(ENTRY, [JSON.stringify(limits)], {
    execArgv: [
      `--max-old-space-size=${String(MAX_HEAP_MEBIBYTES)}`,
      `--max-semi-space-size=${String(MAX_YOUNG_HEAP_MEBIBYTES)}`,
      '--disable-warning=ExperimentalWarning',
    ],
    env: environment,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

function rebuildError({ name, message, stack, code, hint }: ChildFailure): Error {
  const error = code === undefined ? new Error(message) : new IngestError(code, message, hint ?? '');
  if (code === undefined) error.name = name;
  if (stack !== '') error.stack = stack;
  return error;
}

/** What a limit means to the person who reads the file. */
function describeOver(limit: LimitName, { silenceMs, totalMs }: ChildLimits): string {
  const seconds = (ms: number): string => String(ms / 1000);
  switch (limit) {
    case 'memory':
      return `needed more than ${String(Math.round(MAX_RESIDENT_BYTES / 1024 / 1024))} MiB of memory`;
    case 'part':
      return `needed more than ${seconds(silenceMs)} s of computing for one part`;
    case 'total':
      return `needed more than ${seconds(totalMs)} s of computing in all`;
    case 'idle':
      return `waited for more than ${seconds(MAX_IDLE_MS)} s for something that did not come`;
  }
}

function overLimits(what: string, progress: ReadingProgress | null | undefined): IngestError {
  const { stage, page, pageCount } = progress ?? {};
  const at = page === undefined ? '' : ` at page ${String(page)} of ${String(pageCount ?? '?')}`;
  const where = stage === undefined ? '' : ` It stopped in the stage “${stage}”${at}.`;
  return new IngestError(
    'pdf/within-limits',
    `Reading the PDF ${what}, so it was ended.${where}`,
    'If a viewer shows the file, print it into a new PDF and read that; please report the file, for no real report should take so much.',
  );
}

interface ChildEnd {
  readonly code: number | null;
  readonly signal: string | null;
  readonly errorOutput: string;
  readonly progress: ReadingProgress | undefined;
}

function describeEnd({ code, signal, errorOutput, progress }: ChildEnd, limits: ChildLimits): Error {
  const over = readLimit(errorOutput);
  if (over !== null) return overLimits(describeOver(over.limit, limits), over.progress ?? progress);
  if (signal === 'SIGKILL' || OUT_OF_MEMORY.test(errorOutput))
    return overLimits(describeOver('memory', limits), progress);
  const how = signal === null ? `exit code ${String(code)}` : `signal ${signal}`;
  return new Error(`The reading process ended unexpectedly (${how}). ${errorOutput.trim()}`.trim());
}

/**
 * Calls `exportName` of the module at `moduleUrl` in a child process that its own watchdog ends when it goes over the
 * limits of computing and memory: on a busy machine it may take as long as it needs. Nothing of the parent is shared: argument and result travel as structured clones.
 *
 * @throws IngestError `pdf/within-limits` when the child was killed, and whatever `IngestError` the function throws.
 */
export async function callInChild<Result>(call: ChildCall, options: ChildOptions = {}): Promise<Result> {
  const { onProgress, limits = USUAL_LIMITS, signal } = options;
  signal?.throwIfAborted();
  const child = startChild(limits);
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  signal?.addEventListener('abort', kill);
  let progress: ReadingProgress | undefined;
  let errorOutput = '';
  try {
    return await new Promise<Result>((resolve, reject) => {
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        errorOutput = (errorOutput + text).slice(-KEPT_ERROR_OUTPUT);
      });
      child.on('message', (report: ChildReport) => {
        if (report.type === 'result') resolve(report.result as Result);
        else if (report.type === 'failure') reject(rebuildError(report.failure));
        else {
          progress = report.progress;
          onProgress?.(progress);
        }
      });
      child.once('error', reject);
      child.once('close', (code, endSignal) => {
        const aborted: unknown = signal?.aborted ? signal.reason : undefined;
        reject(aborted ?? describeEnd({ code, signal: endSignal, errorOutput, progress }, limits));
      });
      child.send(call, (error) => {
        if (error) reject(error);
      });
    });
  } finally {
    process.off('exit', kill);
    signal?.removeEventListener('abort', kill);
    kill();
  }
}
