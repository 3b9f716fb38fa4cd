import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { IngestError } from '../../../model/errors.ts';
import type { ChildCall, ChildFailure, ChildReport, ReadingProgress } from './child-messages.ts';
import {
  MAX_HEAP_MEBIBYTES,
  MAX_RESIDENT_BYTES,
  MAX_SILENCE_MS,
  MAX_TOTAL_MS,
  MAX_YOUNG_HEAP_MEBIBYTES,
} from './limits.ts';

/** How long the child may take; the memory limit is its own matter (`child-watchdog.ts`). */
export interface ChildLimits {
  /** Milliseconds between two progress reports. */
  readonly silenceMs: number;
  /** Milliseconds in all. */
  readonly totalMs: number;
}

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

function startChild(): ChildProcess {
  // Options of the parent (a test runner's loaders, an inspector) are not for the child.
  const environment = { ...process.env };
  delete environment['NODE_OPTIONS'];
  return fork(ENTRY, [], {
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

function overLimits(what: string, progress: ReadingProgress | undefined): IngestError {
  const page =
    progress?.page === undefined
      ? ''
      : ` at page ${String(progress.page)} of ${String(progress.pageCount ?? '?')}`;
  const where = progress === undefined ? '' : ` It stopped in the stage “${progress.stage}”${page}.`;
  return new IngestError(
    'pdf/within-limits',
    `Reading the PDF ${what}, so it was ended.${where}`,
    'The file is damaged or made to exhaust the reader. Open it in a viewer, print it into a new PDF, and read that.',
  );
}

function describeEnd(
  code: number | null,
  signal: string | null,
  errorOutput: string,
  progress: ReadingProgress | undefined,
): Error {
  const mebibytes = String(Math.round(MAX_RESIDENT_BYTES / 1024 / 1024));
  if (signal === 'SIGKILL' || OUT_OF_MEMORY.test(errorOutput)) {
    return overLimits(`needed more than ${mebibytes} MiB of memory`, progress);
  }
  const how = signal === null ? `exit code ${String(code)}` : `signal ${signal}`;
  return new Error(`The reading process ended unexpectedly (${how}). ${errorOutput.trim()}`.trim());
}

/**
 * Calls `exportName` of the module at `moduleUrl` in a child process that is killed when it goes over the limits
 * of time and memory. Nothing of the parent is shared: argument and result travel as structured clones.
 *
 * @throws IngestError `pdf/within-limits` when the child was killed, and whatever `IngestError` the function throws.
 */
export async function callInChild<Result>(call: ChildCall, options: ChildOptions = {}): Promise<Result> {
  const { onProgress, limits = USUAL_LIMITS, signal } = options;
  signal?.throwIfAborted();
  const child = startChild();
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  signal?.addEventListener('abort', kill);
  let progress: ReadingProgress | undefined;
  let ended: IngestError | undefined;
  let errorOutput = '';
  const endFor = (what: string) => (): void => {
    ended = overLimits(what, progress);
    kill();
  };
  const total = setTimeout(endFor(`took longer than ${String(limits.totalMs / 1000)} s`), limits.totalMs);
  const silence = setTimeout(endFor(`got stuck for ${String(limits.silenceMs / 1000)} s`), limits.silenceMs);
  try {
    return await new Promise<Result>((resolve, reject) => {
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        errorOutput = (errorOutput + text).slice(-KEPT_ERROR_OUTPUT);
      });
      child.on('message', (report: ChildReport) => {
        silence.refresh();
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
        reject(aborted ?? ended ?? describeEnd(code, endSignal, errorOutput, progress));
      });
      child.send(call, (error) => {
        if (error) reject(error);
      });
    });
  } finally {
    clearTimeout(total);
    clearTimeout(silence);
    process.off('exit', kill);
    signal?.removeEventListener('abort', kill);
    kill();
  }
}
