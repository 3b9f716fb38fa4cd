import type { Report } from '../../../src/schema/report.ts';
import type { Heading, Viewpoint } from '../model/document.ts';
import type { Message } from '../model/messages.ts';
import { textOf } from '../model/text-of.ts';
import { hasSections, isSameNumber, type ReportPlace } from './place-viewpoints.ts';
import { bigrams, bigramWeights, containment } from './text-similarity.ts';

/**
 * A viewpoint speaks of a section from this weighted share of the section’s title in its words. Titles that only share a word
 * such as 技术 or 走向 come to a quarter; what a person then finds missing is written into `report.yaml`.
 */
const SPEAKS_OF = 0.3;
/** What its lead says counts twice: its body only mentions. */
const LEAD_WEIGHT = 2;

export type MentionRecord = Report['mentions'][number];

/** A heading without text and the viewpoints, standing elsewhere, that speak of it; at least one. */
export interface Mention {
  readonly heading: Heading;
  readonly viewpoints: readonly number[];
}

export interface FoundMentions {
  /** For `report.yaml`: what a person checked stays, the rest is matched anew. */
  readonly recorded: readonly MentionRecord[];
  readonly mentions: readonly Mention[];
  readonly messages: readonly Message[];
}

/**
 * Finds what the site can say of a section whose text is missing: the viewpoints that speak of it. Sections below
 * which (or at the head of whose chapter) a viewpoint stands say enough already.
 * @param placed for each viewpoint where it stands, null where nowhere
 * @param recorded what `report.yaml` says
 */
export function findMentions(
  viewpoints: readonly Viewpoint[],
  places: readonly ReportPlace[],
  placed: readonly (ReportPlace | null)[],
  recorded: readonly MentionRecord[],
): FoundMentions {
  const bare = places.filter((place) => isBare(place, places, placed));
  const weightOf = bigramWeights(places.map(({ title }) => bigrams(title)));
  const speaksOf = ({ lead, children }: Viewpoint, { title }: ReportPlace): boolean => {
    const words = bigrams(title);
    const share = (text: string): number => containment(words, bigrams(text), weightOf);
    return (LEAD_WEIGHT * share(lead) + share(textOf(children))) / (LEAD_WEIGHT + 1) >= SPEAKS_OF;
  };
  const checked = recorded.filter((entry) => entry.checked);
  const found = bare.map((place) => {
    const known = checked.find((entry) => isAt(entry, place));
    const own = viewpoints.filter((viewpoint) => speaksOf(viewpoint, place)).map(({ number }) => number);
    return { place, known, numbers: known?.viewpoints ?? own };
  });
  const matched = found.filter(({ known, numbers }) => !known && numbers.length > 0);
  const records = matched.map(({ place, numbers }) => toRecord(place, numbers));
  const numbers = new Set(viewpoints.map(({ number }) => number));
  return {
    recorded: [...checked, ...records],
    mentions: found
      .map((each) => ({
        heading: each.place.heading,
        viewpoints: each.numbers.filter((number) => numbers.has(number)),
      }))
      .filter((mention) => mention.viewpoints.length > 0),
    messages: [
      ...checked.flatMap((entry) => misplaced(entry, places, numbers)),
      ...(records.length > 0 ? [askToCheck(records)] : []),
    ],
  };
}

/** Neither text nor a viewpoint of its own; a chapter with sections is spoken of by what stands at them. */
function isBare(
  place: ReportPlace,
  places: readonly ReportPlace[],
  placed: readonly (ReportPlace | null)[],
): boolean {
  if (place.text !== '' || (place.section === '' && hasSections(place, places))) return false;
  return !placed.some(
    (other) => other?.heading === place.heading || (other?.chapter === place.chapter && other.section === ''),
  );
}

const isAt = (entry: MentionRecord, place: ReportPlace): boolean =>
  entry.chapter === place.chapter && isSameNumber(place.section, entry.section);

function toRecord(place: ReportPlace, viewpoints: readonly number[]): MentionRecord {
  return {
    chapter: place.chapter,
    ...(place.section ? { section: place.section } : {}),
    viewpoints: [...viewpoints],
    checked: false,
  };
}

const nameOf = ({ chapter, section }: MentionRecord): string => `${chapter} ${section ?? ''}`.trim();

function misplaced(
  entry: MentionRecord,
  places: readonly ReportPlace[],
  numbers: ReadonlySet<number>,
): readonly Message[] {
  const warn = (what: string): Message => ({
    ruleId: 'report/viewpoints-placed',
    severity: 'warning',
    reason: `Under mentions, report.yaml names ${what}, which is not there.`,
    hint: 'Correct the entry under mentions in report.yaml.',
  });
  if (!places.some((place) => isAt(entry, place))) return [warn(`the section ${nameOf(entry)}`)];
  const unknown = entry.viewpoints.filter((number) => !numbers.has(number));
  return unknown.map((number) => warn(`viewpoint ${String(number)} at ${nameOf(entry)}`));
}

function askToCheck(records: readonly MentionRecord[]): Message {
  const found = records.map((entry) => `${nameOf(entry)} by ${entry.viewpoints.join(', ')}`);
  return {
    ruleId: 'report/viewpoints-placed',
    severity: 'info',
    reason: `Sections without text are spoken of, by their words: ${found.join('; ')}.`,
    hint: 'Look at them, correct them in report.yaml where needed, and set checked: true.',
  };
}
