import type { SortedSurvivors } from './known-survivors.ts';
import type { Mutant, MutantResult } from './mutant.ts';

/** The report of a run: each file with its survivors, what is known of them, and a line for all. */
export function describeResults(
  name: string,
  results: readonly MutantResult[],
  { unknown, known, outdated }: SortedSurvivors,
): string {
  const files = Map.groupBy(results, ({ mutant }) => mutant.file);
  const lines = [...files].flatMap(([file, ofFile]) => [
    `${file}: ${share(ofFile)}`,
    ...unknown.filter((mutant) => mutant.file === file).flatMap(describeMutant),
  ]);
  if (known.length > 0) lines.push('', 'Survivors that stay, for a reason:');
  for (const [mutant, { reason }] of known) lines.push(`  ${nameOf(mutant)}  (${reason})`);
  if (outdated.length > 0) lines.push('', 'Entries of survivors.yaml that no longer survive; take them out:');
  for (const { file, source, change } of outdated) lines.push(`  ${file}  ${change}  in  ${source}`);
  lines.push(
    '',
    `${name}: ${share(results)}${known.length === 0 ? '' : `, ${known.length} stay for a reason`}`,
  );
  return `${lines.join('\n')}\n`;
}

/** A mutant on two lines: where and what, and the source line. */
export function describeMutant(mutant: Mutant): readonly string[] {
  return [`  ${nameOf(mutant)}`, `      ${mutant.source}`];
}

function nameOf({ file, line, change }: Mutant): string {
  return `${file}:${line}  ${change}`;
}

function share(results: readonly MutantResult[]): string {
  const noticed = results.filter(({ verdict }) => verdict !== 'survived').length;
  const late = results.filter(({ verdict }) => verdict === 'timeout').length;
  const percent = results.length === 0 ? 100 : Math.floor((noticed * 100) / results.length);
  return `${noticed} of ${results.length} noticed (${percent} %${late === 0 ? '' : `, ${late} by never ending`})`;
}
