/** Heads and feet that name the chapter or section of their page: the words change, the place does not. */
import { foldText } from '../../../genre/fold-text.ts';
import { readNumber } from '../../../genre/numbering.ts';
import type { PageContent } from '../glyphs/page-content.ts';
import type { Measures, TextLine } from '../lines/text-line.ts';
import { marginOf } from './printed-labels.ts';

/** Such a row stands at one height on this share of the pages: right pages alone have it where left ones name the report. */
const MIN_SHARE = 0.25;
/** …and on so many of them: fewer prove nothing. */
const MIN_PAGES = 4;
/** Heights within this many points are one place. */
const SAME_PLACE_POINTS = 3;
/** A row is apart from the text when the next line is this many times the usual leading away… */
const APART_LEADING = 1.5;
/** …as this share of the rows at one height are; the first lines of pages of text are not. */
const APART_SHARE = 0.8;
/** Titles, of sections and of slides, are larger than this beside the body; heads are not. */
export const LARGEST_HEAD = 1.1;
/** This share of the rows says what another page says there too, or what a heading says. */
const KNOWN_SHARE = 0.6;

/** The outermost row of one page, at its top or its foot. */
interface OuterRow {
  readonly lines: readonly TextLine[];
  readonly baseline: number;
  /** Distance to the line beside it, in points; Infinity where the page holds nothing else. */
  readonly distance: number;
}

/**
 * The ids of the lines of such heads and feet.
 * @param lines All lines of each page: page numbers stand in the same rows.
 * @param taken Ids of lines that are furniture already.
 */
export function findChangingHeads(
  pages: readonly PageContent[],
  lines: readonly (readonly TextLine[])[],
  measures: Measures,
  taken: ReadonlySet<number>,
): ReadonlySet<number> {
  let counted: ReadonlyMap<string, number> | null = null;
  // Asked for only where a row could be a head.
  const words = (): ReadonlyMap<string, number> => (counted ??= countWords(lines.flat()));
  const found = (['top', 'bottom'] as const).flatMap((side) => {
    const rows = pages.flatMap((page, index) => outerRow(lines[index] ?? [], page, side) ?? []);
    return placesOf(rows).filter((place) => isHead(place, { pages, measures, words, taken }));
  });
  const heads = found.flat().flatMap((row) => row.lines);
  return new Set(heads.flatMap(({ id, text }) => (taken.has(id) || titleWords(text) === '' ? [] : [id])));
}

/** The lines of a page that stand on its first or last baseline, where that lies in the margin. */
function outerRow(lines: readonly TextLine[], page: PageContent, side: 'top' | 'bottom'): [OuterRow] | null {
  const sorted = lines.toSorted((a, b) => (side === 'top' ? 1 : -1) * (a.baseline - b.baseline));
  const [first] = sorted;
  if (first === undefined || marginOf(first, page) !== side) return null;
  const isBeside = ({ baseline }: TextLine): boolean =>
    Math.abs(baseline - first.baseline) <= SAME_PLACE_POINTS;
  const next = sorted.find((line) => !isBeside(line));
  const distance = next ? Math.abs(next.baseline - first.baseline) : Infinity;
  return [{ lines: sorted.filter(isBeside), baseline: first.baseline, distance }];
}

/** Rows at one height, page by page. */
function placesOf(rows: readonly OuterRow[]): OuterRow[][] {
  const places: OuterRow[][] = [];
  for (const row of rows.toSorted((a, b) => a.baseline - b.baseline)) {
    const place = places.at(-1);
    const start = place?.[0]?.baseline ?? -Infinity;
    if (place && row.baseline - start <= SAME_PLACE_POINTS) place.push(row);
    else places.push([row]);
  }
  return places;
}

interface Surroundings {
  readonly pages: readonly PageContent[];
  readonly measures: Measures;
  /** How many lines say the same words. */
  readonly words: () => ReadonlyMap<string, number>;
  /** Page numbers among them: what stands in their row is apart from the text however near that is. */
  readonly taken: ReadonlySet<number>;
}

function isHead(place: readonly OuterRow[], { pages, measures, words, taken }: Surroundings): boolean {
  if (place.length < Math.max(MIN_PAGES, MIN_SHARE * pages.length)) return false;
  if (place.some((row) => row.lines.some(({ size }) => size > LARGEST_HEAD * measures.bodySize)))
    return false;
  const apart = place.filter(
    ({ lines, distance }) =>
      distance >= APART_LEADING * measures.leading || lines.some(({ id }) => taken.has(id)),
  );
  if (apart.length < APART_SHARE * place.length) return false;
  const known = place.filter(({ lines }) => {
    const titles = lines.map(({ text }) => titleWords(text)).filter((title) => title !== '');
    return titles.some((title) => (words().get(title) ?? 0) > 1);
  });
  return known.length >= KNOWN_SHARE * place.length;
}

/** How many lines say the same words. */
function countWords(lines: readonly TextLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const words = titleWords(text);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return counts;
}

/** What a head and the heading that it names have in common (`§1.5 规模 27` and `1.5 规模`); '' where it holds no words. */
function titleWords(text: string): string {
  const bare = text.replace(/^\s*§\s*/u, '').replace(/(?:\s+|(?<=\p{Script=Han}))\d{1,4}$/u, '');
  const words = foldText(readNumber(bare)?.rest ?? bare);
  return /\p{L}{2}/u.test(words) ? words : '';
}
