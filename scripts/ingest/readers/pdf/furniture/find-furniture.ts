/** Everything that is kept out of the body, and what it tells: printed labels, contents, metadata. */
import type { DocumentMetadata } from '../../../model/document.ts';
import { itemAt } from '../../../model/item-at.ts';
import { readContentsPages } from './contents-pages.ts';
import type { ContentsLine, ContentsPages } from './contents-pages.ts';
import { isBackCover, isCoverLike, readCover } from './cover.ts';
import { isFrontTitle } from '../../../genre/matter-titles.ts';
import { claimLine } from './furniture-claim.ts';
import type { FurnitureClaim } from './furniture-claim.ts';
import { NO_FACTS } from '../glyphs/file-facts.ts';
import type { FileFacts } from '../glyphs/file-facts.ts';
import type { DocumentMeasures } from '../lines/learn-measures.ts';
import type { PageContent } from '../glyphs/page-content.ts';
import { findPrintedLabels } from './printed-labels.ts';
import { confirmedTitle } from './title-of-file.ts';
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
  /** Physical pages without body: cover, contents, back cover, blank pages. */
  readonly skippedPages: ReadonlySet<number>;
  /** The lines of each page that are left for the body. */
  readonly lines: readonly (readonly TextLine[])[];
}

/** A cover is looked for on this many pages: outer and inner title, publisher's page. */
const MAX_COVER_PAGES = 4;
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
  const contents = guard(() => readContentsPages(pages, lines, taken), NO_CONTENTS);
  take(contents.claims);
  const free = lines.map((page) => page.filter((line) => !taken.has(line.id)));
  const covers = guard(() => coverPages(free, contents.pages, measures), []);
  const metadata = guard(() => readCover(coverRows(pages[covers[0] ?? 0], free[covers[0] ?? 0]), heads), {
    title: heads[0] ?? '',
  });
  for (const index of covers) take(itemAt(free, index).map((line) => claimLine(line, 'cover', 'Cover.')));
  const back = guard(() => backPages(free, covers, printed.labels, measures), []);
  for (const index of back) take(itemAt(free, index).map((line) => claimLine(line, 'cover', 'Back cover.')));
  const left = lines.map((page) => page.filter((line) => !taken.has(line.id)));
  return {
    claims,
    labels: printed.labels,
    contents: contents.entries,
    contentsPages: contents.pages,
    metadata: withTitle(covers.length > 0 ? metadata : { title: heads[0] ?? '' }, facts, lines),
    skippedPages: new Set(
      left.flatMap((page, index) =>
        page.length === 0 && isSkipped(index, covers, back, contents.pages) ? [index + 1] : [],
      ),
    ),
    lines: left,
  };
}

/** A cover whose title is no text (a picture, or none at all) leaves it to the file's own. */
function withTitle(
  metadata: DocumentMetadata,
  { title }: FileFacts,
  lines: readonly (readonly TextLine[])[],
): DocumentMetadata {
  return metadata.title === '' ? { ...metadata, title: confirmedTitle(title, lines) } : metadata;
}

function isSkipped(
  index: number,
  covers: readonly number[],
  back: readonly number[],
  contents: ReadonlySet<number>,
): boolean {
  return covers.includes(index) || back.includes(index) || contents.has(index + 1);
}

function coverRows(page: PageContent | undefined, lines: readonly TextLine[] = []): TextLine[] {
  return page ? wholeRows(page, lines) : [];
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
    if (!isBackCover(itemAt(free, index), measures, labels[index] !== '')) break;
    back.push(index);
  }
  return back;
}
