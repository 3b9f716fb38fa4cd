/** Contents that are printed once more in another language: nothing in the body says what they say. */
import type { ContentsLine } from '../furniture/contents-pages.ts';

/** A page of so many entries, none of them found, is a translation… */
const MIN_ENTRIES = 4;
/** …where this share of the entries of the other pages was found. */
const FOUND_SHARE = 0.9;

/** The entries without those of pages that say in another language what the others say. @param found Those that have a heading. */
export function withoutTranslation(
  entries: readonly ContentsLine[],
  found: ReadonlySet<ContentsLine>,
): readonly ContentsLine[] {
  const isFound = (entry: ContentsLine): boolean => found.has(entry);
  const translated = [...Map.groupBy(entries, ({ page }) => page).values()].filter(
    (own) => own.length >= MIN_ENTRIES && !own.some(isFound),
  );
  const others = entries.filter((entry) => !translated.some((own) => own.includes(entry)));
  const isKnown = others.length > 0 && others.filter(isFound).length >= FOUND_SHARE * others.length;
  return isKnown ? others : entries;
}
