/** Tables, figures and boxed text, found page by page and joined over page ends. */
import { calloutRegions, findCallouts } from './boxes/callouts.ts';
import { findFigures } from './figures/figures.ts';
import { viewPages } from './page-view.ts';
import { findPageTables, linkParts } from './tables/table-parts.ts';
import { tableRegion } from './tables/table-regions.ts';
import type { FindRegions, Region } from './types.ts';

function inReadingOrder(regions: readonly Region[]): readonly Region[] {
  return regions.toSorted((a, b) => {
    const [one, other] = [a.parts[0]!, b.parts[0]!];
    return one.page - other.page || one.box.y - other.box.y || one.box.x - other.box.x;
  });
}

/** Finds the regions of a document; see `RegionInput` for what must be known before. */
export const findRegions: FindRegions = (input) => {
  const views = viewPages(input);
  const pages = views.map(findPageTables);
  const linked = linkParts(pages);
  const tables = linked.map((parts) => tableRegion(parts, input.labels));
  const callouts = pages.map(({ view, frames }) => findCallouts(view, frames));
  const parts = linked.flat();
  const limits = views.map((view, index) => {
    const own = parts.filter((part) => part.view === view);
    return {
      taken: [...own.map(({ draft }) => draft.box), ...callouts[index]!.map(({ frame }) => frame.draft.box)],
      usedCaptions: new Set(own.flatMap(({ caption }) => caption ?? [])),
    };
  });
  const figures = findFigures(
    views,
    limits,
    views.map(({ page }) => input.labels[page - 1] ?? ''),
  );
  const regions = inReadingOrder([
    ...tables.map(({ region }) => region),
    ...calloutRegions(callouts.flat()),
    ...figures,
  ]);
  return { regions, messages: tables.flatMap(({ messages }) => messages) };
};
