import { isUnnumberedEntry, readEntry } from '../../genre/contents-entry.ts';
import type { NumberedEntry } from '../../genre/contents-entry.ts';
import { levelsOfStyles } from '../../genre/style-levels.ts';
import type { ContentsEntry, HeadingLevel, Origin } from '../../model/document.ts';

/** Longer lines are paragraphs. */
const MAX_ENTRY_LENGTH = 60;
const DEEPEST = 4;

/** A contents line, or null where the text is none: no number, and no title that stands without one. */
export function readContentsLine(text: string): NumberedEntry | null {
  const entry = readEntry(text, 'space');
  const line = entry.whole;
  if (line === '' || line.length > MAX_ENTRY_LENGTH || /[。；]$/u.test(line)) return null;
  if (isUnnumberedEntry(line)) return { ...entry, mark: null, title: line };
  return entry.mark !== null && entry.title !== '' ? entry : null;
}

/** Contents entries with levels: by their numbering, as for the headings of a PDF. */
export function levelContents(
  lines: readonly { readonly line: NumberedEntry; readonly origin: Origin }[],
): readonly ContentsEntry[] {
  const { levels } = levelsOfStyles(
    lines.flatMap(({ line: { mark } }) => (mark ? [{ ...mark, size: 0 }] : [])),
  );
  return lines.map(({ line: { mark, title, label }, origin }) => {
    const level = mark === null ? 1 : Math.min(levels.get(mark.style) ?? 1, DEEPEST);
    return { level: level as HeadingLevel, number: mark?.number ?? '', title, label, origins: [origin] };
  });
}
