import { itemAt } from '../model/item-at.ts';
import type { Report } from '../../../src/schema/report.ts';
import type { Heading, Viewpoint } from '../model/document.ts';
import type { Message } from '../model/messages.ts';
import { textOf } from '../model/text-of.ts';
import { type DraftChapter, headingTitle } from './split-chapters.ts';
import { bigrams, bigramWeights, containment } from './text-similarity.ts';

/** A place in the report where a viewpoint can stand: a chapter, or one of its sections of the highest level. */
export interface ReportPlace {
  readonly chapter: string;
  /** Printed number of the section, '' for the chapter itself. */
  readonly section: string;
  readonly heading: Heading;
  readonly title: string;
  /** Text below the heading, '' where it is not there. */
  readonly text: string;
}

export type ViewpointPlace = Report['viewpoints'][number];

/** The lead says what a viewpoint is about; its body only mentions. */
const LEAD_WEIGHT = 2;
/** A section's title tells more than its chapter's, which all its sections share. */
const CHAPTER_TITLE_WEIGHT = 0.5;
/** Full text confirms, but long text holds common words of every viewpoint. */
const TEXT_WEIGHT = 0.5;

/** The places of a report in reading order. Front and back matter carry no viewpoints. */
export function listPlaces(
  chapters: readonly DraftChapter[],
  slugs: readonly string[],
): readonly ReportPlace[] {
  return chapters.flatMap((chapter, index) => {
    const slug = slugs[index] ?? '';
    if (chapter.matter !== 'body') return [];
    const headings = chapter.children.filter((block) => block.type === 'heading');
    const top = Math.min(...headings.map((heading) => heading.level));
    const sections = chapter.children.flatMap((block, position) =>
      block.type === 'heading' && block.level === top ? [{ block, position }] : [],
    );
    const textBetween = (from: number, to: number): string =>
      chapter.children
        .slice(from, to)
        .map((block) => (block.type === 'heading' ? headingTitle(block) : textOf([block])))
        .join('');
    const own: ReportPlace = {
      chapter: slug,
      section: '',
      heading: chapter.heading,
      title: chapter.title,
      text: textBetween(0, sections[0]?.position ?? chapter.children.length),
    };
    const below = sections.map(({ block, position }, order) => ({
      chapter: slug,
      section: block.number,
      heading: block,
      title: headingTitle(block),
      text: textBetween(position + 1, sections[order + 1]?.position ?? chapter.children.length),
    }));
    return [own, ...below];
  });
}

/**
 * Matches viewpoints with places by their words, keeping the order of both: the assignment with the greatest sum of
 * scores in which no viewpoint stands before an earlier one.
 */
export function matchViewpoints(
  viewpoints: readonly Viewpoint[],
  places: readonly ReportPlace[],
): readonly ReportPlace[] {
  if (places.length === 0) return [];
  const scores = scorePlaces(viewpoints, places);
  const best: { readonly sum: number; readonly path: readonly number[] }[][] = [];
  viewpoints.forEach((_, row) => {
    let leading: { sum: number; path: readonly number[] } = { sum: row === 0 ? 0 : -1, path: [] };
    best.push(
      places.map((_place, column) => {
        const before = best[row - 1]?.[column];
        if (before !== undefined && before.sum > leading.sum) leading = before;
        return { sum: leading.sum + (scores[row]?.[column] ?? 0), path: [...leading.path, column] };
      }),
    );
  });
  const ends = best.at(-1) ?? [];
  const winner = ends.reduce(
    (first, second) => (second.sum > first.sum ? second : first),
    ends[0] ?? { sum: 0, path: [] },
  );
  return winner.path.map((column) => itemAt(places, column));
}

function scorePlaces(
  viewpoints: readonly Viewpoint[],
  places: readonly ReportPlace[],
): readonly (readonly number[])[] {
  const wordsOfPlaces = places.map((place) => ({
    place,
    title: bigrams(place.title),
    text: bigrams(place.text),
  }));
  const weightOf = bigramWeights(wordsOfPlaces.map(({ title }) => title));
  const chapterTitles = new Map(
    wordsOfPlaces.flatMap(({ place, title }) => (place.section === '' ? [[place.chapter, title]] : [])),
  );
  return viewpoints.map((viewpoint) => {
    const lead = bigrams(viewpoint.lead);
    const whole = bigrams(textOf(viewpoint.children));
    const score = (title: ReadonlySet<string>): number =>
      (LEAD_WEIGHT * containment(title, lead, weightOf) + containment(title, whole, weightOf)) /
      (LEAD_WEIGHT + 1);
    return wordsOfPlaces.map(({ place, title, text }) => {
      const chapterScore = CHAPTER_TITLE_WEIGHT * score(chapterTitles.get(place.chapter) ?? new Set());
      const textScore = TEXT_WEIGHT * containment(lead, text);
      const isChapterWithSections = place.section === '' && hasSections(place, places);
      return chapterScore + textScore + (isChapterWithSections ? 0 : score(title));
    });
  });
}

