/**
 * Tables, listings, boxed text and figures, found page by page and joined over page ends. Each search sees only text that
 * those before it left, so that no region says what another says.
 */
import type { Box } from '../../../model/document.ts';
import { itemAt } from '../../../model/item-at.ts';
import { calloutRegions, findCallouts, withoutLayout } from './boxes/callouts.ts';
import { findFigures } from './figures/figures.ts';
import { Bulkheads } from '../process/bulkheads.ts';
import { findListings } from './listings/find-listings.ts';
import { viewPages, viewWithout } from './page-view.ts';
import type { PageView } from './page-view.ts';
import { findPageTables, linkParts } from './tables/table-parts.ts';
import type { PageTables } from './tables/table-parts.ts';
import { tableRegion, type TableResult } from './tables/table-regions.ts';
import { boxesOn, type CalloutRegion, type FindRegions, type ListingRegion, type Region } from './types.ts';

function inReadingOrder(regions: readonly Region[]): readonly Region[] {
  return regions.toSorted((a, b) => {
    const [one, other] = [itemAt(a.parts, 0), itemAt(b.parts, 0)];
    return one.page - other.page || one.box.y - other.box.y || one.box.x - other.box.x;
  });
}

/** Finds the regions of a document; see `RegionInput` for what must be known before. A page or region that fails has none. */
export const findRegions: FindRegions = (input, bulkheads = new Bulkheads()) => {
  const views = bulkheads.run(
    'figures',
    null,
    () => viewPages(input),
    () => [],
  );
  const pages = views.map((view) =>
    bulkheads.run(
      'tables',
      view.page,
      () => findPageTables(view),
      () => withoutTables(view),
    ),
  );
  const { tables, areas } = findTables(pages, input.labels, bulkheads);
  const outside = viewsWithout(
    views,
    tables.map(({ region }) => region),
  );
  const boxed = findBoxedText(
    pages.map((page, index) => ({ ...page, rest: outside[index] ?? page.view, taken: areas[index] ?? [] })),
    input.labels,
    bulkheads,
  );
  const limits = views.map(({ page }, index) => [...(areas[index] ?? []), ...boxesOn(page, boxed)]);
  const labels = views.map(({ page }) => input.labels[page - 1] ?? '');
  const regions = inReadingOrder([
    ...tables.map(({ region }) => region),
    ...boxed,
    ...findFigures(viewsWithout(outside, boxed), limits, labels, bulkheads),
  ]);
  return { regions, messages: tables.flatMap(({ messages }) => messages) };
};

const withoutTables = (view: PageView): PageTables => ({
  view,
  parts: [],
  strips: [],
  frames: [],
  grounds: [],
  rest: view,
});

/** The pages without the text of regions. */
function viewsWithout(views: readonly PageView[], regions: readonly Region[]): readonly PageView[] {
  const taken = new Set(regions.flatMap(({ runIds }) => [...runIds]));
  return views.map((view) => viewWithout(view, taken));
}

/** The tables of all pages, and the areas of each page that they fill. */
function findTables(
  pages: readonly PageTables[],
  labels: readonly string[],
  bulkheads: Bulkheads,
): { readonly tables: readonly TableResult[]; readonly areas: readonly (readonly Box[])[] } {
  const linked = bulkheads.run(
    'tables',
    null,
    () => linkParts(pages),
    () => pages.flatMap(({ parts }) => parts.map((part) => [part])),
  );
  const tables = linked.flatMap((parts) =>
    bulkheads.run(
      'tables',
      parts[0]?.view.page ?? null,
      () => [tableRegion(parts, labels)],
      () => [],
    ),
  );
  const parts = linked.flat();
  const areas = pages.map(({ view }) =>
    parts.filter((part) => part.view === view).map(({ draft }) => draft.box),
  );
  return { tables, areas };
}

/** A page whose tables are known: what they left, and the areas that they fill. */
interface PageWithAreas extends PageTables {
  readonly taken: readonly Box[];
}

/** Listings and boxed texts. A listing within a boxed text is part of it. */
function findBoxedText(
  pages: readonly PageWithAreas[],
  labels: readonly string[],
  bulkheads: Bulkheads,
): readonly (ListingRegion | CalloutRegion)[] {
  const listings = bulkheads.run(
    'listings',
    null,
    () =>
      findListings(
        pages.map(({ rest, taken, grounds }) => ({ view: rest, taken, grounds })),
        labels,
      ),
    () => [],
  );
  const framed = pages.flatMap(({ rest, frames }) =>
    bulkheads.run(
      'boxes',
      rest.page,
      () => findCallouts(rest, frames, listings),
      () => [],
    ),
  );
  const boxed = bulkheads.run(
    'boxes',
    null,
    () => calloutRegions(withoutLayout(framed)),
    () => [],
  );
  const inBoxes = new Set(boxed.flatMap(({ runIds }) => [...runIds]));
  return [...listings.filter(({ runIds }) => ![...runIds].some((id) => inBoxes.has(id))), ...boxed];
}
