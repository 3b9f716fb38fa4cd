/** Contents that say once more, in another language, what other pages of contents say. */
import { describe, expect, it } from 'vitest';
import type { ContentsLine } from '../../scripts/ingest/readers/pdf/furniture/contents-pages.ts';
import { withoutTranslation } from '../../scripts/ingest/readers/pdf/outline/without-translation.ts';

/** Entries of a page of contents, so many of which are found. */
function entriesOf(page: number, count: number, found: number) {
  return Array.from({ length: count }, (_, index) => {
    const text = `${String(page)}-${String(index)}`;
    const entry: ContentsLine = { text, label: '1', indent: 90, page, target: null, list: 'headings' };
    return { entry, isFound: index < found };
  });
}

/** How many entries are kept of pages with so many entries, and so many of them found. */
function kept(...pages: readonly (readonly [count: number, found: number])[]): number {
  const all = pages.flatMap(([count, found], index) => entriesOf(index + 1, count, found));
  const found = new Set(all.flatMap(({ entry, isFound }) => (isFound ? [entry] : [])));
  return withoutTranslation(
    all.map(({ entry }) => entry),
    found,
  ).length;
}

describe('a page of contents of which nothing is found', () => {
  it('is a translation where nearly all entries of the others are found', () => {
    expect(kept([4, 0], [10, 9])).toBe(10);
    expect(kept([4, 0], [10, 8])).toBe(14);
  });

  it('is kept where it is short, where something of it is found, or where it is the only one', () => {
    expect(kept([3, 0], [10, 10])).toBe(13);
    expect(kept([4, 1], [10, 10])).toBe(14);
    expect(kept([6, 0])).toBe(6);
  });
});
