/** One small change of a source file, made in memory only. */
export interface Mutant {
  /** Path from the project's folder, with `/`. */
  readonly file: string;
  /** Where the replaced text begins and ends, in UTF-16 units of the file. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** What was changed into what: `0.25 → 0.5`; where a line can be changed so twice, the second is `0.25 → 0.5 (2)`. */
  readonly change: string;
  /** From 1. */
  readonly line: number;
  /** The line as it is written, without the space around it. */
  readonly source: string;
}

/** A place and what may stand there instead. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** `killed`: a test failed; `timeout`: the tests did not end, which counts as noticed too. */
export type Verdict = 'killed' | 'timeout' | 'survived';

/** What became of a mutant. */
export interface MutantResult {
  readonly mutant: Mutant;
  readonly verdict: Verdict;
}

/** The source with the one change in it. */
export function mutatedText(text: string, { start, end, replacement }: Change): string {
  return text.slice(0, start) + replacement + text.slice(end);
}
