/** What one witness says of a report's title, publisher or date, and how the best of them is found. */
import type { DocumentMetadata } from '../../../model/document.ts';
import { comparableText } from '../../../genre/fold-text.ts';

export type MetadataField = 'title' | 'publisher' | 'date';

/** One thing that one witness says. */
export interface MetadataCandidate {
  readonly field: MetadataField;
  readonly text: string;
  /** What was looked at. A witness counts once for a text, however often it says it. */
  readonly witness: string;
  /** A sentence for whoever asks why. */
  readonly reason: string;
  /** How much the witness is believed where it stands alone: 0 to 1. */
  readonly weight: number;
}

/** A candidate with all who say the same. */
export interface WeighedCandidate extends MetadataCandidate {
  /** The weights of all witnesses that say the same. */
  readonly total: number;
  readonly chosen: boolean;
}

/** What is believed less is not said: whoever reads the report then knows that it is unknown. */
const MIN_TOTAL = 0.3;
/** Texts shorter than this are part of many others. */
const MIN_PART = 5;

/** Adds the weights of those who say the same, and marks the best of a field (or none). Best first. */
export function weighCandidates(
  candidates: readonly MetadataCandidate[],
  field: MetadataField,
): readonly WeighedCandidate[] {
  const own = candidates.filter((each) => each.field === field);
  const weighed = own.map((each) => ({ ...each, total: supportOf(each, own) }));
  const sorted = weighed.toSorted(
    (first, second) =>
      second.total - first.total || precision(second) - precision(first) || second.weight - first.weight,
  );
  return sorted.map((each, index) => ({ ...each, chosen: index === 0 && each.total >= MIN_TOTAL }));
}

/** The text of the chosen candidate, if there is one. */
export function chosenText(weighed: readonly WeighedCandidate[]): string | undefined {
  return weighed.find(({ chosen }) => chosen)?.text;
}

/** What is chosen of title, publisher and date. A report without a title has the title ''. */
export function chosenMetadata(weighed: readonly WeighedCandidate[]): DocumentMetadata {
  const find = (field: MetadataField): string | undefined =>
    chosenText(weighed.filter((each) => each.field === field));
  const [publisher, date] = [find('publisher'), find('date')];
  return {
    title: find('title') ?? '',
    ...(publisher !== undefined && { publisher }),
    ...(date !== undefined && { date }),
  };
}

/** Each witness counts once, with the most that it gives to a text that says the same. */
function supportOf(candidate: MetadataCandidate, all: readonly MetadataCandidate[]): number {
  const weights = new Map<string, number>([[candidate.witness, candidate.weight]]);
  for (const other of all) {
    if (other.witness === candidate.witness || !saysTheSame(candidate, other)) continue;
    weights.set(other.witness, Math.max(weights.get(other.witness) ?? 0, other.weight));
  }
  // Rounded: sums of the same weights in another order must be equal.
  return Math.round([...weights.values()].reduce((sum, weight) => sum + weight, 0) * 1000) / 1000;
}

function saysTheSame(first: MetadataCandidate, second: MetadataCandidate): boolean {
  if (first.field === 'date') return first.text.startsWith(second.text) || second.text.startsWith(first.text);
  const [one, two] = [comparableText(first.text), comparableText(second.text)];
  if (one === two) return true;
  const [short, long] = one.length < two.length ? [one, two] : [two, one];
  return short.length >= MIN_PART && long.includes(short);
}

/** Of dates that agree, the more precise one; titles and names are as long as they are. */
function precision({ field, text }: MetadataCandidate): number {
  return field === 'date' ? text.length : 0;
}
