import { parse } from 'yaml';
import { z } from 'zod';
import type { Mutant, MutantResult } from './mutant.ts';

const knownSurvivorSchema = z.strictObject({
  /** Path from the project's folder. */
  file: z.string().min(1),
  /** The source line without the space around it: line numbers move, lines seldom change. */
  source: z.string().min(1),
  /** As the report writes it: `0.25 → 0.5`. */
  change: z.string().min(1),
  /** Why no test can or should notice. */
  reason: z.string().min(1),
});

/** A mutant that survives for a good reason. */
export type KnownSurvivor = z.infer<typeof knownSurvivorSchema>;

/**
 * Reads tests/mutation/survivors.yaml; an empty file names none.
 * @throws where the text is no list of such entries
 */
export function parseKnownSurvivors(yaml: string): readonly KnownSurvivor[] {
  return z.array(knownSurvivorSchema).parse(parse(yaml) ?? []);
}

/** Survivors of a run, sorted by what is known of them. */
export interface SortedSurvivors {
  readonly unknown: readonly Mutant[];
  readonly known: readonly (readonly [mutant: Mutant, entry: KnownSurvivor])[];
  /** Entries whose mutants all ran and were all noticed, or whose place is gone. */
  readonly outdated: readonly KnownSurvivor[];
}

const fits = (entry: KnownSurvivor, mutant: Mutant): boolean =>
  entry.file === mutant.file && entry.source === mutant.source && entry.change === mutant.change;

/**
 * Sorts survivors. `all` are the mutants of the files looked at, also those that a sample left out, which says nothing
 * about their entries.
 */
export function sortSurvivors(
  results: readonly MutantResult[],
  all: readonly Mutant[],
  entries: readonly KnownSurvivor[],
): SortedSurvivors {
  const unknown: Mutant[] = [];
  const known: (readonly [Mutant, KnownSurvivor])[] = [];
  const survivors = results.filter(({ verdict }) => verdict === 'survived');
  for (const { mutant } of survivors) {
    const entry = entries.find((candidate) => fits(candidate, mutant));
    if (entry === undefined) unknown.push(mutant);
    else known.push([mutant, entry]);
  }
  const files = new Set(all.map(({ file }) => file));
  const tried = new Set(results.map(({ mutant }) => mutant));
  const outdated = entries.filter(
    (entry) =>
      files.has(entry.file) &&
      all.filter((mutant) => fits(entry, mutant)).every((mutant) => tried.has(mutant)) &&
      !survivors.some(({ mutant }) => fits(entry, mutant)),
  );
  return { unknown, known, outdated };
}
