/** Body lines → the outline: which lines are headings, of what level, and what belongs to front and back matter. */
import { isBackTitle, isFrontTitle } from '../../../genre/matter-titles.ts';
import { readNumber } from '../../../genre/numbering.ts';
import type { StyleReason } from '../../../genre/style-levels.ts';
import type { HeadingLevel } from '../../../model/document.ts';
import type { ContentsLine } from '../furniture/contents-pages.ts';
import type { Bookmark } from '../glyphs/file-facts.ts';
import type { DocumentMeasures } from '../lines/learn-measures.ts';
import type { LineSpan, TextLine } from '../lines/text-line.ts';
import type { SlideHeading } from '../slides/read-deck.ts';
import { decide } from './decide.ts';
import type { Decision } from './decide.ts';
import { demoteUnannounced } from './demote-unannounced.ts';
import { gapClaims } from './fill-gaps.ts';
import { assignLevels, DEEPEST } from './heading-levels.ts';
import type { GivenLevel, LevelInput } from './level-input.ts';
import { judgeLines } from './judge-lines.ts';
import type { JudgedLine } from './judge-lines.ts';
import { markMatter } from './mark-matter.ts';
import { Bulkheads } from '../process/bulkheads.ts';
import { withoutTitle } from './without-title.ts';
import { bookmarkClaims } from './witnesses/bookmarks.ts';
import { chapterClaims } from './witnesses/chapter-sequence.ts';
import type { Claim } from './witnesses/claim.ts';
import { contentsClaims, matchContents } from './witnesses/contents.ts';
import type { ContentsMatch } from './witnesses/contents-match.ts';
import { runningHeadClaims } from './witnesses/running-heads.ts';
import { levelInDeck, slideClaims } from './witnesses/slides.ts';
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
  const decisions = askWitnesses(input, judged, matches);
  const accepted = decisions.filter(({ heading }) => heading);
  const unmatched = contents.filter(
    (entry) => entry.list === 'headings' && !matches.some((match) => match.entry === entry),
  );
  const { levels, styles } = assignLevels([
    ...accepted.map((each) => levelInput(each, judged)),
    ...unmatched.map(entryInput),
  ]);
  const headings = contents.filter((entry) => entry.list === 'headings').length;
  const given = input.slides ? inDeck(accepted, levels) : belowAnnounced(accepted, levels, headings);
  const levelOf = (index: number): GivenLevel => given[index] ?? { level: 1, reason: '' };
  const matter = markMatter(
    accepted.map(({ from, text, entry }) => ({
      title: text,
      number: readNumber(text)?.number ?? '',
      key: judged[from]?.key ?? '',
      announced: entry !== null,
      inBody: from >= (contents.length > 0 ? bodyStart : 0),
    })),
  );
  return {
    headings: accepted.map(({ from, to, text }, index): FoundHeading => {
      const own = matter[index];
      const number = readNumber(text)?.number ?? '';
      return {
        lines: lines.slice(from, to),
        level: levelOf(index).level,
        number,
        ...(own && { matter: own }),
      };
    }),
    entries: contents
      .filter((entry) => entry.list === 'headings')
      .map((entry) => {
        const match = matches.find((each) => each.entry === entry);
        const at = accepted.findIndex((each) => each.entry === entry);
        const place = at >= 0 ? at : accepted.length + unmatched.indexOf(entry);
        return {
          entry,
          level: levelOf(place).level,
          found: match !== undefined,
          labelAgrees: match?.labelAgrees ?? false,
        };
      }),
    decisions: decisions.map((each) => ({
      ...each,
      given: each.heading ? levelOf(accepted.indexOf(each)) : null,
    })),
    styles,
  };
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
  const known = new Set(matches.flatMap(({ from }) => judged[from]?.key ?? []));
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
  return withoutTitle(gaps.length === 0 ? first : decide([...claims, ...gaps], judged), judged);
}

/** The given levels as the deck has them. */
function inDeck(accepted: readonly Decision[], given: readonly GivenLevel[]): GivenLevel[] {
  return accepted.map(({ text, claims }, index) => {
    const own = given[index] ?? { level: 1, reason: '' };
    const level = levelInDeck(claims, own.level, isFrontTitle(text) || isBackTitle(text)) as HeadingLevel;
    return level === own.level ? own : { level, reason: 'as the slides have it' };
  });
}

/** The given levels, deeper where complete contents do not name a heading. */
function belowAnnounced(
  accepted: readonly Decision[],
  given: readonly GivenLevel[],
  entries: number,
): GivenLevel[] {
  const levels = demoteUnannounced(
    accepted.map(({ text, entry }, index) => ({
      level: given[index]?.level ?? 1,
      announced: entry !== null,
      number: readNumber(text),
      beside: isFrontTitle(text) || isBackTitle(text),
    })),
    entries,
  );
  return given.map((own, index) => {
    const level = Math.min(DEEPEST, levels[index] ?? own.level) as HeadingLevel;
    return level === own.level ? own : { level, reason: 'the contents do not name it on its level' };
  });
}

function indices(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, offset) => from + offset);
}

function levelInput({ from, text: own, entry, claims }: Decision, judged: readonly JudgedLine[]): LevelInput {
  // 附件：… on the contents page may stand without 附件 in the body.
  const text = readNumber(own) ? own : (entry?.text ?? own);
  return {
    number: readNumber(text),
    style: judged[from]?.style ?? null,
    indent: entry?.indent ?? null,
    beside: isFrontTitle(text) || isBackTitle(text),
    depths: new Map(claims.flatMap(({ witness, level }) => (level === null ? [] : [[witness, level]]))),
  };
}

function entryInput({ text, indent }: ContentsLine): LevelInput {
  const beside = isFrontTitle(text) || isBackTitle(text);
  return { number: readNumber(text), style: null, indent, beside, depths: new Map() };
}
