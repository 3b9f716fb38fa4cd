/** Entries of the contents whose heading says nearly the same: a slip of the pen, or words that were changed late. */
import { foldText } from '../../../../genre/fold-text.ts';
import { decimalDepth, readNumber } from '../../../../genre/numbering.ts';
import type { NumberMark } from '../../../../genre/numbering.ts';
import type { ContentsLine } from '../../furniture/contents-pages.ts';
import type { ContentsMatch, ContentsSearch } from './contents-match.ts';

/** Share of the longer text that both have in common (one in eight may differ), and the same where the number agrees. */
const LIKENESS = 0.87;
const LIKENESS_NUMBERED = 0.75;
/** A text that another begins with says something when it is as long as this. */
const MIN_START = 2;
/** This share of a heading's second line is in its entry, too. */
const MEANT_SHARE = 0.7;
/** Contents leave out what headings say in brackets, where the rest is as long as this. */
const IN_BRACKETS = /[（(][^（()）]*[）)]/gu;
const MIN_PLAIN = 6;
/** A heading of at most so many lines is compared. */
const MAX_LINES = 2;
/** The page may be the one before or after that which the entry names. */
const MAX_SLIP = 1;

/** Matches for entries that have none, each looked for between the headings of its neighbours, on its page. */
export function likeMatches(search: ContentsSearch, matches: readonly ContentsMatch[]): ContentsMatch[] {
  const entries = search.entries.filter(({ list }) => list === 'headings');
  const of = new Map(matches.map((match) => [match.entry, match]));
  return entries.flatMap((entry, index): ContentsMatch[] => {
    if (of.has(entry)) return [];
    const before = entries.slice(0, index).findLast((each) => of.has(each));
    const after = entries.slice(index + 1).find((each) => of.has(each));
    const from = (before && of.get(before)?.to) ?? search.bodyStart;
    const to = (after && of.get(after)?.from) ?? search.lines.length;
    return likest(entry, search, { from, to }) ?? [];
  });
}

/** The likest lines in a range on the entry's page; null where none is like enough. */
function likest(
  entry: ContentsLine,
  { lines, labels }: ContentsSearch,
  range: { readonly from: number; readonly to: number },
): [ContentsMatch] | null {
  let best: { likeness: Likeness; match: ContentsMatch } | null = null;
  for (let from = range.from; from < range.to; from++) {
    const page = lines[from]?.page ?? 0;
    const slip = Math.abs(Number(entry.label) - Number(labels[page - 1] || NaN));
    if (entry.target !== page && !(entry.label !== '' && slip <= MAX_SLIP)) continue;
    for (let to = from + 1; to <= Math.min(range.to, from + MAX_LINES); to++) {
      const text = lines.slice(from, to).map((line) => line.text);
      const likeness = likenessOf(entry.text, text.join(''));
      if (likeness === null) continue;
      const goesOn = best?.match.from === from && isMeant(likeness, best.likeness, text.at(-1) ?? '');
      if (goesOn || likeness.share > (best?.likeness.share ?? 0))
        best = { likeness, match: { entry, from, to, labelAgrees: slip === 0 } };
    }
  }
  return best && [best.match];
}

interface Likeness {
  /** Share of the longer text that both have in common. */
  readonly share: number;
  /** Length of what they have in common. */
  readonly common: number;
}

/** Whether a second line belongs to a heading: most of it is what the entry says behind the first. */
function isMeant(both: Likeness, first: Likeness, second: string): boolean {
  return both.common - first.common >= MEANT_SHARE * foldText(second).length;
}

/** What both texts have in common; null where it is too little, or where their numbers differ. */
function likenessOf(entry: string, text: string): Likeness | null {
  const plain = foldText(text.replace(IN_BRACKETS, ''));
  if (plain.length >= MIN_PLAIN && plain === foldText(entry))
    return { share: LIKENESS, common: plain.length };
  const [wanted, own] = [readNumber(entry), readNumber(text)];
  if (!isSameNumber(wanted, own)) return null;
  const [one, other] = [foldText(wanted?.rest ?? entry), foldText(own?.rest ?? text)];
  if (wanted && startsAlike(one, other))
    return { share: LIKENESS_NUMBERED, common: Math.min(one.length, other.length) };
  // A composed number is that of one heading alone: words may have been put in.
  const isComposed = wanted !== null && decimalDepth(wanted.style) > 1;
  const length = isComposed ? Math.min(one.length, other.length) : Math.max(one.length, other.length);
  // Most lines can be told from an entry by their length.
  if (Math.min(one.length, other.length) < length * LIKENESS_NUMBERED || length === 0) return null;
  if (other.length > 2 * one.length) return null;
  const common = commonLength(one, other);
  const share = common / length;
  return share >= (wanted ? LIKENESS_NUMBERED : LIKENESS) ? { share, common } : null;
}

/** Whether one text goes on where the other ends: a translation in brackets is left out in contents, or a subtitle. */
function startsAlike(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= MIN_START && long.startsWith(short) && /^[(:—-]/u.test(long.slice(short.length));
}

function isSameNumber(one: NumberMark | null, other: NumberMark | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.style === other.style && one.value === other.value && one.parents.join() === other.parents.join()
  );
}

/** Length of the longest text that both have in this order. */
function commonLength(one: string, other: string): number {
  let row = Array<number>(other.length + 1).fill(0);
  for (const character of one) {
    const next = [0];
    for (let at = 0; at < other.length; at++) {
      const same = character === other[at] ? (row[at] ?? 0) + 1 : 0;
      next.push(Math.max(same, next[at] ?? 0, row[at + 1] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
