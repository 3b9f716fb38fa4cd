/** The outline: which lines are headings, of what level, and what belongs to front and back matter. */
import type { HeadingLevel } from '../../../model/document.ts';
import type { ContentsLine } from '../furniture/contents-pages.ts';
import { isBackTitle, isFrontTitle } from '../../../genre/matter-titles.ts';
import { findCandidates, judgeLines } from './heading-candidates.ts';
import type { JudgedLine } from './heading-candidates.ts';
import { assignLevels } from './heading-levels.ts';
import { readNumber } from '../../../genre/numbering.ts';
import type { DocumentMeasures } from '../lines/learn-measures.ts';
import { matchContents } from './match-contents.ts';
import type { LineSpan, TextLine } from '../lines/text-line.ts';

export interface FoundHeading {
  readonly lines: readonly TextLine[];
  readonly level: HeadingLevel;
  /** As printed, '' where there is none. */
  readonly number: string;
  readonly matter?: 'front' | 'back';
}

export interface Outline {
  readonly headings: readonly FoundHeading[];
  /** Entries of the contents pages with what became of them. */
  readonly entries: readonly {
    readonly entry: ContentsLine;
    readonly level: HeadingLevel;
    readonly found: boolean;
    readonly labelAgrees: boolean;
  }[];
}

export interface OutlineInput {
  /** Body lines in reading order. */
  readonly lines: readonly TextLine[];
  readonly contents: readonly ContentsLine[];
  readonly contentsPages: ReadonlySet<number>;
  readonly labels: readonly string[];
  readonly measures: DocumentMeasures;
  readonly isDark: (span: LineSpan) => boolean;
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly entry: ContentsLine | null;
}

export function findHeadings(input: OutlineInput): Outline {
  const { lines, contents, contentsPages, labels, measures, isDark } = input;
  const judged = judgeLines(lines, measures, isDark);
  const lastContents = Math.max(0, ...contentsPages);
  const bodyStart = Math.max(
    0,
    lines.findIndex((line) => line.page > lastContents),
  );
  const matches = matchContents(contents, lines, labels, bodyStart);
  const taken = new Set(matches.flatMap(({ from, to }) => indices(from, to)));
  const known = new Set(matches.map((match) => judged[match.from]!.key));
  const candidates = findCandidates(judged, taken, known);
  const ranges: Range[] = [...matches, ...candidates.map((range) => ({ ...range, entry: null }))].sort(
    (a, b) => a.from - b.from,
  );
  const witnesses = ranges.map((range) => witnessOf(range, judged));
  const unmatched = contents.filter(
    (entry) => entry.list === 'headings' && !matches.some((match) => match.entry === entry),
  );
  const levels = assignLevels([...witnesses, ...unmatched.map((entry) => entryWitness(entry, judged))]);
  const headings = markMatter(
    ranges.map((range, index) => headingOf(range, lines, levels[index]!)),
    ranges,
    ranges.map((range) => judged[range.from]!.key),
    contents.length > 0 ? bodyStart : 0,
  );
  return {
    headings,
    entries: contents
      .filter((entry) => entry.list === 'headings')
      .map((entry) => {
        const match = matches.find((each) => each.entry === entry);
        const level = match
          ? levels[ranges.indexOf(match)]
          : levels[witnesses.length + unmatched.indexOf(entry)];
        return { entry, level: level!, found: match !== undefined, labelAgrees: match?.labelAgrees ?? false };
      }),
  };
}

function indices(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, offset) => from + offset);
}

function textOf(range: Range, judged: readonly JudgedLine[]): string {
  return judged
    .slice(range.from, range.to)
    .map((each) => each.line.text)
    .join('');
}

function isBeside(text: string): boolean {
  return isFrontTitle(text) || isBackTitle(text);
}

function witnessOf(range: Range, judged: readonly JudgedLine[]): Parameters<typeof assignLevels>[0][number] {
  const own = textOf(range, judged);
  // 附件：… on the contents page may stand without 附件 in the body.
  const text = readNumber(own) ? own : (range.entry?.text ?? own);
  const numberStyle = readNumber(text)?.style ?? null;
  return {
    numberStyle,
    style: judged[range.from]!.style,
    indent: range.entry?.indent ?? null,
    beside: isBeside(text),
  };
}

function entryWitness(
  entry: ContentsLine,
  judged: readonly JudgedLine[],
): Parameters<typeof assignLevels>[0][number] {
  const style = judged[0]?.style ?? { size: 0, bold: false, font: '' };
  const numberStyle = readNumber(entry.text)?.style ?? null;
  return { numberStyle, style: { ...style, size: 0 }, indent: entry.indent, beside: isBeside(entry.text) };
}

function headingOf(range: Range, lines: readonly TextLine[], level: HeadingLevel): FoundHeading {
  const own = lines.slice(range.from, range.to);
  const number = readNumber(own.map((line) => line.text).join(''))?.number ?? '';
  return { lines: own, level, number };
}

/**
 * Front matter is what a front title opens before the body. It ends at the first heading after the contents pages that
 * they announce, that is numbered, or that is set like the front title itself. Back matter is marked by its titles alone.
 */
function markMatter(
  headings: readonly FoundHeading[],
  ranges: readonly Range[],
  keys: readonly string[],
  bodyStart: number,
): FoundHeading[] {
  const titles = headings.map((heading) => heading.lines.map((line) => line.text).join(''));
  const firstFront = titles.findIndex((title) => isFrontTitle(title));
  const opensBody = (index: number): boolean => {
    if (isFrontTitle(titles[index]!) || ranges[index]!.from < bodyStart) return false;
    const alike = firstFront >= 0 && firstFront < index && keys[index] === keys[firstFront];
    return ranges[index]!.entry !== null || headings[index]!.number !== '' || alike;
  };
  const first = headings.findIndex((_, index) => opensBody(index));
  const end = first < 0 ? headings.length : first;
  return headings.map((heading, index) => {
    if (firstFront >= 0 && index >= firstFront && index < end) return { ...heading, matter: 'front' };
    return isBackTitle(titles[index]!) && index >= end ? { ...heading, matter: 'back' } : heading;
  });
}
