import type { Message } from '../../../model/messages.ts';
import { pageList } from './gate-text.ts';
import type { GlyphRun, PageContent } from '../glyphs/page-content.ts';

/** Wider than high by this much is a slide; A4 landscape is 1.41, old screens 1.33. */
const LANDSCAPE_RATIO = 1.2;

/** A report has some landscape pages for wide tables, never half of them. */
const SLIDE_PAGE_SHARE = 0.6;

/** Share of vertical characters on a page that is set vertically; labels along an axis are fewer. */
const VERTICAL_CHARACTER_SHARE = 0.5;

/** Share of pages in two columns (or vertical) that makes it the layout of the document. */
const LAYOUT_PAGE_SHARE = 0.3;

/** The gutter between two columns lies in the middle part of the text's width. */
const GUTTER_FROM = 0.35;
const GUTTER_TO = 0.65;

/** Lines on each side that two columns need at least; a short table has fewer. */
const MIN_COLUMN_LINES = 12;

/** Share of a page's lines that may cross the gutter (a heading or figure over both columns). */
const MAX_CROSSING_SHARE = 0.15;

/** Share of its column that a usual line fills; the cells of a table fill less. */
const COLUMN_FILL = 0.75;

/** A file with fewer pages and neither cover nor contents is an excerpt. */
const EXCERPT_PAGES = 12;

/** What the furniture stage found of the parts of a report. */
export interface ReportParts {
  readonly hasCover: boolean;
  readonly hasContents: boolean;
}

/** Glyphs one below the other: the next one starts at the same place across, about an em further down. */
function stepsDown(run: GlyphRun, next: GlyphRun | undefined): boolean {
  if (next === undefined || run.texts.length > 1 || next.texts.length > 1) return false;
  const down = (next.box.y - run.box.y) / run.size;
  return Math.abs(next.box.x - run.box.x) < 0.1 * run.size && down > 0.8 && down < 1.8;
}

function isVerticalPage(page: PageContent): boolean {
  let all = 0;
  let vertical = 0;
  for (const [index, run] of page.runs.entries()) {
    all += run.texts.length;
    if (run.vertical || stepsDown(run, page.runs[index + 1])) vertical += run.texts.length;
  }
  return all > 0 && vertical / all > VERTICAL_CHARACTER_SHARE;
}

type Row = readonly GlyphRun[];

const rightOf = ({ box }: GlyphRun): number => box.x + box.width;

/** Upright runs by their baselines. */
function rowsOf(page: PageContent): readonly Row[] {
  const upright = page.runs.filter(
    (run) => run.rotation === 0 && run.texts.some((text) => text.trim() !== ''),
  );
  const rows: GlyphRun[][] = [];
  for (const run of upright.toSorted((a, b) => a.baseline - b.baseline)) {
    const last = rows.at(-1);
    if (last && run.baseline - last[0]!.baseline < run.size / 3) last.push(run);
    else rows.push([run]);
  }
  return rows;
}

/** Whether most of the rows, cut to a column, fill it: the cells of a table do not. */
function isColumn(rows: readonly Row[], from: number, to: number): boolean {
  const own = rows
    .map((row) => row.filter((run) => run.box.x >= from - 1 && rightOf(run) <= to + 1))
    .filter((row) => row.length > 0);
  const full = own.filter(
    (row) => row.reduce((sum, { box }) => sum + box.width, 0) > COLUMN_FILL * (to - from),
  );
  return own.length >= MIN_COLUMN_LINES && full.length > own.length / 2;
}

function isTwoColumnPage(page: PageContent): boolean {
  const rows = rowsOf(page);
  const runs = rows.flat();
  const left = Math.min(...runs.map(({ box }) => box.x));
  const right = Math.max(...runs.map(rightOf));
  const at = (share: number): number => left + share * (right - left);
  const gutters = new Set(runs.map((run) => Math.round(rightOf(run)) + 2));
  return [...gutters]
    .filter((x) => x > at(GUTTER_FROM) && x < at(GUTTER_TO))
    .some((x) => {
      const crossing = rows.filter((row) => row.some((run) => run.box.x < x - 1 && rightOf(run) > x + 1));
      return (
        crossing.length <= MAX_CROSSING_SHARE * rows.length &&
        isColumn(rows, left, x) &&
        isColumn(rows, Math.min(...runs.map(({ box }) => box.x).filter((start) => start >= x - 1)), right)
      );
    });
}

function warning(reason: string, hint: string): Message {
  return { ruleId: 'pdf/is-a-report', severity: 'warning', reason, hint };
}

function layoutWarning(what: string, pages: readonly PageContent[], all: number): Message | undefined {
  if (pages.length === 0 || pages.length < LAYOUT_PAGE_SHARE * all) return undefined;
  const numbers = pageList(pages.map(({ page }) => page));
  return warning(
    `Page(s) ${numbers} are set in ${what}, which is not supported: the order of their text may be wrong.`,
    'Compare the text with the original before publishing it.',
  );
}

/** Whether the file looks like a report at all. Never throws: what is there is read, and the doubts are named. */
export function checkIsReport(pages: readonly PageContent[], parts: ReportParts): readonly Message[] {
  const texts = pages.filter((page) => page.runs.length > 0);
  const messages: (Message | undefined)[] = [
    layoutWarning('two columns', texts.filter(isTwoColumnPage), texts.length),
    layoutWarning('vertical lines', texts.filter(isVerticalPage), texts.length),
  ];
  const landscape = pages.filter((page) => page.width > LANDSCAPE_RATIO * page.height);
  if (landscape.length > SLIDE_PAGE_SHARE * pages.length) {
    messages.push(
      warning(
        `${String(landscape.length)} of ${String(pages.length)} pages are wider than high: this looks like slides, not a report.`,
        'Read the report that belongs to the slides, if there is one.',
      ),
    );
  }
  if (!parts.hasCover && !parts.hasContents && pages.length < EXCERPT_PAGES) {
    messages.push(
      warning(
        `The file has ${String(pages.length)} page(s) and neither cover nor contents: this looks like an excerpt.`,
        'Read the whole report; title, publisher and date must be written into report.yaml by hand otherwise.',
      ),
    );
  }
  return messages.filter((message) => message !== undefined);
}
