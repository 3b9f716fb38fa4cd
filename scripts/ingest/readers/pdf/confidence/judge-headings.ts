/** Headings → what is doubted of them: that they are headings, and of what level. */
import { countInk } from '../../../genre/character-class.ts';
import { readNumber } from '../../../genre/numbering.ts';
import { endsLikeText, endsSentence } from '../../../genre/sentences.ts';
import type { DoubtId } from '../../../model/confidence.ts';
import type { HeadingLevel } from '../../../model/document.ts';
import type { FoundHeading, Outline, TracedDecision } from '../outline/find-headings.ts';

/** Contents of fewer entries do not show which levels they list. */
const MIN_ENTRIES = 4;
/** Longer headings are often a paragraph that is set apart. */
const MAX_SURE_INK = 40;
/** A heading has words: a bare number, a date or a sum is a label. */
const WORDS = /\p{Script=Han}{2}|\p{L}{3}/u;

/** The doubts about each heading of the outline, in its order. */
export function judgeHeadings({
  headings,
  entries,
  decisions,
}: Outline): ReadonlyMap<FoundHeading, readonly DoubtId[]> {
  const accepted = decisions.filter(({ heading }) => heading);
  const agreeing = new Set(entries.flatMap(({ entry, labelAgrees }) => (labelAgrees ? [entry] : [])));
  const listed = entries.length < MIN_ENTRIES ? 0 : Math.max(...entries.map(({ level }) => level));
  const sequence = new Sequence();
  return new Map(
    headings.map((heading, index) => {
      const decision = accepted[index];
      const inSequence = sequence.follows(heading, decision?.text ?? '');
      const doubts = decision === undefined ? [] : doubtsOf(heading, decision, { agreeing, listed });
      return [heading, inSequence ? doubts : [...doubts, 'heading/out-of-sequence']];
    }),
  );
}

interface ContentsFacts {
  readonly agreeing: ReadonlySet<TracedDecision['entry']>;
  /** The deepest level that the contents list, 0 where there are none to speak of. */
  readonly listed: number;
}

function doubtsOf(
  { level, matter }: FoundHeading,
  { text, entry, claims, given }: TracedDecision,
  { agreeing, listed }: ContentsFacts,
): DoubtId[] {
  const doubts: DoubtId[] = [];
  const number = readNumber(text);
  const title = number?.rest ?? text;
  if (!WORDS.test(text) || endsLikeText(text) || endsSentence(text) || countInk(title) > MAX_SURE_INK)
    doubts.push('heading/reads-like-text');
  if (entry !== null) {
    if (!agreeing.has(entry)) doubts.push('heading/other-page');
    return doubts;
  }
  if (matter !== undefined) return doubts;
  if (level <= listed) doubts.push('heading/unannounced');
  if (number !== null) return doubts;
  const witnesses = new Set(claims.filter(({ weight }) => weight > 0).map(({ witness }) => witness));
  if (witnesses.size < 2) doubts.push('heading/alone');
  if (given === null || !/contents|numbering/u.test(given.reason)) doubts.push('heading/level-by-look');
  return doubts;
}

/** The numbers of headings as they are met: whether each goes on from the one before on its level. */
class Sequence {
  readonly #open: { readonly level: HeadingLevel; readonly style: string; readonly value: number }[] = [];

  follows({ level, matter }: FoundHeading, text: string): boolean {
    while ((this.#open.at(-1)?.level ?? 0) > level) this.#open.pop();
    const number = readNumber(text);
    if (matter !== undefined || number === null || number.value === 0) return true;
    const last = this.#open.at(-1);
    const before = last?.level === level ? last : null;
    if (before !== null) this.#open.pop();
    this.#open.push({ level, style: number.style, value: number.value });
    return number.value === (before?.style === number.style ? before.value + 1 : 1);
  }
}
