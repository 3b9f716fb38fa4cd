/** The file's bookmarks: some list every heading, some a file name or the cells of a table. */
import { parseCaption } from '../../../../genre/captions.ts';
import { endsLikeText } from '../../../../genre/sentences.ts';
import type { Bookmark } from '../../glyphs/file-facts.ts';
import type { JudgedLine } from '../judge-lines.ts';
import type { Claim } from './claim.ts';
import { placesOfTitle, searchedLines } from '../../lines/find-text.ts';
import type { SearchedLine } from '../../lines/find-text.ts';

/** Bookmarks of which this share is confirmed by others are trusted with the rest… */
const TRUSTED_SHARE = 0.7;
/** …where there are enough to judge. */
const MIN_JUDGED = 4;
const TRUSTED_WEIGHT = 1;
/** Others only add to what else is known. */
const DOUBTED_WEIGHT = 0.4;

/**
 * Claims for the lines that bookmarks name, on the page that they lead to.
 * @param confirmed Indices of lines at which surer witnesses see headings.
 */
export function bookmarkClaims(
  bookmarks: readonly Bookmark[],
  judged: readonly JudgedLine[],
  confirmed: ReadonlySet<number>,
): Claim[] {
  if (bookmarks.length === 0) return [];
  const lines = searchedLines(judged.map(({ line }) => line));
  const found = bookmarks.flatMap((bookmark) => findBookmark(bookmark, judged, lines) ?? []);
  const share = found.filter(({ from }) => confirmed.has(from)).length / Math.max(1, found.length);
  const trusted = found.length >= MIN_JUDGED && share >= TRUSTED_SHARE;
  return found.map(({ from, to, depth }) => ({
    witness: 'bookmarks',
    from,
    to,
    level: depth,
    weight: trusted ? TRUSTED_WEIGHT : DOUBTED_WEIGHT,
    reason: `a bookmark of depth ${String(depth)}; ${String(Math.round(100 * share))} % of them name headings`,
  }));
}

interface FoundBookmark {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

function findBookmark(
  { title, page, depth }: Bookmark,
  judged: readonly JudgedLine[],
  lines: readonly SearchedLine[],
): FoundBookmark | null {
  if (page === null || title === '' || endsLikeText(title) || parseCaption(title) !== null) return null;
  const [from, behind] = [page, page + 1].map((each) => firstOf(each, judged));
  const found = placesOfTitle(title, lines, { from: from ?? 0, to: behind ?? judged.length });
  const near = found.find(({ to }) => (judged[to - 1]?.line.page ?? 0) <= page + 1);
  return near ? { ...near, depth } : null;
}

/** Index of the first line on a page or behind it. */
function firstOf(page: number, judged: readonly JudgedLine[]): number {
  const at = judged.findIndex(({ line }) => line.page >= page);
  return at < 0 ? judged.length : at;
}
