/** S4: tables, figures and boxed text, found page by page and joined over page ends. */
import { linkParts, findPageTables } from './table-parts.ts';
import { tableRegion } from './table-regions.ts';
import { viewPages } from './page-view.ts';
import type { FindRegions, Region } from './types.ts';

/** Finds the regions of a document; see `RegionInput` for what must be known before. */
export const findRegions: FindRegions = (input) => {
  const views = viewPages(input);
  const pages = views.map(findPageTables);
  const tables = linkParts(pages).map((parts) => tableRegion(parts, input.labels));
  const regions: readonly Region[] = tables.map(({ region }) => region);
  return { regions, messages: tables.flatMap(({ messages }) => messages) };
};
