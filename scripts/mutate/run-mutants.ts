import { itemAt } from '../ingest/model/item-at.ts';
import type { Mutant, MutantResult } from './mutant.ts';
import { startTestSession, type TestSession } from './test-session.ts';

/** Sessions at a time, as many as the tests have workers. */
const SESSIONS = 2;
/** A test file that takes longer than this, in milliseconds, is not asked: a hundred mutants would wait for it. */
const LONGEST_TEST_MS = 20_000;
/** A mutant gets this many times what its tests take, and never less than the second number, in milliseconds. */
const PATIENCE = 10;
const LEAST_LIMIT_MS = 10_000;

/** What a run tells while it goes on. */
export interface RunListener {
  readonly onTests: (asked: number, leftOut: readonly string[]) => void;
  readonly onResult: (result: MutantResult) => void;
}

/** Which test files are asked. */
export type TestChoice = (test: string) => boolean;

/** Thrown where the tests fail before anything is changed. */
export class FailingTestsError extends Error {
  override readonly name = 'FailingTestsError';
}

/** Runs the tests of every mutant; the results stand in the order of the mutants. `isAsked` leaves out tests by their path. */
export async function runMutants(
  mutants: readonly Mutant[],
  { onTests, onResult }: RunListener,
  isAsked: TestChoice = () => true,
): Promise<readonly MutantResult[]> {
  const sessions = await Promise.all(Array.from({ length: SESSIONS }, startTestSession));
  try {
    const { ofFile, times } = await planTests(itemAt(sessions, 0), mutants, isAsked);
    const slow = [...times].flatMap(([test, time]) => (time > LONGEST_TEST_MS ? [test] : []));
    onTests(times.size - slow.length, slow);
    const results: MutantResult[] = [];
    const order = new Map(
      [...ofFile].map(([file, tests]) => [file, quickFirst(tests, times, LONGEST_TEST_MS)]),
    );
    let next = 0;
    const work = async (session: TestSession): Promise<void> => {
      for (let at = next++; at < mutants.length; at = next++) {
        const mutant = itemAt(mutants, at);
        const tests = order.get(mutant.file) ?? [];
        const limit = Math.max(
          LEAST_LIMIT_MS,
          PATIENCE * tests.reduce((sum, test) => sum + (times.get(test) ?? 0), 0),
        );
        const { verdict, by } = await session.judge(mutant.file, mutant, tests, limit);
        // Neighbouring places are mostly noticed by the same tests.
        if (by !== undefined) order.set(mutant.file, [by, ...tests.filter((test) => test !== by)]);
        const result = { mutant, verdict };
        results[at] = result;
        onResult(result);
      }
    };
    await Promise.all(sessions.map(work));
    return results;
  } finally {
    await Promise.all(sessions.map((session) => session.close()));
  }
}

function quickFirst(
  tests: readonly string[],
  times: ReadonlyMap<string, number>,
  longest: number,
): readonly string[] {
  return tests
    .map((test) => ({ test, time: times.get(test) ?? 0 }))
    .filter(({ time }) => time <= longest)
    .sort((left, right) => left.time - right.time)
    .map(({ test }) => test);
}

/** Which tests belong to each file, and how long each takes when nothing is changed. */
async function planTests(
  session: TestSession,
  mutants: readonly Mutant[],
  isAsked: TestChoice,
): Promise<{ ofFile: ReadonlyMap<string, readonly string[]>; times: ReadonlyMap<string, number> }> {
  const ofFile = new Map<string, readonly string[]>();
  for (const { file } of mutants) {
    if (!ofFile.has(file)) ofFile.set(file, (await session.testsOf(file)).filter(isAsked));
  }
  const times = new Map<string, number>();
  for (const test of new Set([...ofFile.values()].flat())) {
    const milliseconds = await session.time(test);
    if (milliseconds === undefined) throw new FailingTestsError(test);
    times.set(test, milliseconds);
  }
  return { ofFile, times };
}
