/** Pages with their lines → the page numbers that are printed on them. */
import { itemAt } from '../../../model/item-at.ts';
import { squeeze } from '../../../genre/fold-text.ts';
import { parseRoman } from '../../../genre/numerals.ts';
import { bottomOf, middleOf } from '../glyphs/geometry.ts';
import type { PageContent } from '../glyphs/page-content.ts';
import type { TextLine } from '../lines/text-line.ts';

/**
 * Shares of the page's height where running heads and page numbers may stand. Heads come lower than feet rise: what
 * LaTeX sets by itself puts them 13 to 14 % below the upper edge.
 */
export const TOP_MARGIN_SHARE = 0.14;
export const BOTTOM_MARGIN_SHARE = 0.125;
/** So many pages must count on with the same offset before numbers are taken for page numbers. */
const MIN_PAGES_IN_STEP = 2;
const PAGE_NUMBER =
  /^(?:page|p\.|第)?[—\-–―─·•|~～.\s]*(\d{1,4}|[ivxlc]{1,7})(?:页)?(?:[/／|]\d{1,4}|(?:of|[，,]?共)\d{1,4}页?)?[—\-–―─·•|~～.\s]*(?:页)?$/iu;

export interface PrintedLabels {
  /** By physical page, from index 0; '' where none is printed and none can be counted from the pages around it. */
  readonly labels: readonly string[];
  /** The lines that hold nothing but the number. */
  readonly lines: readonly TextLine[];
}

interface Candidate {
  readonly line: TextLine;
  readonly label: string;
  readonly value: number;
  readonly roman: boolean;
}

/** Whether a line stands in the margin at the top or at the bottom. */
export function marginOf(line: TextLine, page: PageContent): 'top' | 'bottom' | null {
  if (bottomOf(line.box) <= TOP_MARGIN_SHARE * page.height) return 'top';
  return line.box.y >= (1 - BOTTOM_MARGIN_SHARE) * page.height ? 'bottom' : null;
}

/**
 * Finds the numbers in the margins that count on from page to page.
 * @param pageLabels What the file says that its pages are labelled, from index 0: one more reason to believe a number.
 */
export function findPrintedLabels(
  pages: readonly PageContent[],
  lines: readonly (readonly TextLine[])[],
  pageLabels: readonly string[] = [],
): PrintedLabels {
  const candidates = pages.map((page, index) =>
    itemAt(lines, index).flatMap((line) => candidateOf(line, page)),
  );
  const support = new Map<string, number>();
  for (const [index, list] of candidates.entries()) {
    for (const key of new Set(list.map((each) => stepKey(each, index))))
      support.set(key, (support.get(key) ?? 0) + 1);
  }
  const chosen = candidates.map((list, index) => {
    const pagesInStep = (each: Candidate): number => support.get(stepKey(each, index)) ?? 0;
    const isTold = ({ label }: Candidate): boolean => label === pageLabels[index];
    const inStep = list.filter((each) => pagesInStep(each) + Number(isTold(each)) >= MIN_PAGES_IN_STEP);
    return inStep.sort(
      (a, b) => pagesInStep(b) - pagesInStep(a) || outerness(b, pages) - outerness(a, pages),
    )[0];
  });
  return {
    labels: countBetween(chosen),
    lines: chosen.flatMap((each) => (each ? [each.line] : [])),
  };
}

/** Labels of pages without one between two that count on over them: many print a number on every second page only. */
function countBetween(chosen: readonly (Candidate | undefined)[]): string[] {
  const isNumber = (each: Candidate | undefined): boolean => each?.roman === false;
  return chosen.map((own, index) => {
    if (own) return own.label;
    const before = chosen.findLastIndex((each, at) => at < index && isNumber(each));
    const after = chosen.findIndex((each, at) => at > index && isNumber(each));
    const [first, last] = [chosen[before], chosen[after]];
    if (!first || !last || last.value - first.value !== after - before) return '';
    return String(first.value + index - before);
  });
}

/** How near the page's edge a line stands, from 0 in the middle to 1. */
function outerness({ line }: Candidate, pages: readonly PageContent[]): number {
  const { height } = itemAt(pages, line.page - 1);
  return Math.abs(middleOf(line.box) / height - 0.5) * 2;
}

function candidateOf(line: TextLine, page: PageContent): Candidate[] {
  if (marginOf(line, page) === null) return [];
  const label = PAGE_NUMBER.exec(squeeze(line.text))?.[1];
  if (label === undefined) return [];
  const roman = !/\d/.test(label);
  const value = roman ? parseRoman(label) : Number(label);
  return value === null || value === 0 ? [] : [{ line, label, value, roman }];
}

/** Equal for numbers of one kind that count on with the pages, at one side of the page. */
function stepKey({ value, roman }: Candidate, index: number): string {
  return `${String(roman)}|${String(value - index)}`;
}
