import type { RuleId } from '../../../model/errors.ts';

/** What the parent sends once: the function to call, by module and export, and its argument. */
export interface ChildCall {
  readonly moduleUrl: string;
  readonly exportName: string;
  /** Anything that structured clone can carry: plain data, typed arrays, maps. */
  readonly argument: unknown;
}

/** How much a child may compute, in milliseconds of its own CPU time; the memory limit is the same for all. */
export interface ChildLimits {
  /** Between two signs of life. */
  readonly silenceMs: number;
  /** In all. */
  readonly totalMs: number;
}

/** What happened so far; `page` of `pageCount` where the stage goes page by page. */
export interface ReadingProgress {
  readonly stage: string;
  readonly page?: number;
  readonly pageCount?: number;
}

/** A function that may run in a child process: takes plain data, tells how far it is, returns plain data. */
export type ChildFunction<Argument, Result> = (
  argument: Argument,
  onProgress: (progress: ReadingProgress) => void,
) => Promise<Result>;

/** What the child sends: any number of progress reports, then one result or failure. */
export type ChildReport =
  | { readonly type: 'progress'; readonly progress: ReadingProgress }
  | { readonly type: 'result'; readonly result: unknown }
  | { readonly type: 'failure'; readonly failure: ChildFailure };

/** An error in plain data: class instances do not survive the way between processes. */
export interface ChildFailure {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  /** Both set for an `IngestError`. */
  readonly code?: RuleId;
  readonly hint?: string;
}
