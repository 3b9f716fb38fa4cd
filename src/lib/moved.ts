import type { Permalink } from '../schema/permalinks.ts';

export interface MovedPassage {
  readonly id: string;
  /** Where its content is now; undefined where it is nowhere. */
  readonly target: { readonly chapter: string; readonly id: string } | undefined;
}

/** Follows `replacedBy` to an entry that still stands; a ring or a missing id ends it. */
function standing(entries: ReadonlyMap<string, Permalink>, start: Permalink): Permalink | undefined {
  const seen = new Set<string>();
  let entry: Permalink | undefined = start;
  while (entry?.replacedBy !== undefined) {
    if (seen.has(entry.id)) return undefined;
    seen.add(entry.id);
    entry = entries.get(entry.replacedBy);
  }
  return entry;
}

/** The ids that once stood on the page of `chapter` ('' for the report's home) and do not any more. */
export function resolveMoved(entries: readonly Permalink[], chapter: string): readonly MovedPassage[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return entries
    .filter((entry) => {
      const here = entry.chapter === chapter;
      return here ? entry.replacedBy !== undefined : (entry.formerly?.includes(chapter) ?? false);
    })
    .map((entry) => {
      const now = standing(byId, entry);
      return { id: entry.id, target: now && { chapter: now.chapter, id: now.id } };
    });
}
