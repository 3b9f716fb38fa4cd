/** Pages with their lines → claims on running heads and feet, and on text that lies behind the page. */
import { itemAt } from '../../../model/item-at.ts';
import { countInk } from '../../../genre/character-class.ts';
import { squeeze } from '../../../genre/fold-text.ts';
import { isNumberWord } from '../../../genre/numbering.ts';
import { isReferred, readNoteMark } from '../lines/note-marks.ts';
import { findChangingHeads, LARGEST_HEAD } from './changing-heads.ts';
import { claimLine } from './furniture-claim.ts';
import type { FurnitureClaim } from './furniture-claim.ts';
import type { GlyphRun, PageContent } from '../glyphs/page-content.ts';
import { runText } from '../glyphs/page-content.ts';
import { marginOf } from './printed-labels.ts';
import { repeatedTableHeads } from './table-heads.ts';
import type { Measures, TextLine } from '../lines/text-line.ts';

/** The same words at the same place on so many pages are a running head. */
const MIN_REPEATS = 3;
/** Heads that name the chapter differ in words: small lines at one height on this share of the pages are heads too. */
const BAND_SHARE = 0.4;
const SMALL_EMS = 0.92;
/** Heights within this many points are one place. */
const SAME_PLACE_POINTS = 3;
/** Fewer letters than this beside its digits make a cell of a table, whose numbers look alike on every page. */
const MIN_LETTERS = 2;
/** The same words at the same place outside the margins on this share of the pages may lie behind the text. */
const WATERMARK_SHARE = 0.3;
/** …and are a small part of the page's text: the slides of one template repeat whole lists. */
const MAX_WATERMARK_INK = 0.15;

/** Claims running heads, running feet and repeated text anywhere. Lines in `taken` are left alone. */
export function findRunningText(
  pages: readonly PageContent[],
  lines: readonly (readonly TextLine[])[],
  measures: Measures,
  taken: ReadonlySet<number>,
): FurnitureClaim[] {
  const inMargin = (line: TextLine): 'top' | 'bottom' | null => marginOf(line, pageOf(line, pages));
  const tableHeads = repeatedTableHeads(lines, (line) => inMargin(line) === 'top');
  const free = lines.flat().filter((line) => !taken.has(line.id) && !tableHeads.has(line.id));
  const inkOfPage = lines.map((page) => page.reduce((sum, line) => sum + countInk(line.text), 0));
  const ink = usualColor(free);
  const inMargins = free.filter((line) => inMargin(line) !== null);
  const wordsOf = (line: TextLine): string => likeness(line, measures.bodySize);
  const keysOf = (line: TextLine): readonly [string, string] => placeKeys(line, wordsOf(line));
  const repeats = countPages(inMargins, keysOf);
  const elsewhere = countPages(
    free.filter((line) => inMargin(line) === null),
    (line) => [wordsOf(line)],
  );
  const isOdd = (line: TextLine): boolean =>
    isArtifact(line, pages) || line.spans.every(({ color }) => color !== ink);
  const exact = countPages(free.filter(isOdd), (line) => placeKeys(line, squeeze(line.text)));
  const small = new Set(
    free.filter((line) => line.size <= SMALL_EMS * measures.bodySize && inMargin(line) === 'top'),
  );
  const bands = countPages([...small], (line) => placeKeys(line, 'band'));
  const changing = findChangingHeads(pages, lines, measures, taken);
  return free.flatMap((line) => {
    const side = inMargin(line);
    const times = side === null ? 0 : most(repeats, keysOf(line));
    // The same source may be noted at the same place on many pages.
    if (side === 'bottom' && isNote(line, pageOf(line, lines))) return [];
    if (isWordOfNumber(line, pageOf(line, lines))) return [];
    // What stands in mid-page on as many pages is text that happens to begin some.
    const isHead = times >= MIN_REPEATS && times > (elsewhere.get(wordsOf(line)) ?? 0);
    const isRunning = isHead || changing.has(line.id);
    if (side !== null && (isRunning || isArtifact(line, pages))) {
      if (!isRunning && line.page === 1) return [claimLine(line, 'cover', 'Label of the first page.')];
      return [claimLine(line, side === 'top' ? 'header' : 'footer', RUNNING)];
    }
    const banded =
      small.has(line) &&
      most(bands, placeKeys(line, 'band')) >= Math.max(MIN_REPEATS, BAND_SHARE * pages.length);
    if (banded) return [claimLine(line, 'header', RUNNING)];
    // Likeness of place alone proves nothing in mid-page: cells of tables stand at the same place, too.
    const everywhere =
      isOdd(line) &&
      most(exact, placeKeys(line, squeeze(line.text))) >=
        Math.max(MIN_REPEATS, WATERMARK_SHARE * pages.length) &&
      line.text.length > 1 &&
      countInk(line.text) <= MAX_WATERMARK_INK * pageOf(line, inkOfPage);
    return everywhere ? [claimLine(line, 'watermark', 'The same text at the same place on many pages.')] : [];
  });
}

