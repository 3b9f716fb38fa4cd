/** Finds the lines of the body that the contents pages announce. */
import type { ContentsLine } from '../furniture/contents-pages.ts';
import { foldText } from '../../../genre/fold-text.ts';
import { readNumber } from '../../../genre/numbering.ts';
import type { TextLine } from '../lines/text-line.ts';

/** A heading takes at most so many lines. */
const MAX_HEADING_LINES = 4;
/** A contents line may name the page before or after the one that the heading really begins on. */
const MAX_LABEL_SLIP = 1;

export interface ContentsMatch {
  readonly entry: ContentsLine;
  /** Indices into the lines that were searched, one after the other. */
  readonly from: number;
  readonly to: number;
  /** Whether the page's printed label is the one that the entry names (true where it names none). */
  readonly labelAgrees: boolean;
}

/**
 * Matches entries with lines, both in order.
 * @param lines All body lines in reading order; those before `bodyStart` are front matter and tried last.
 * @param labels Printed labels by physical page, from index 0.
 */
export function matchContents(
  entries: readonly ContentsLine[],
  lines: readonly TextLine[],
  labels: readonly string[],
  bodyStart: number,
): ContentsMatch[] {
  const folded = lines.map((line) => foldText(line.text));
  const matches: ContentsMatch[] = [];
  let next = bodyStart;
  for (const entry of entries.filter((each) => each.list === 'headings')) {
    const found =
      bestMatch(entry, lines, folded, labels, next, lines.length) ??
      bestMatch(entry, lines, folded, labels, 0, bodyStart);
    if (!found || matches.some((match) => match.from < found.to && found.from < match.to)) continue;
    matches.push(found);
    if (found.from >= next) next = found.to;
  }
  return matches.sort((a, b) => a.from - b.from);
}

function bestMatch(
  entry: ContentsLine,
  lines: readonly TextLine[],
  folded: readonly string[],
  labels: readonly string[],
  start: number,
  end: number,
): ContentsMatch | null {
  const candidates: { match: ContentsMatch; slip: number }[] = [];
  for (const key of keysOf(entry)) {
    for (let from = start; from < end; from++) {
      const to = matchEnd(folded, from, key);
      if (to === null) continue;
      const slip = labelSlip(entry.label, labels[lines[from]!.page - 1] ?? '');
      candidates.push({ match: { entry, from, to, labelAgrees: slip === 0 }, slip });
    }
    if (candidates.length > 0) break;
  }
  if (candidates.length === 0) return null;
  const best = candidates.reduce((a, b) => (b.slip < a.slip ? b : a));
  return best.slip <= MAX_LABEL_SLIP || candidates.length === 1 ? best.match : candidates[0]!.match;
}

/** The entry's words, then the same without its number (附件：…), which the heading may not carry. */
function keysOf(entry: ContentsLine): string[] {
  const rest = readNumber(entry.text)?.rest ?? '';
  return [foldText(entry.text), ...(rest.length >= 4 ? [foldText(rest)] : [])];
}

/** Where the lines from `from` on that say just `key` end; null where they say something else. */
function matchEnd(folded: readonly string[], from: number, key: string): number | null {
  let text = '';
  for (let to = from; to < Math.min(folded.length, from + MAX_HEADING_LINES); to++) {
    text += folded[to]!;
    if (text === key) return to + 1;
    if (!key.startsWith(text)) return null;
  }
  return null;
}

/** How far two labels are apart; 0 where one of them says nothing. */
function labelSlip(wanted: string, found: string): number {
  if (wanted === '' || wanted === found) return 0;
  if (found === '') return 0.5;
  const distance = Math.abs(Number(wanted) - Number(found));
  return Number.isNaN(distance) ? MAX_LABEL_SLIP + 1 : distance;
}
