/** Which headings stand beside the chapters: 前言, 参考文献, 附录 A, unless chapter after chapter has its own. */
import { foldText } from '../../../genre/fold-text.ts';
import { isBackTitle, isFrontTitle } from '../../../genre/matter-titles.ts';

/** A heading, or an entry of the contents, in reading order. */
export interface BesideQuestion {
  readonly text: string;
  /** Whether the contents name it. */
  readonly announced: boolean;
}

/**
 * Whether each of some headings stands beside the chapters. A title of front or back matter that comes again behind other
 * headings is a section of each chapter, but for the one that the contents name.
 */
export function standBeside(headings: readonly BesideQuestion[]): boolean[] {
  const isMatter = headings.map(({ text }) => isFrontTitle(text) || isBackTitle(text));
  const places = Map.groupBy(
    headings.flatMap(({ text }, at) => (isMatter[at] ? [{ key: foldText(text), at }] : [])),
    ({ key }) => key,
  );
  const beside = [...isMatter];
  for (const own of places.values()) {
    const [first, last] = [own.at(0)?.at ?? 0, own.at(-1)?.at ?? 0];
    if (isMatter.slice(first, last).every(Boolean)) continue;
    const named = own.filter(({ at }) => headings[at]?.announced === true);
    for (const each of own) beside[each.at] = named.length === 1 && named[0] === each;
  }
  return beside;
}
