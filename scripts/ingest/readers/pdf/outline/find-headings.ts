/** Body lines → the outline: which lines are headings, of what level, and what belongs to front and back matter. */
import { readNumber } from '../../../genre/numbering.ts';
import type { NumberMark } from '../../../genre/numbering.ts';
import type { StyleReason } from '../../../genre/style-levels.ts';
import type { HeadingLevel } from '../../../model/document.ts';
import type { ContentsLine } from '../furniture/contents-pages.ts';
import type { Bookmark } from '../glyphs/file-facts.ts';
import type { DocumentMeasures } from '../lines/learn-measures.ts';
import type { LineSpan, TextLine } from '../lines/text-line.ts';
import type { SlideHeading } from '../slides/read-deck.ts';
import { decide } from './decide.ts';
import type { Decision } from './decide.ts';
import { gapClaims } from './fill-gaps.ts';
import { joinNumbersAbove } from './join-numbers.ts';
import type { GivenLevel } from './level-input.ts';
import { DEEPEST, levelHeadings } from './level-headings.ts';
import type { LevelledHeading } from './level-headings.ts';
import { judgeLines } from './judge-lines.ts';
import type { JudgedLine } from './judge-lines.ts';
import { markMatter } from './mark-matter.ts';
import { Bulkheads } from '../process/bulkheads.ts';
import { withoutListings } from './without-listings.ts';
import { withoutTitle } from './without-title.ts';
import { withoutTranslation } from './without-translation.ts';
import { bookmarkClaims } from './witnesses/bookmarks.ts';
import { chapterClaims } from './witnesses/chapter-sequence.ts';
import type { Claim } from './witnesses/claim.ts';
import { announcedSettings, contentsClaims, matchContents } from './witnesses/contents.ts';
import type { ContentsMatch } from './witnesses/contents-match.ts';
import { runningHeadClaims } from './witnesses/running-heads.ts';
import { slideClaims } from './witnesses/slides.ts';
import { settingClaims } from './witnesses/setting.ts';
import { tagClaims } from './witnesses/tags.ts';

export interface FoundHeading {
  readonly lines: readonly TextLine[];
  readonly level: HeadingLevel;
  /** As printed, '' where there is none. */
  readonly number: string;
  readonly matter?: 'front' | 'back';
}

/** A decision with the level that it led to, for `--trace`. */
export interface TracedDecision extends Decision {
  readonly given: GivenLevel | null;
}

export interface Outline {
  readonly headings: readonly FoundHeading[];
  /** Entries of the contents pages with what became of them. */
  readonly entries: readonly {
    readonly entry: ContentsLine;
    readonly number: NumberMark | null;
    readonly level: HeadingLevel;
    readonly found: boolean;
    readonly labelAgrees: boolean;
  }[];
  /** What was decided about every line that a witness named, and which numbering stands inside which. */
  readonly decisions: readonly TracedDecision[];
  readonly styles: readonly StyleReason[];
}

export interface OutlineInput {
  /** Body lines in reading order. */
  readonly lines: readonly TextLine[];
  readonly contents: readonly ContentsLine[];
  readonly contentsPages: ReadonlySet<number>;
  /** Printed labels by physical page, from index 0. */
  readonly labels: readonly string[];
  readonly measures: DocumentMeasures;
  readonly isDark: (span: LineSpan) => boolean;
  readonly bookmarks?: readonly Bookmark[];
  /** Texts of running heads by physical page. */
  readonly heads?: ReadonlyMap<number, readonly string[]>;
  /** Sections and titles of slides; absent where the file is none. */
  readonly slides?: readonly SlideHeading[];
  readonly bulkheads?: Bulkheads;
}

/** No heading at all: what is left where everything fails. */
export const NO_OUTLINE: Outline = { headings: [], entries: [], decisions: [], styles: [] };

