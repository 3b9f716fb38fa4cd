import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import { describeMutant, describeResults } from './mutate/describe-results.ts';
import { findMutants } from './mutate/find-mutants.ts';
import { parseKnownSurvivors, sortSurvivors } from './mutate/known-survivors.ts';
import type { Mutant } from './mutate/mutant.ts';
import { FailingTestsError, runMutants, type RunListener } from './mutate/run-mutants.ts';
import { sampleMutants } from './mutate/sample-mutants.ts';
import { newCommand } from './steps/new-command.ts';

const SURVIVORS_FILE = 'tests/mutation/survivors.yaml';
/** How often progress is told where nobody watches a terminal: after this many mutants. */
const PROGRESS_STEP = 25;

const command = newCommand('npm run mutate --')
  .description(
    'Changes sources one small place at a time, in memory, and says which changes no test notices (docs/testing.md).',
  )
  .argument('<paths...>', 'folders or files of src/ or scripts/')
  .option('--sample <count>', 'try this many mutants, drawn by lot', positiveNumber)
  .option('--seed <number>', 'which lot is drawn', positiveNumber, 1)
  .option('--tests <part>', 'ask only test files with this in their path: quicker, while they are written')
  .option('--list', 'only list the mutants')
  .parse();
const options = command.opts<{ sample?: number; seed: number; tests?: string; list?: boolean }>();

const files = command.args.flatMap(filesOf);
const all = files.flatMap((file) => findMutants(file, readFileSync(file, 'utf8')));
const mutants = options.sample === undefined ? all : sampleMutants(all, options.sample, options.seed);
if (options.list === true) {
  process.stdout.write(`${mutants.flatMap(describeMutant).join('\n')}\n${mutants.length} mutants\n`);
} else {
  await run(mutants);
}

async function run(chosen: readonly Mutant[]): Promise<void> {
  const known = existsSync(SURVIVORS_FILE) ? parseKnownSurvivors(readFileSync(SURVIVORS_FILE, 'utf8')) : [];
  const start = performance.now();
  let done = 0;
  try {
    const listener: RunListener = {
      onTests: (asked, leftOut) => {
        process.stderr.write(`${chosen.length} mutants of ${files.length} files, ${asked} test files\n`);
        for (const test of leftOut) process.stderr.write(`Not asked, because it is slow: ${test}\n`);
      },
      onResult: () => {
        done += 1;
        if (done % PROGRESS_STEP === 0) process.stderr.write(`${done} of ${chosen.length}\n`);
      },
    };
    const { tests = '' } = options;
    const results = await runMutants(chosen, listener, (test) => test.includes(tests));
    const seconds = Math.round((performance.now() - start) / 1000);
    process.stdout.write(
      describeResults(command.args.join(' '), results, sortSurvivors(results, all, known)),
    );
    process.stdout.write(`${seconds} s\n`);
    // Vitest leaves a code of its own behind: its tests did fail.
    process.exitCode = 0;
  } catch (error) {
    if (!(error instanceof FailingTestsError)) throw error;
    process.stderr.write(`Fails before anything is changed: ${error.message}\n`);
    process.exitCode = 1;
  }
}

/** A file itself, or the TypeScript files in a folder. */
function filesOf(path: string): readonly string[] {
  if (!existsSync(path)) command.error(`There is no ${path}.`);
  if (!statSync(path).isDirectory()) return [path];
  const folder = path.replace(/\/+$/u, '');
  return globSync(`${folder}/**/*.ts`)
    .filter((file) => !file.endsWith('.d.ts'))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

function positiveNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new InvalidArgumentError('It should be a number from 1.');
  return number;
}
