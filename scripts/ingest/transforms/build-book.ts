import type { Permalinks } from '../../../src/schema/permalinks.ts';
import type { Report } from '../../../src/schema/report.ts';
import { itemAt } from '../model/item-at.ts';
import type { Book, BookNote, BookViewpoint, Chapter } from '../model/book.ts';
import type { Block, Note, Viewpoint } from '../model/document.ts';
import type { MergedSources } from '../model/merged-sources.ts';
import type { Message } from '../model/messages.ts';
import { textOf } from '../model/text-of.ts';
import { assignIds } from './assign-ids.ts';
import { chapterSlugs, recordedTitle } from './chapter-slugs.ts';
import { findEvidence, listPassages, type Passage } from './find-evidence.ts';
import { blockTargets, type LinkTarget } from './link-targets.ts';
import { findMentions, type MentionRecord } from './find-mentions.ts';
import { distributeNotes, type NoteEntry } from './distribute-notes.ts';
import { identifyBlocks, type IdOfTarget, requireId } from './identify-blocks.ts';
import { listPlaces, placeViewpoints, type ReportPlace, type ViewpointPlace } from './place-viewpoints.ts';
import { type DraftChapter, splitChapters } from './split-chapters.ts';

/** What a person may have changed, and what was published before. */
export interface KnownReport {
  readonly id: string;
  readonly chapters: Report['chapters'];
  readonly viewpoints: Report['viewpoints'];
  readonly mentions: Report['mentions'];
  readonly permalinks: Permalinks;
}

export interface BuiltBook {
  readonly book: Book;
  readonly permalinks: Permalinks;
  /** For `report.yaml`. */
  readonly chapters: Report['chapters'];
  readonly viewpoints: readonly ViewpointPlace[];
  readonly mentions: readonly MentionRecord[];
}

/** Makes the book of a report: chapters with addresses, viewpoints in their places, an id on all that can be linked to. */
export function buildBook(sources: MergedSources, known: KnownReport): BuiltBook {
  const { before, chapters } = splitChapters(sources.body, sources.complete);
  const slugs = chapterSlugs(chapters, known.chapters);
  const introduction = [...sources.introduction, ...before];
  const places = listPlaces(chapters, slugs);
  const placed = placeViewpoints(sources.viewpoints, places, known.viewpoints);
  const mentioned = sources.complete
    ? { recorded: known.mentions, mentions: [], messages: [] }
    : findMentions(sources.viewpoints, places, placed.places, known.mentions);
  const [introductionNotes = [], ...chapterNotes] = distributeNotes(
    [introduction, ...chapters.map((chapter) => [chapter.heading, ...chapter.children])],
    sources.notes,
  );
  const parts = chapters.map((chapter, index): ChapterParts => ({
    chapter,
    slug: itemAt(slugs, index),
    notes: chapterNotes[index] ?? [],
  }));
  const targets = [
    ...blockTargets(introduction, ''),
    ...noteTargets(introductionNotes, ''),
    ...parts.flatMap((part) => chapterTargets(part, sources.viewpoints, placed.places)),
    ...sources.viewpoints.flatMap((viewpoint, index) =>
      placed.places[index] ? [] : viewpointTargets(viewpoint, ''),
    ),
  ];
  const chapterKeys = new Map(parts.map(({ chapter, slug }) => [chapter.heading, slug]));
  const { ids, permalinks } = assignIds(targets, known.permalinks, slugs, chapterKeys);
  const idOf: IdOfTarget = (key) => ids.get(key);
  const identified = parts.map(({ chapter, slug }) => toChapter(chapter, slug, sources.complete, idOf));
  const book: Book = {
    id: known.id,
    introduction: identifyBlocks(introduction, idOf),
    chapters: identified,
    viewpoints: toViewpoints(sources.viewpoints, placed.places, listPassages(identified), idOf),
    mentions: mentioned.mentions.map(({ heading, viewpoints }) => ({
      section: requireId(heading, idOf),
      viewpoints,
    })),
    notes: [{ slug: '', notes: introductionNotes }, ...parts].flatMap(({ slug, notes }) =>
      notes.map((entry) => toNote(entry, slug, idOf)),
    ),
    contents: sources.contents,
    furniture: sources.furniture,
    sources: sources.sources,
    messages: [
      ...sources.messages,
      ...placed.messages,
      ...mentioned.messages,
      ...unplacedMessages(sources, placed.places),
    ],
  };
  return {
    book,
    permalinks,
    chapters: parts.map(({ chapter, slug }) => ({
      slug,
      title: recordedTitle(chapter, slug, known.chapters),
    })),
    viewpoints: placed.recorded,
    mentions: mentioned.recorded,
  };
}

