/** The contents pages: the lines of the body that their entries announce. */
import type { ContentsLine } from '../../furniture/contents-pages.ts';
import type { JudgedLine } from '../judge-lines.ts';
import type { Claim } from './claim.ts';
import type { ContentsMatch, ContentsSearch } from './contents-match.ts';
import { likeMatches } from './contents-likeness.ts';
import { placesOfTitle, searchedLines } from '../../lines/find-text.ts';
import type { LineRange, SearchedLine } from '../../lines/find-text.ts';

/** A contents line may name the page before or after the one that the heading really begins on. */
const MAX_LABEL_SLIP = 1;
/** One of two labels is missing: worse than the same label, better than another one. */
const UNKNOWN_SLIP = 0.5;

/** A setting is that of headings when the contents announce this share of the lines that have it. */
const KNOWN_SHARE = 0.2;

/** Matches entries with lines, both in order. */
export function matchContents(search: ContentsSearch): ContentsMatch[] {
  const { entries, lines, bodyStart } = search;
  const searched = searchedLines(lines);
  const matches: ContentsMatch[] = [];
  let next = bodyStart;
  for (const entry of entries.filter((each) => each.list === 'headings')) {
    const found =
      bestMatch(entry, searched, search, { from: next, to: lines.length }) ??
      bestMatch(entry, searched, search, { from: 0, to: bodyStart });
    if (!found || matches.some((match) => match.from < found.to && found.from < match.to)) continue;
    matches.push(found);
    if (found.from >= next) next = found.to;
  }
  return [...matches, ...likeMatches(search, matches)].sort((a, b) => a.from - b.from);
}

function bestMatch(
  entry: ContentsLine,
  searched: readonly SearchedLine[],
  { lines, labels }: ContentsSearch,
  range: LineRange,
): ContentsMatch | null {
  const candidates = placesOfTitle(entry.text, searched, range).map(({ from, to }) => {
    const page = lines[from]?.page ?? 0;
    const slip = labelSlip(entry.label, labels[page - 1] ?? '');
    // Where the entry is a link, the page that it leads to is the best that is known.
    const linked = entry.target === page ? -1 : 0;
    return { match: { entry, from, to, labelAgrees: slip === 0 }, slip: slip + linked };
  });
  const [first] = candidates;
  if (first === undefined) return null;
  const best = candidates.reduce((a, b) => (b.slip < a.slip ? b : a));
  return best.slip <= MAX_LABEL_SLIP || candidates.length === 1 ? best.match : first.match;
}

/** How far two labels are apart; 0 where the entry names none. */
function labelSlip(wanted: string, found: string): number {
  if (wanted === '' || wanted === found) return 0;
  if (found === '') return UNKNOWN_SLIP;
  const distance = Math.abs(Number(wanted) - Number(found));
  return Number.isNaN(distance) ? MAX_LABEL_SLIP + 1 : distance;
}

/** Matches as claims: what the contents announce is a heading. */
export function contentsClaims(matches: readonly ContentsMatch[]): Claim[] {
  return matches.map(({ entry, from, to, labelAgrees }) => ({
    witness: 'contents',
    from,
    to,
    level: null,
    weight: 1,
    reason: `the contents announce it on page ${entry.label || '?'}${labelAgrees ? '' : ', which is not its page'}`,
    entry,
  }));
}

/** The settings (`JudgedLine.key`) of announced headings; one that most lines have that they do not announce tells nothing. */
export function announcedSettings(
  matches: readonly ContentsMatch[],
  judged: readonly JudgedLine[],
): Set<string> {
  const lines = Map.groupBy(judged, ({ key }) => key);
  const announced = Map.groupBy(matches, ({ from }) => judged[from]?.key ?? '');
  return new Set(
    [...announced].flatMap(([key, own]) =>
      own.length >= KNOWN_SHARE * (lines.get(key)?.length ?? 0) ? [key] : [],
    ),
  );
}
