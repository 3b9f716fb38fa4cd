/** Pages → whether they are slides: decided by what the document shows, each fact with its figure. */
import { median } from '../../../model/quantile.ts';
import { countInk } from '../../../genre/character-class.ts';
import { endsClause } from '../../../genre/sentences.ts';
import { isLandscape, SLIDE_PAGE_SHARE } from '../gate/gate-report.ts';
import type { PageContent } from '../glyphs/page-content.ts';
import type { TextLine } from '../lines/text-line.ts';
import { titleOfSlide, usualSize } from './slide-title.ts';

/** What tells slides from a report in landscape; shares from 0 to 1. */
export interface DeckFacts {
  /** Pages that are wider than high. */
  readonly landscape: number;
  /** Pages with text whose first line is a title, larger than the text below. */
  readonly titled: number;
  /** Wide lines that stop within a sentence, among all lines. */
  readonly running: number;
  /** Characters on the usual page. */
  readonly ink: number;
}

/** Every slide has a title; in a report set in landscape, chapters have. */
const MIN_TITLED = 0.5;
/** Text of a report fills line after line; that of slides is short. */
const MAX_RUNNING = 0.3;
/** More characters than this on the usual page are read, not shown. */
const MAX_INK = 600;
/** A line that takes this share of the page is wide. */
const WIDE_SHARE = 0.6;
/** Of the three signs beside the shape of the pages so many must agree. */
const MIN_SIGNS = 2;

/** The facts. @param lines The lines of each page that are no furniture, in the order of `pages`. */
export function deckFacts(pages: readonly PageContent[], lines: readonly (readonly TextLine[])[]): DeckFacts {
  const withText = pages.flatMap((page, index) => {
    const own = lines[index] ?? [];
    return own.length === 0 ? [] : [{ page, own }];
  });
  const textSize = usualSize(lines.flat()) ?? 0;
  const titled = withText.filter(({ page, own }) => titleOfSlide(page, own, textSize).length > 0).length;
  const inks = withText.map(({ own }) => own.reduce((sum, { text }) => sum + countInk(text), 0));
  const running = withText.flatMap(({ page, own }) =>
    own.filter(({ box, text }) => box.width >= WIDE_SHARE * page.width && !endsClause(text)),
  ).length;
  const all = withText.reduce((sum, { own }) => sum + own.length, 0);
  return {
    landscape: pages.filter(isLandscape).length / Math.max(1, pages.length),
    titled: titled / Math.max(1, withText.length),
    running: running / Math.max(1, all),
    ink: median(inks),
  };
}

/** Whether the facts are those of slides. */
export function isDeck({ landscape, titled, running, ink }: DeckFacts): boolean {
  const signs = [titled >= MIN_TITLED, running <= MAX_RUNNING, ink <= MAX_INK].filter(Boolean).length;
  return landscape >= SLIDE_PAGE_SHARE && signs >= MIN_SIGNS;
}
