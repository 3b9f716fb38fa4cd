/** Everything that is kept out of the body, and what it tells: printed labels, contents, metadata. */
import type { DocumentMetadata } from '../../../model/document.ts';
import { itemAt } from '../../../model/item-at.ts';
import { readContentsPages } from './contents-pages.ts';
import type { ContentsLine, ContentsPages } from './contents-pages.ts';
import { isBackCover, isCoverLike, type PrintedLabel } from './cover.ts';
import { decideMetadata } from './decide-metadata.ts';
import type { FirstPages } from './first-pages.ts';
import { isFrontTitle } from '../../../genre/matter-titles.ts';
import { claimLine } from './furniture-claim.ts';
import type { FurnitureClaim } from './furniture-claim.ts';
import { NO_FACTS } from '../glyphs/file-facts.ts';
import type { FileFacts } from '../glyphs/file-facts.ts';
import type { DocumentMeasures } from '../lines/learn-measures.ts';
import type { PageContent } from '../glyphs/page-content.ts';
import { labelsWithContents } from './labels-of-contents.ts';
import { findPrintedLabels } from './printed-labels.ts';
import type { WeighedCandidate } from './metadata-candidate.ts';
import { findRunningText } from './running-text.ts';
import { Bulkheads } from '../process/bulkheads.ts';
import type { TextLine } from '../lines/text-line.ts';
import { wholeRows } from '../lines/whole-rows.ts';

export interface Furniture {
  readonly claims: readonly FurnitureClaim[];
  /** Printed label by physical page, from index 0. */
  readonly labels: readonly string[];
  readonly contents: readonly ContentsLine[];
  readonly contentsPages: ReadonlySet<number>;
  readonly metadata: DocumentMetadata;
  /** All that was said of title, publisher and date, with the reasons: for `--trace`. */
  readonly candidates: readonly WeighedCandidate[];
  /** Physical pages without body: cover, contents, back cover, blank pages. */
  readonly skippedPages: ReadonlySet<number>;
  /** The lines of each page that are left for the body. */
  readonly lines: readonly (readonly TextLine[])[];
}

/** A cover is looked for on this many pages: outer and inner title, publisher's page. */
const MAX_COVER_PAGES = 4;
/** The first page of text is looked for on this many pages: the first may be a picture. */
const MAX_OPENING_PAGES = 2;
/** Who signs, owns and can be written to stands on these pages at the end. */
const LAST_PAGES = 3;
/** A report shorter than this has no cover of its own: a page with little text is then just that. */
const MIN_PAGES_FOR_COVER = 4;

/** What furniture is found in. */
export interface FurnitureInput {
  readonly pages: readonly PageContent[];
  /** The lines of each page, in the order of `pages`. */
  readonly lines: readonly (readonly TextLine[])[];
  readonly measures: DocumentMeasures;
  readonly facts?: FileFacts;
}

const NO_CONTENTS: ContentsPages = { entries: [], claims: [], pages: new Set() };

/** Lines → what is kept out of the body, the lines that are left, and what the furniture tells. */
export function findFurniture(
  { pages, lines, measures, facts = NO_FACTS }: FurnitureInput,
  bulkheads = new Bulkheads(),
): Furniture {
  const guard = <Result>(part: () => Result, fallback: Result): Result =>
    bulkheads.run('furniture', null, part, () => fallback);
  const printed = guard(() => findPrintedLabels(pages, lines, facts.pageLabels), {
    labels: pages.map(() => ''),
    lines: [],
  });
  const claims: FurnitureClaim[] = printed.lines.map((line) =>
    claimLine(line, 'pageNumber', 'Printed page number.'),
  );
  const taken = new Set(printed.lines.map((line) => line.id));
  const take = (more: readonly FurnitureClaim[]): void => {
    claims.push(...more);
    const ids = new Set(more.flatMap((claim) => claim.runIds));
    for (const line of lines.flat())
      if (line.spans.every((span) => span.runIds.every((id) => ids.has(id)))) taken.add(line.id);
  };
  take(guard(() => findRunningText(pages, lines, measures, taken), []));
  const heads = claims.filter((claim) => claim.kind === 'header').map((claim) => claim.text);
  const contents = guard(() => readContentsPages(pages, lines, taken, measures.edges), NO_CONTENTS);
  take(contents.claims);
  const free = lines.map((page) => page.filter((line) => !taken.has(line.id)));
  const covers = guard(() => coverPages(free, contents.pages, measures), []);
  const decided = guard(
    () => decideMetadata(firstPages({ pages, lines, measures, facts }, { free, covers, claims, contents })),
    { metadata: { title: heads[0] ?? '' }, candidates: [] },
  );
  for (const index of covers) take(itemAt(free, index).map((line) => claimLine(line, 'cover', 'Cover.')));
  const back = guard(() => backPages(free, covers, printed.labels, measures), []);
  for (const index of back) take(itemAt(free, index).map((line) => claimLine(line, 'cover', 'Back cover.')));
  const left = lines.map((page) => page.filter((line) => !taken.has(line.id)));
  return {
    claims,
    labels: guard(() => labelsWithContents(printed.labels, contents, left), printed.labels),
    contents: contents.entries,
    contentsPages: contents.pages,
    ...decided,
    skippedPages: new Set(
      left.flatMap((page, index) =>
        page.length === 0 && isSkipped(index, covers, back, contents.pages) ? [index + 1] : [],
      ),
    ),
    lines: left,
  };
}

