/** The pages of a PDF and the parts found → messages on what makes it no ordinary report: slides, columns, an excerpt. */
import type { Message } from '../../../model/messages.ts';
import { pageList } from './gate-text.ts';
import type { GlyphRun, PageContent } from '../glyphs/page-content.ts';

/** Wider than high by this much is a slide; A4 landscape is 1.41, old screens 1.33. */
const LANDSCAPE_RATIO = 1.2;

/** A report has some landscape pages for wide tables, never so many. */
export const SLIDE_PAGE_SHARE = 0.6;

/** Share of vertical characters on a page that is set vertically; labels along an axis are fewer. */
const VERTICAL_CHARACTER_SHARE = 0.5;

/** Share of pages in two columns (or vertical) that makes it the layout of the document. */
const LAYOUT_PAGE_SHARE = 0.3;

/** A file with fewer pages and neither cover nor contents is an excerpt. */
const EXCERPT_PAGES = 12;

/** What later stages found of the parts of a report. */
export interface ReportParts {
  readonly hasCover: boolean;
  readonly hasContents: boolean;
  /** Physical pages that are read in two columns. */
  readonly columnPages: ReadonlySet<number>;
}

/** Whether a page has the shape of a slide. */
export function isLandscape({ width, height }: PageContent): boolean {
  return width > LANDSCAPE_RATIO * height;
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

function warning(reason: string, hint: string): Message {
  return { ruleId: 'pdf/is-a-report', severity: 'warning', reason, hint };
}

/** A warning about the order of text on pages of an unusual layout, where that is the layout of the document. */
function layoutWarning(what: string, pages: readonly PageContent[], all: number): Message | undefined {
  if (pages.length === 0 || pages.length < LAYOUT_PAGE_SHARE * all) return undefined;
  const numbers = pageList(pages.map(({ page }) => page));
  return warning(
    `Page(s) ${numbers} are set in ${what}: the order of their text may be wrong.`,
    'Compare the text with the original before publishing it.',
  );
}

/** Whether the file looks like a report at all. Never throws: what is there is read, and the doubts are named. */
export function checkIsReport(pages: readonly PageContent[], parts: ReportParts): readonly Message[] {
  const texts = pages.filter((page) => page.runs.length > 0);
  const messages: (Message | undefined)[] = [
    layoutWarning(
      'two columns, read one after the other',
      texts.filter(({ page }) => parts.columnPages.has(page)),
      texts.length,
    ),
    layoutWarning('vertical lines, which are not supported', texts.filter(isVerticalPage), texts.length),
  ];
  const landscape = pages.filter(isLandscape);
  if (landscape.length > SLIDE_PAGE_SHARE * pages.length) {
    messages.push(
      warning(
        `${String(landscape.length)} of ${String(pages.length)} pages are wider than high, but set like those of a report: they are read as one.`,
        'If they are slides, read the report that belongs to them, where there is one.',
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
