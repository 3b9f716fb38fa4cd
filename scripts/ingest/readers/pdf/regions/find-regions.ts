/** Tables, listings, figures and boxed text, found page by page and joined over page ends. */
import { itemAt } from '../../../model/item-at.ts';
import { calloutRegions, findCallouts, withoutLayout } from './boxes/callouts.ts';
import { findFigures } from './figures/figures.ts';
import { Bulkheads } from '../process/bulkheads.ts';
import { findListings } from './listings/find-listings.ts';
import { findMonospacedFonts } from './listings/monospaced-fonts.ts';
import { viewPages } from './page-view.ts';
import type { PageView } from './page-view.ts';
import { findPageTables, linkParts } from './tables/table-parts.ts';
import type { PageTables } from './tables/table-parts.ts';
import { tableRegion } from './tables/table-regions.ts';
import { boxesOn, type FindRegions, type Region } from './types.ts';

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
      () => [tableRegion(parts, input.labels)],
      () => [],
    ),
  );
  const parts = linked.flat();
  const taken = views.map((view) => parts.filter((part) => part.view === view).map(({ draft }) => draft.box));
  const listings = bulkheads.run(
    'listings',
    null,
    () => findListings(views, taken, { fonts: findMonospacedFonts(input.pages), labels: input.labels }),
    () => [],
  );
  const framed = pages.map(({ view, frames }) =>
    bulkheads.run(
      'boxes',
      view.page,
      () => findCallouts(view, frames, listings),
      () => [],
    ),
  );
  const callouts = bulkheads.run(
    'boxes',
    null,
    () => withoutLayout(framed.flat()),
    () => framed.flat(),
  );
  const limits = views.map((view) => {
    const own = parts.filter((part) => part.view === view);
    const boxes = callouts.filter((part) => part.view === view);
    return {
      taken: [
        ...own.map(({ draft }) => draft.box),
        ...boxes.map(({ frame }) => frame.draft.box),
        ...boxesOn(view.page, listings),
      ],
      usedCaptions: new Set(own.flatMap(({ caption }) => caption ?? [])),
    };
  });
  const labels = views.map(({ page }) => input.labels[page - 1] ?? '');
  const boxed = bulkheads.run(
    'boxes',
    null,
    () => calloutRegions(callouts),
    () => [],
  );
  const regions = inReadingOrder([
    ...tables.map(({ region }) => region),
    ...listings.filter(({ runIds }) => !boxed.some((box) => [...runIds].some((id) => box.runIds.has(id)))),
    ...boxed,
    ...findFigures(views, limits, labels, bulkheads),
  ]);
  return { regions, messages: tables.flatMap(({ messages }) => messages) };
};

const withoutTables = (view: PageView): PageTables => ({ view, parts: [], strips: [], frames: [] });