/** The colour that most characters have. */
function usualColor(lines: readonly TextLine[]): string {
  const ink = new Map<string, number>();
  for (const { color, text } of lines.flatMap(({ spans }) => spans))
    ink.set(color, (ink.get(color) ?? 0) + countInk(text));
  return [...ink].reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0] as const)[0];
}

/** What a list by pages holds for the page of a line. */
function pageOf<Page>({ page }: TextLine, pages: readonly Page[]): Page {
  return itemAt(pages, page - 1);
}

function isNote(line: TextLine, page: readonly TextLine[]): boolean {
  const mark = readNoteMark(line);
  return mark !== null && (mark.certain || isReferred(mark, page));
}

/** Whether a line is the CHAPTER above a number that is set larger: it opens chapters, and stands at one place for that. */
function isWordOfNumber(line: TextLine, page: readonly TextLine[]): boolean {
  const next = page[page.indexOf(line) + 1];
  return isNumberWord(line.text) && next !== undefined && next.size >= LARGEST_HEAD * line.size;
}

const RUNNING = 'Running head or foot.';

/**
 * What heads of two pages have in common: digits differ where a head holds the page number. Bare numbers are what they
 * are, and so is what is set larger than heads: 4.1 and 4.2 may begin two pages with one title.
 */
function likeness({ text, size }: TextLine, bodySize: number): string {
  const squeezed = squeeze(text);
  const letters = squeezed.match(/\p{L}/gu)?.length ?? 0;
  return letters >= MIN_LETTERS && size <= LARGEST_HEAD * bodySize
    ? squeezed.replace(/\d+/gu, '#')
    : squeezed;
}

/** A place is looked for in its own step and in the one that it nearly falls into. */
function placeKeys(line: TextLine, text: string): readonly [string, string] {
  const step = line.baseline / SAME_PLACE_POINTS;
  return [`${text}|${String(Math.floor(step))}`, `${text}|${String(Math.floor(step + 0.5))}½`];
}

function countPages(
  lines: readonly TextLine[],
  keysOf: (line: TextLine) => readonly string[],
): Map<string, number> {
  const seen = new Map<string, Set<number>>();
  for (const line of lines) {
    for (const key of keysOf(line)) {
      const pages = seen.get(key) ?? new Set<number>();
      seen.set(key, pages.add(line.page));
    }
  }
  return new Map([...seen].map(([key, pages]) => [key, pages.size]));
}

function most(counts: ReadonlyMap<string, number>, keys: readonly string[]): number {
  return Math.max(...keys.map((key) => counts.get(key) ?? 0));
}

function isArtifact(line: TextLine, pages: readonly PageContent[]): boolean {
  const ids = new Set(line.spans.flatMap((span) => span.runIds));
  return pageOf(line, pages).runs.every((run) => !ids.has(run.id) || run.artifact);
}

/** Claims runs that are not lines of reading: turned, or set vertically. */
export function claimUnreadRuns(runs: readonly GlyphRun[], page: PageContent): FurnitureClaim[] {
  return runs.map((run) => {
    const slanted = run.rotation % 90 !== 0;
    const base = { page: page.page, box: run.box, text: runText(run).trim(), runIds: [run.id] };
    if (slanted) return { ...base, kind: 'watermark', reason: 'Slanted text behind the page.' };
    return { ...base, kind: 'other', reason: 'Turned or vertical text outside figures and tables.' };
  });
}