/** Whether a chapter is divided. */
export function hasSections(place: ReportPlace, places: readonly ReportPlace[]): boolean {
  return places.some((other) => other.chapter === place.chapter && other.section !== '');
}

export interface PlacedViewpoints {
  /** For `report.yaml`: what a person checked stays, the rest is matched anew. */
  readonly recorded: readonly ViewpointPlace[];
  /** For each viewpoint the heading under which it stands; null where the report has no chapters. */
  readonly places: readonly (ReportPlace | null)[];
  readonly messages: readonly Message[];
}

/** Follows what a person checked, matches the rest, and says where the two differ. */
export function placeViewpoints(
  viewpoints: readonly Viewpoint[],
  places: readonly ReportPlace[],
  recorded: readonly ViewpointPlace[],
): PlacedViewpoints {
  const matched = matchViewpoints(viewpoints, places);
  const messages: Message[] = [];
  const results = viewpoints.map((viewpoint, index) => {
    const own = matched[index] ?? null;
    const known = recorded.find((entry) => entry.number === viewpoint.number && entry.checked);
    if (!known) return { place: own, entry: own ? toRecord(viewpoint.number, own) : null };
    const place = findPlace(known, places);
    const message = describeDifference(viewpoint, known, place, own);
    if (message) messages.push(message);
    return { place: place ?? own, entry: known };
  });
  const unchecked = results.flatMap(({ entry }) => (entry && !entry.checked ? [entry] : []));
  if (unchecked.length > 0) messages.push(askToCheck(unchecked));
  return {
    recorded: results.flatMap(({ entry }) => (entry ? [entry] : [])),
    places: results.map(({ place }) => place),
    messages,
  };
}

function askToCheck(entries: readonly ViewpointPlace[]): Message {
  const places = entries.map(
    ({ number, chapter, section }) => `${String(number)} at ${chapter}${section ? ` ${section}` : ''}`,
  );
  return {
    ruleId: 'report/viewpoints-placed',
    severity: 'info',
    reason: `Viewpoints were placed by their words: ${places.join(', ')}.`,
    hint: 'Look at them, correct them in report.yaml where needed, and set checked: true.',
  };
}

function toRecord(number: number, place: ReportPlace): ViewpointPlace {
  return {
    number,
    chapter: place.chapter,
    ...(place.section ? { section: place.section } : {}),
    checked: false,
  };
}

function findPlace(entry: ViewpointPlace, places: readonly ReportPlace[]): ReportPlace | null {
  const inChapter = places.filter((place) => place.chapter === entry.chapter);
  return inChapter.find((place) => isSameNumber(place.section, entry.section)) ?? inChapter[0] ?? null;
}

/** The article may print （一） where the PDF has (一). */
export function isSameNumber(first: string, second = ''): boolean {
  const bare = (number: string): string => number.normalize('NFKC').replace(/\s/gu, '');
  return bare(first) === bare(second);
}

function describeDifference(
  viewpoint: Viewpoint,
  known: ViewpointPlace,
  place: ReportPlace | null,
  own: ReportPlace | null,
): Message | null {
  const name = `Viewpoint ${String(viewpoint.number)} (${viewpoint.lead})`;
  const wanted = `${known.chapter} ${known.section ?? ''}`.trim();
  if (place === null || !isSameNumber(place.section, known.section)) {
    return {
      ruleId: 'report/viewpoints-placed',
      severity: 'warning',
      reason: `${name} should stand at ${wanted}, as report.yaml says, but the report has no such place.`,
      hint: 'Correct the entry under viewpoints in report.yaml.',
    };
  }
  if (own === null || own.chapter === place.chapter) return null;
  return {
    ruleId: 'report/viewpoints-placed',
    severity: 'info',
    reason: `${name} stands at ${wanted}, as a person decided; by its words it would be at ${own.chapter} ${own.section}.`,
  };
}