function isSkipped(
  index: number,
  covers: readonly number[],
  back: readonly number[],
  contents: ReadonlySet<number>,
): boolean {
  return covers.includes(index) || back.includes(index) || contents.has(index + 1);
}

/** What was found before the title is asked for. */
interface FoundBefore {
  /** Lines that are neither heads, numbers nor contents. */
  readonly free: readonly (readonly TextLine[])[];
  readonly covers: readonly number[];
  readonly claims: readonly FurnitureClaim[];
  readonly contents: ContentsPages;
}

function firstPages(
  { pages, lines, measures, facts = NO_FACTS }: FurnitureInput,
  { free, covers, claims, contents }: FoundBefore,
): FirstPages {
  const rows = covers.map((index) => wholeRows(itemAt(pages, index), itemAt(free, index)));
  // A title may stand above the contents.
  const isOpening = (page: readonly TextLine[], index: number): boolean =>
    index < MAX_OPENING_PAGES && page.length > 0 && (index === 0 || !contents.pages.has(index + 1));
  return {
    covers: rows.filter((own) => own.length > 0),
    opening: rows.some((own) => own.length > 0) ? [] : (free.find(isOpening) ?? []),
    first: free.slice(0, MAX_COVER_PAGES),
    last: lines.slice(Math.max(MAX_COVER_PAGES, lines.length - LAST_PAGES)),
    heads: headShares(claims, pages.length),
    fileTitle: facts.title,
    bodySize: measures.bodySize,
  };
}

/** The distinct running heads and feet, with the share of the pages on which each stands. */
function headShares(claims: readonly FurnitureClaim[], pageCount: number): FirstPages['heads'] {
  const running = claims.filter(({ kind }) => kind === 'header' || kind === 'footer');
  return [...Map.groupBy(running, ({ text }) => text)].map(([text, all]) => ({
    text,
    share: new Set(all.map(({ page }) => page)).size / pageCount,
  }));
}

/** Pages at the start that hold little and no running text, up to the first that is something else. */
function coverPages(
  free: readonly (readonly TextLine[])[],
  contents: ReadonlySet<number>,
  measures: DocumentMeasures,
): number[] {
  const covers: number[] = [];
  if (free.length < MIN_PAGES_FOR_COVER) return covers;
  for (let index = 0; index < Math.min(MAX_COVER_PAGES, free.length); index++) {
    const lines = itemAt(free, index);
    if (contents.has(index + 1) || !isCoverLike(lines, measures)) break;
    if (lines.some((line) => isFrontTitle(line.text))) break;
    covers.push(index);
  }
  return covers;
}

/** Pages at the end that hold an address or nothing. */
function backPages(
  free: readonly (readonly TextLine[])[],
  covers: readonly number[],
  labels: readonly string[],
  measures: DocumentMeasures,
): number[] {
  const back: number[] = [];
  for (let index = free.length - 1; index > 0 && !covers.includes(index); index--) {
    if (!isBackCover(itemAt(free, index), measures, printedLabel(labels, index))) break;
    back.push(index);
  }
  return back;
}

function printedLabel(labels: readonly string[], index: number): PrintedLabel {
  if (itemAt(labels, index) !== '') return 'printed';
  return itemAt(labels, index - 1) === '' ? 'none' : 'leftOut';
}
