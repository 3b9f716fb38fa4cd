import type { Message } from '../../model/messages.ts';
import { pageList } from './gate-text.ts';
import type { GlyphRun, PageContent } from './page-content.ts';

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

const isVertical = (run: GlyphRun): boolean => run.vertical || run.rotation === 90 || run.rotation === 270;

function isVerticalPage(page: PageContent): boolean {
  let all = 0;
  let vertical = 0;
  for (const run of page.runs) {
    all += run.texts.length;
    if (isVertical(run)) vertical += run.texts.length;
  }
  return all > 0 && vertical / all > VERTICAL_CHARACTER_SHARE;
}

interface Strip {
  readonly baseline: number;
  from: number;
  to: number;
}

/** Runs on one baseline that stand closer than an em and a half, as one strip. */
function strips(page: PageContent): readonly Strip[] {
  const upright = page.runs.filter(
    (run) => run.rotation === 0 && run.texts.some((text) => text.trim() !== ''),
  );
  const sorted = upright.toSorted(
    (a, b) => Math.round(a.baseline) - Math.round(b.baseline) || a.box.x - b.box.x,
  );
  const found: Strip[] = [];
  for (const run of sorted) {
    const last = found.at(-1);
    const to = run.box.x + run.box.width;
    if (
      last &&
      Math.abs(last.baseline - run.baseline) < run.size / 2 &&
      run.box.x - last.to < 1.5 * run.size
    ) {
      last.to = Math.max(last.to, to);
    } else {
      found.push({ baseline: run.baseline, from: run.box.x, to });
    }
  }
  return found;
}

function isColumn(lines: readonly Strip[], from: number, to: number): boolean {
  const full = lines.filter((line) => line.to - line.from > COLUMN_FILL * (to - from));
  return lines.length >= MIN_COLUMN_LINES && full.length > lines.length / 2;
}

function isTwoColumnPage(page: PageContent): boolean {
  const lines = strips(page);
  const left = Math.min(...lines.map((line) => line.from));
  const right = Math.max(...lines.map((line) => line.to));
  const at = (share: number): number => left + share * (right - left);
  const gutters = lines.map((line) => line.to + 1).filter((x) => x > at(GUTTER_FROM) && x < at(GUTTER_TO));
  return gutters.some((x) => {
    const crossing = lines.filter((line) => line.from < x && line.to > x);
    if (crossing.length > MAX_CROSSING_SHARE * lines.length) return false;
    const after = lines.filter((line) => line.from >= x);
    const before = lines.filter((line) => line.to <= x);
    return isColumn(before, left, x) && isColumn(after, Math.min(...after.map((line) => line.from)), right);
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
