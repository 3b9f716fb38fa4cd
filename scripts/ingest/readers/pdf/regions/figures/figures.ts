/** Pages → figures: the pictures and drawings beside a figure's caption, and large ones without any. */
import type { Box } from '../../../../model/document.ts';
import { itemAt } from '../../../../model/item-at.ts';
import { centreOf } from '../../glyphs/geometry.ts';
import { FigureSearch, type Side } from './figure-search.ts';
import type { PageView } from '../page-view.ts';
import type { Bulkheads } from '../../process/bulkheads.ts';
import type { FigureRegion } from '../types.ts';

/** Which side of its caption the pictures of a document stand on, where both are possible. */
function usualSide(searches: readonly FigureSearch[]): Side {
  let above = 0;
  let below = 0;
  for (const search of searches) {
    for (const caption of search.captions) {
      const [hasAbove, hasBelow] = [search.picture(caption, 'above'), search.picture(caption, 'below')].map(
        (parts) => parts.length > 0,
      );
      if (hasAbove && !hasBelow) above++;
      if (hasBelow && !hasAbove) below++;
    }
  }
  return below > above ? 'below' : 'above';
}

function pageFigures(search: FigureSearch, usual: Side, label: string): readonly FigureRegion[] {
  const other: Side = usual === 'above' ? 'below' : 'above';
  const captioned = search.captions.flatMap((caption) => {
    const side = [usual, other].find((each) => search.picture(caption, each).length > 0);
    return side === undefined ? [] : [{ caption, side }];
  });
  search.take(captioned.flatMap(({ caption }) => caption.lines));
  const found: FigureRegion[] = captioned.map(({ caption, side }) =>
    search.region(search.picture(caption, side), caption, side, label),
  );
  const used = found.flatMap(({ parts }) => parts.map(({ box }) => box));
  for (const group of search.leftOver(used)) found.push(search.region(group, undefined, 'above', label));
  const placeOf = ({ parts }: FigureRegion): Box => itemAt(parts, 0).box;
  return found.sort((a, b) => {
    const [one, other] = [placeOf(a), placeOf(b)];
    return one.y - other.y || centreOf(one) - centreOf(other);
  });
}

/**
 * The figures of all pages; a page that fails has none.
 * @param taken Areas of other regions; these and `labels` are in the order of `views`.
 */
export function findFigures(
  views: readonly PageView[],
  taken: readonly (readonly Box[])[],
  labels: readonly string[],
  bulkheads: Bulkheads,
): readonly FigureRegion[] {
  const searches = views.flatMap((view, index) => {
    const label = labels[index] ?? '';
    return bulkheads.run(
      'figures',
      view.page,
      () => [{ search: new FigureSearch(view, taken[index] ?? []), view, label }],
      () => [],
    );
  });
  const usual = bulkheads.run<Side>(
    'figures',
    null,
    () => usualSide(searches.map(({ search }) => search)),
    () => 'above',
  );
  return searches.flatMap(({ search, view, label }) =>
    bulkheads.run(
      'figures',
      view.page,
      () => pageFigures(search, usual, label),
      () => [],
    ),
  );
}
