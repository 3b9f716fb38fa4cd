import type { GlyphRun } from '../../glyphs/page-content.ts';

/** A glyph run that crosses one of the places (x, ascending) in parts; the parts keep its id. */
export function splitRunAt(run: GlyphRun, places: readonly number[]): readonly GlyphRun[] {
  const crossed = places.filter((at) => at > run.box.x + 1 && at < run.box.x + run.box.width - 1);
  if (crossed.length === 0 || run.rotation !== 0) return [run];
  const partOf = (index: number): number => {
    const middle = (run.starts[index]! + run.ends[index]!) / 2;
    return crossed.filter((at) => at < middle).length;
  };
  const groups = Map.groupBy(run.texts.keys(), partOf);
  return [...groups.values()].map((indexes) => {
    const [first, last] = [indexes[0]!, indexes.at(-1)! + 1];
    const starts = run.starts.slice(first, last);
    const ends = run.ends.slice(first, last);
    return {
      ...run,
      texts: run.texts.slice(first, last),
      starts,
      ends,
      box: { ...run.box, x: starts[0]!, width: ends.at(-1)! - starts[0]! },
    };
  });
}
