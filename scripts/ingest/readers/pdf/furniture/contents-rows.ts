/** The rows of a page, column by column of entries, each with the page that it names or links to. */
import { isContentsTitle, mayNamePage, splitEntry } from '../../../genre/contents-entry.ts';
import { holdsMiddle, rightOf } from '../glyphs/geometry.ts';
import type { GlyphRun, PageContent } from '../glyphs/page-content.ts';
import { assembleLines } from '../lines/assemble-lines.ts';
import { runIdsOf } from '../lines/run-ids.ts';
import type { TextLine } from '../lines/text-line.ts';

/** A second column begins at most this share of the page's width to the left or right of its middle. */
const NEAR_MIDDLE = 0.15;
/** So many runs more than the fewest may lie across: a long title reaches into the gap. */
const MAX_MORE_ACROSS = 2;
/** Runs that begin so near to each other begin at one edge. */
const SLACK_POINTS = 2;

/** A row that may be an entry. */
export interface ContentsRow {
  /** Title, leader and number may lie columns apart: here they are one line. */
  readonly line: TextLine;
  /** Where the column begins that it stands in: entries are indented from there. */
  readonly left: number;
  /** Physical page that a link over the row leads to, or null. */
  readonly target: number | null;
  readonly match: readonly [title: string, label: string] | null;
  readonly leader: boolean;
}

/**
 * The rows of a page as one column, or as two where its halves hold more entries. Two begin at the title of the contents:
 * what stands above it goes over both.
 * @param lines Those lines of the page that are no furniture.
 * @param left Left edge of the page's text.
 */
export function contentsColumns(
  page: PageContent,
  lines: readonly TextLine[],
  left: number,
): readonly (readonly ContentsRow[])[] {
  const ids = new Set(runIdsOf(lines));
  const runs = page.runs.filter(({ id }) => ids.has(id));
  const whole = readRows(runs, page, left);
  if (lines.filter(({ text }) => mayNamePage(text)).length < 2) return [whole];
  const title = lines.find(({ text }) => isContentsTitle(text));
  const below = runs.filter(({ baseline }) => !title || baseline > title.baseline - title.size);
  const last = whole.findLast(({ match }) => match !== null)?.line.baseline ?? 0;
  const starts = startsOfSecond(
    below.filter(({ baseline }) => baseline <= last),
    page.width,
  );
  return starts
    .map((start) => readHalves(below, start, page, left))
    .filter((halves) => entriesIn(halves) > entriesIn([whole]))
    .reduce((best, halves) => (fitOf(halves) > fitOf(best) ? halves : best), [whole]);
}

/** Where a second column may begin, from the left: the starts of runs, near the middle, that hardly any others lie across. */
function startsOfSecond(runs: readonly GlyphRun[], width: number): readonly number[] {
  const near = new Set(runs.map(({ box }) => box.x).filter((x) => Math.abs(x / width - 0.5) <= NEAR_MIDDLE));
  const starts = [...near].map((x) => {
    const across = runs.filter(({ box }) => box.x < x - SLACK_POINTS && rightOf(box) > x).length;
    return { x, across };
  });
  const fewest = Math.min(...starts.map(({ across }) => across));
  return starts
    .flatMap(({ x, across }) => (across <= fewest + MAX_MORE_ACROSS ? [x] : []))
    .sort((a, b) => a - b);
}

function readHalves(
  runs: readonly GlyphRun[],
  start: number,
  page: PageContent,
  left: number,
): readonly (readonly ContentsRow[])[] {
  const [ours, theirs] = [true, false].map((isLeft) => runs.filter(({ box }) => box.x < start === isLeft));
  const startOf = (half: readonly GlyphRun[] = []): number => Math.min(...half.map(({ box }) => box.x));
  const shift = startOf(theirs) - startOf(ours);
  return [readRows(ours ?? [], page, left), readRows(theirs ?? [], page, left + shift)];
}

function isEntry({ match }: ContentsRow): boolean {
  return match !== null;
}

function entriesIn(columns: readonly (readonly ContentsRow[])[]): number {
  return columns.flat().filter(isEntry).length;
}

/** How well rows are read: the entries less the rows among them that are none. */
function fitOf(columns: readonly (readonly ContentsRow[])[]): number {
  const fits = columns.map((rows) => {
    const among = rows.slice(Math.max(0, rows.findIndex(isEntry)), rows.findLastIndex(isEntry) + 1);
    return 2 * entriesIn([among]) - among.length;
  });
  return fits.reduce((sum, fit) => sum + fit, 0);
}

function readRows(runs: readonly GlyphRun[], page: PageContent, left: number): ContentsRow[] {
  return assembleLines(runs, [], Infinity).map((line) => rowOf(line, left, targetOf(line, page)));
}

/** Where the link leads that lies over the middle of a row, or within it: over its title alone. */
function targetOf({ box }: TextLine, { links }: PageContent): number | null {
  const link = links.find(
    (each) => each.target !== null && (holdsMiddle(each.box, box) || holdsMiddle(box, each.box)),
  );
  return link?.target ?? null;
}

function rowOf(line: TextLine, left: number, target: number | null): ContentsRow {
  // A gap may be lost where the line is one span; that a link lies over the row tells as much.
  const entry =
    splitEntry(textWithGaps(line), 'tab') ?? (target === null ? null : splitEntry(line.text, 'space'));
  if (entry === null) return { line, left, target, match: null, leader: false };
  return {
    line,
    left,
    target,
    match: [entry.title.replaceAll('\t', ''), entry.label],
    leader: entry.leader !== '',
  };
}

/** The text with a tab where the next span stands far off to the right. */
function textWithGaps(line: TextLine): string {
  return line.spans
    .map((span, index) => {
      const before = line.spans[index - 1];
      return before && span.from - before.to > 2 * line.size ? `\t${span.text}` : span.text;
    })
    .join('');
}