/** Asks the witnesses, decides, and gives levels and matter. */
export function findHeadings(input: OutlineInput): Outline {
  const { lines, contents, contentsPages, labels, measures, isDark } = input;
  const judged = judgeLines(lines, measures, isDark);
  const lastContents = Math.max(0, ...contentsPages);
  const bodyStart = Math.max(
    0,
    lines.findIndex((line) => line.page > lastContents),
  );
  const matches = (input.bulkheads ?? new Bulkheads()).run(
    'outline',
    null,
    () => matchContents({ entries: contents, lines, labels, bodyStart }),
    () => [],
  );
  const decisions = withoutTitle(
    askWitnesses(input, judged, matches),
    judged,
    contents.length > 0 ? bodyStart : 0,
  );
  const entries = withoutTranslation(
    contents.filter(({ list }) => list === 'headings'),
    new Set(matches.map(({ entry }) => entry)),
  );
  const unmatched = entries.filter((entry) => !matches.some((match) => match.entry === entry));
  const levelled = levelHeadings({
    decisions,
    judged,
    unmatched,
    entries: entries.length,
    inDeck: input.slides !== undefined,
  });
  const kept = levelled.headings;
  const matter = markMatter(
    kept.map(({ decision: { from, text, entry }, number, beside }) => ({
      title: text,
      number: number?.number ?? '',
      key: judged[from]?.key ?? '',
      announced: entry !== null,
      beside,
      inBody: from >= (contents.length > 0 ? bodyStart : 0),
    })),
  );
  return {
    headings: kept.map(({ decision: { from, to }, number, given }, index): FoundHeading => {
      const own = matter[index];
      const level = levelOfHeading(given);
      return {
        lines: lines.slice(from, to),
        level,
        number: number?.number ?? '',
        ...(own && { matter: own }),
      };
    }),
    entries: entries.map((entry) => {
      const match = matches.find((each) => each.entry === entry);
      const own = kept.find(({ decision }) => decision.entry === entry);
      const given = own?.given ?? levelled.unmatched[unmatched.indexOf(entry)];
      const labelAgrees = match?.labelAgrees ?? false;
      return {
        entry,
        number: own?.number ?? readNumber(entry.text),
        level: given ? levelOfHeading(given) : 1,
        found: match !== undefined,
        labelAgrees,
      };
    }),
    decisions: decisions.map((each) => traced(each, kept)),
    styles: levelled.styles,
  };
}

function levelOfHeading({ level }: GivenLevel): HeadingLevel {
  return Math.max(1, Math.min(DEEPEST, level)) as HeadingLevel;
}

function traced(decision: Decision, kept: readonly LevelledHeading[]): TracedDecision {
  const given = kept.find((each) => each.decision === decision)?.given ?? null;
  return { ...decision, heading: given !== null, given };
}

/** Weighs what all witnesses say, then once more with the gaps in the numbering filled. */
function askWitnesses(
  {
    bookmarks = [],
    heads = new Map<number, string[]>(),
    slides = [],
    bulkheads = new Bulkheads(),
  }: OutlineInput,
  judged: readonly JudgedLine[],
  matches: readonly ContentsMatch[],
): Decision[] {
  const taken = new Set(matches.flatMap(({ from, to }) => indices(from, to)));
  const known = announcedSettings(matches, judged);
  // A witness that fails says nothing.
  const ask = (witness: () => Claim[]): Claim[] => bulkheads.run('outline', null, witness, () => []);
  const sure = [...contentsClaims(matches), ...ask(() => settingClaims({ judged, taken, known }))];
  const confirmed = new Set(sure.filter(({ weight }) => weight >= 1).map(({ from }) => from));
  const claims = [
    ...sure,
    ...ask(() => bookmarkClaims(bookmarks, judged, confirmed)),
    ...ask(() => tagClaims(judged)),
    ...ask(() => chapterClaims(judged)),
    ...ask(() => runningHeadClaims(judged, heads)),
    ...ask(() => slideClaims(judged, slides)),
  ];
  const first = decide(claims, judged);
  const gaps = ask(() => gapClaims(first, judged));
  const decided = gaps.length === 0 ? first : decide([...claims, ...gaps], judged);
  return withoutListings(joinNumbersAbove(decided, judged), judged);
}

function indices(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, offset) => from + offset);
}
