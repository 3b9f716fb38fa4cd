/** A glyph run over several columns → its parts in each. */
import { itemAt } from '../../../../model/item-at.ts';
import { rightOf } from '../../glyphs/geometry.ts';
import type { GlyphRun } from '../../glyphs/page-content.ts';

/** A glyph run that crosses one of the places (x, ascending) in parts; the parts keep its id. */
export function splitRunAt(run: GlyphRun, places: readonly number[]): readonly GlyphRun[] {
  const crossed = places.filter((at) => at > run.box.x + 1 && at < rightOf(run.box) - 1);
  if (crossed.length === 0 || run.rotation !== 0) return [run];
  const partOf = (index: number): number => {
    const middle = (itemAt(run.starts, index) + itemAt(run.ends, index)) / 2;
    return crossed.filter((at) => at < middle).length;
  };
  const groups = Map.groupBy(run.texts.keys(), partOf);
  return [...groups.values()].map((indexes) => {
    const [first, last] = [itemAt(indexes, 0), itemAt(indexes, -1) + 1];
    const starts = run.starts.slice(first, last);
    const ends = run.ends.slice(first, last);
    const x = itemAt(starts, 0);
    return {
      ...run,
      texts: run.texts.slice(first, last),
      starts,
      ends,
      box: { ...run.box, x, width: itemAt(ends, -1) - x },
    };
  });
}
