/**
 * Time and memory of the PDF reader beside plain pdf.js text extraction of the same file, in alternating runs:
 * `npm run bench -- pdf`. Files: `BENCH_PDFS` (separated by commas), else the real reports of all templates in
 * ../shared/corpus where they are, else the small reports of the tests. The last line has the median of the ratios.
 */
import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MAX_YOUNG_HEAP_MEBIBYTES } from '../ingest/readers/pdf/process/limits.ts';

interface Run {
  readonly pages: number;
  readonly milliseconds: number;
  readonly peakBytes: number;
}

const ROUNDS = 5;
const RUN = fileURLToPath(new URL('pdf/measured-run.ts', import.meta.url));
const MEBIBYTE = 1024 * 1024;
/** As the reading child is started. */
const YOUNG_HEAP = `--max-semi-space-size=${String(MAX_YOUNG_HEAP_MEBIBYTES)}`;

function chooseFiles(): readonly string[] {
  const named = process.env['BENCH_PDFS']?.split(',').filter((file) => file !== '') ?? [];
  if (named.length > 0) return named;
  const real = globSync('../shared/corpus/{*,wild/*}.pdf').sort();
  return real.length > 0 ? real : globSync('tests/fixtures/pdf/*/input.pdf').sort();
}

// The child prints one run.
const measure = (what: 'ours' | 'plain', file: string): Run =>
  JSON.parse(execFileSync(process.execPath, [YOUNG_HEAP, RUN, what, file], { encoding: 'utf8' })) as Run;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

console.log('| file | pages | pdf.js text, ms | ours, ms | ratio | pdf.js, MiB | ours, MiB |');
console.log('|---|--:|--:|--:|--:|--:|--:|');
const ratios: number[] = [];
for (const file of chooseFiles()) {
  const plain: Run[] = [];
  const ours: Run[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    plain.push(measure('plain', file));
    ours.push(measure('ours', file));
  }
  const time = (runs: readonly Run[]): number => median(runs.map((run) => run.milliseconds));
  const memory = (runs: readonly Run[]): number => median(runs.map((run) => run.peakBytes)) / MEBIBYTE;
  const name = basename(file) === 'input.pdf' ? basename(dirname(file)) : basename(file, '.pdf');
  const ratio = time(ours) / time(plain);
  ratios.push(ratio);
  console.log(
    `| ${name} | ${String(ours[0]?.pages)} | ${time(plain).toFixed(0)} | ${time(ours).toFixed(0)} | ${ratio.toFixed(2)} | ${memory(plain).toFixed(0)} | ${memory(ours).toFixed(0)} |`,
  );
}
console.log(`\nmedian ratio ${median(ratios).toFixed(2)}, highest ${Math.max(...ratios).toFixed(2)}`);
