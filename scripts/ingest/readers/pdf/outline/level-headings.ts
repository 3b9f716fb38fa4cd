/** Decided headings → their numbers and levels; what stands deeper than headings go is a paragraph. */
import { readNumbers } from '../../../genre/bare-numbers.ts';
import { readNumber } from '../../../genre/numbering.ts';
import type { NumberMark } from '../../../genre/numbering.ts';
import type { StyleReason } from '../../../genre/style-levels.ts';
import type { ContentsLine } from '../furniture/contents-pages.ts';
import type { Decision } from './decide.ts';
import { demoteUnannounced } from './demote-unannounced.ts';
import { assignLevels } from './heading-levels.ts';
import type { JudgedLine } from './judge-lines.ts';
import type { GivenLevel, LevelInput } from './level-input.ts';
import { nestSeries } from './nest-series.ts';
import { standBeside } from './stand-beside.ts';
import { levelInDeck } from './witnesses/slides.ts';

/** Headings have no more levels than this. */
export const DEEPEST = 4;

export interface LevelledHeading {
  readonly decision: Decision;
  readonly number: NumberMark | null;
  readonly given: GivenLevel;
  /** Whether it stands beside the chapters. */
  readonly beside: boolean;
}

export interface LevelledHeadings {
  readonly headings: readonly LevelledHeading[];
  /** Levels of the entries without a heading. */
  readonly unmatched: readonly GivenLevel[];
  readonly styles: readonly StyleReason[];
}

export interface LevelQuestion {
  readonly decisions: readonly Decision[];
  readonly judged: readonly JudgedLine[];
  /** Entries of the contents that have no heading. */
  readonly unmatched: readonly ContentsLine[];
  /** How many entries the contents have. */
  readonly entries: number;
  /** Whether the file is a deck of slides, which has levels of its own. */
  readonly inDeck: boolean;
}

/** Gives numbers and levels to what was decided to be a heading. */
export function levelHeadings({
  decisions,
  judged,
  unmatched,
  entries,
  inDeck,
}: LevelQuestion): LevelledHeadings {
  const accepted = decisions.filter(({ heading }) => heading);
  const numbers = readNumbers(accepted.map(({ from, text }) => ({ text, group: judged[from]?.key ?? '' })));
  const beside = standBeside([
    ...accepted.map(({ text, entry }, index) => ({
      text: numbers[index] ? text : (entry?.text ?? text),
      announced: entry !== null,
    })),
    ...unmatched.map(({ text }) => ({ text, announced: true })),
  ]);
  const isBeside = (index: number): boolean => beside[index] === true;
  const { levels, styles } = assignLevels([
    ...accepted.map((each, index) => levelInput(each, judged, numbers[index] ?? null, isBeside(index))),
    ...unmatched.map((entry, index) => entryInput(entry, isBeside(accepted.length + index))),
  ]);
  const nested = nestSeries(
    accepted.map(({ from, entry }, index) => ({
      number: numbers[index] ?? null,
      size: judged[from]?.style.size ?? 0,
      level: levels[index]?.level ?? 1,
      open: entry === null && !isBeside(index),
    })),
  );
  const demoted = demoteUnannounced(
    accepted.map(({ entry }, index) => ({
      level: nested[index] ?? 1,
      announced: entry !== null,
      number: numbers[index] ?? null,
      beside: isBeside(index),
    })),
    entries,
  );
  const closed = inDeck
    ? accepted.map(({ claims }, index) => levelInDeck(claims, levels[index]?.level ?? 1, isBeside(index)))
    : closeGaps(demoted);
  const headings = accepted.map((decision, index): LevelledHeading => {
    const own = levels[index] ?? { level: 1, reason: '' };
    const level = closed[index] ?? own.level;
    const reason = inDeck ? 'as the slides have it' : reasonOf(own, nested[index] ?? 1, demoted[index] ?? 1);
    return { decision, number: numbers[index] ?? null, given: { level, reason }, beside: isBeside(index) };
  });
  return {
    headings: headings.filter(({ decision, given }) => given.level <= DEEPEST || decision.entry !== null),
    unmatched: levels.slice(accepted.length),
    styles,
  };
}

function reasonOf({ level, reason }: GivenLevel, nested: number, demoted: number): string {
  if (demoted !== nested) return 'the contents do not name it on its level';
  return nested === level ? reason : 'its series stands inside another of its style';
}

/** Levels between which nothing stands are one: what follows level 2 next is 3, whatever numberings would allow. */
function closeGaps(levels: readonly number[]): number[] {
  const used = [...new Set(levels)].sort((a, b) => a - b);
  return levels.map((level) => (used[0] ?? 1) + used.indexOf(level));
}

function levelInput(
  { from, entry, claims }: Decision,
  judged: readonly JudgedLine[],
  number: NumberMark | null,
  beside: boolean,
): LevelInput {
  // Contents number all chapters in one way; in the body 附件 may be left out, or CHAPTER ONE stand for 1.
  const announced = entry === null ? null : readNumber(entry.text);
  return {
    number: announced ?? number,
    style: judged[from]?.style ?? null,
    indent: entry?.indent ?? null,
    beside,
    depths: new Map(claims.flatMap(({ witness, level }) => (level === null ? [] : [[witness, level]]))),
  };
}

function entryInput({ text, indent }: ContentsLine, beside: boolean): LevelInput {
  return { number: readNumber(text), style: null, indent, beside, depths: new Map() };
}