/** A chapter with its address and the notes that go with it. */
interface ChapterParts {
  readonly chapter: DraftChapter;
  readonly slug: string;
  readonly notes: readonly NoteEntry[];
}

function toChapter(chapter: DraftChapter, slug: string, complete: boolean, idOf: IdOfTarget): Chapter {
  const { heading, children, ...rest } = chapter;
  return { ...rest, id: requireId(heading, idOf), slug, complete, children: identifyBlocks(children, idOf) };
}

/** Viewpoints without a place are in no chapter and so not in the book. */
function toViewpoints(
  viewpoints: readonly Viewpoint[],
  places: readonly (ReportPlace | null)[],
  passages: readonly Passage[],
  idOf: IdOfTarget,
): readonly BookViewpoint[] {
  return viewpoints.flatMap((viewpoint, index): readonly BookViewpoint[] => {
    const place = places[index];
    if (!place) return [];
    const { number, lead, children } = viewpoint;
    return [
      {
        id: requireId(viewpoint, idOf),
        number,
        lead,
        children: identifyBlocks(children, idOf),
        chapter: place.chapter,
        section: requireId(place.heading, idOf),
        evidence: findEvidence(viewpoint, passages, place),
      },
    ];
  });
}

/** The chapter’s heading, the viewpoints that stand at its head or below a section’s heading, its blocks and notes. */
function chapterTargets(
  { chapter, slug, notes }: ChapterParts,
  viewpoints: readonly Viewpoint[],
  places: readonly (ReportPlace | null)[],
): readonly LinkTarget[] {
  const viewpointsBelow = (heading: Block): readonly LinkTarget[] =>
    viewpoints.flatMap((viewpoint, index) =>
      places[index]?.heading === heading ? viewpointTargets(viewpoint, slug) : [],
    );
  const blocks = [chapter.heading, ...chapter.children].flatMap((block) => [
    ...blockTargets([block], slug),
    ...viewpointsBelow(block),
  ]);
  return [...blocks, ...noteTargets(notes, slug)];
}

function noteTargets(notes: readonly NoteEntry[], chapter: string): readonly LinkTarget[] {
  return notes.map(({ note }) => ({ key: note, letter: 'n', text: noteText(note), chapter }));
}

function viewpointTargets(viewpoint: Viewpoint, chapter: string): readonly LinkTarget[] {
  const text = textOf(viewpoint.children);
  return [
    { key: viewpoint, letter: 'v', text, chapter, wanted: viewpoint.number },
    ...blockTargets(viewpoint.children, chapter),
  ];
}

function noteText(note: Note): string {
  return textOf(note.children);
}

function toNote({ noteId, note }: NoteEntry, chapter: string, idOf: IdOfTarget): BookNote {
  return { id: requireId(note, idOf), noteId, label: note.label, chapter, children: note.children };
}

function unplacedMessages(
  sources: MergedSources,
  places: readonly (ReportPlace | null)[],
): readonly Message[] {
  return sources.viewpoints.flatMap((viewpoint, index) =>
    places[index]
      ? []
      : [
          {
            ruleId: 'report/viewpoints-placed' as const,
            severity: 'warning' as const,
            reason: `Viewpoint ${String(viewpoint.number)} has no place: the report has no chapters.`,
          },
        ],
  );
}
