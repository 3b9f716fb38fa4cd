/** What the stages found, for `--trace` and for the accounts. */
import type { Places } from './find-places.ts';
import type { FileFacts } from './glyphs/file-facts.ts';
import type { Outline } from './outline/find-headings.ts';

/** What each stage made, by its name. */
export type Stages = Readonly<Record<string, unknown>>;

export interface StageResults {
  readonly facts: FileFacts;
  readonly places: Places;
  readonly outline: Outline;
  /** Stacks of the faults that bulkheads held. */
  readonly faults: readonly string[];
}

/** The results by the names of the rooms, in their order, as plain data. */
export function stagesOf({ facts, places, outline, faults }: StageResults): Stages {
  const { claims, labels, contents, metadata, candidates } = places.furniture;
  const { measures, lines } = places.text;
  return {
    '1-file': facts,
    '2-glyphs': places.pages,
    '3-lines': { measures, lines },
    '4-furniture': { labels, metadata, candidates, contents, claims },
    '5-regions': places.regions.map((region) => ({ ...region, runIds: [...region.runIds] })),
    '6-notes': places.notes,
    '7-outline': { ...outline, headings: undefined },
    '8-faults': faults,
    ...(places.deck && { '9-slides': { facts: places.deck.facts, headings: places.deck.headings } }),
  };
}
