/** Pages that print no number, or none that was read: what the contents name for the headings that begin there. */
import { foldText } from '../../../genre/fold-text.ts';
import { endOfText } from '../lines/find-text.ts';
import type { SearchedLine } from '../lines/find-text.ts';
import type { TextLine } from '../lines/text-line.ts';
import type { ContentsLine, ContentsPages } from './contents-pages.ts';

/**
 * The labels, with those added that contents tell: all entries found on a page, word for word, name the same one.
 * @param labels Printed labels by physical page, from index 0; '' where there is none.
 * @param lines The lines of each page that may be body.
 */
export function labelsWithContents(
  labels: readonly string[],
  { entries, pages }: Pick<ContentsPages, 'entries' | 'pages'>,
  lines: readonly (readonly TextLine[])[],
): readonly string[] {
  const named = entries.filter(({ label, list }) => label !== '' && list === 'headings');
  const searched = lines.map((page) => page.map(({ text }) => ({ folded: foldText(text) })));
  const places = named.map((entry) => ({ entry, at: pagesThatSay(entry, searched, pages) }));
  return labels.map((label, index) => {
    if (label !== '' || pages.has(index + 1)) return label;
    // A title that several pages say, as heads do, tells nothing.
    const told = places.filter(({ at }) => at.length === 1 && at[0] === index + 1);
    const all = new Set(told.map(({ entry }) => entry.label));
    return all.size === 1 ? ([...all][0] ?? '') : '';
  });
}

/** Physical pages on which lines say just the words of an entry. */
function pagesThatSay(
  { text }: ContentsLine,
  searched: readonly (readonly SearchedLine[])[],
  contents: ReadonlySet<number>,
): number[] {
  const key = foldText(text);
  return searched.flatMap((page, index) =>
    !contents.has(index + 1) && page.some((_, from) => endOfText(page, from, key) !== null)
      ? [index + 1]
      : [],
  );
}
