import type { Permalinks } from '../../../src/schema/permalinks.ts';
import type { Report } from '../../../src/schema/report.ts';
import type { Book, BookNote, BookViewpoint, Chapter } from '../model/book.ts';
import type { Block, Note, Viewpoint } from '../model/document.ts';
import type { MergedSources } from '../model/merged-sources.ts';
import type { Message } from '../model/messages.ts';
import { textOf } from '../model/text-of.ts';
import { assignIds } from './assign-ids.ts';
import { chapterSlugs } from './chapter-slugs.ts';
import { findEvidence, listPassages, type Passage } from './find-evidence.ts';
import { blockTargets, type LinkTarget } from './link-targets.ts';
import { distributeNotes, type NoteEntry } from './distribute-notes.ts';
import { identifyBlocks, type IdOfTarget, requireId } from './identify-blocks.ts';
import { listPlaces, placeViewpoints, type ReportPlace, type ViewpointPlace } from './place-viewpoints.ts';
import { type DraftChapter, splitChapters } from './split-chapters.ts';

/** What a person may have changed, and what was published before. */
export interface KnownReport {
  readonly id: string;
  readonly chapters: Report['chapters'];
  readonly viewpoints: Report['viewpoints'];
  readonly permalinks: Permalinks;
}

export interface BuiltBook {
  readonly book: Book;
  readonly permalinks: Permalinks;
  /** For `report.yaml`. */
  readonly chapters: Report['chapters'];
  readonly viewpoints: readonly ViewpointPlace[];
}

/** Makes the book of a report: chapters with addresses, viewpoints in their places, an id on all that can be linked to. */
export function buildBook(sources: MergedSources, known: KnownReport): BuiltBook {
  const { before, chapters } = splitChapters(sources.body);
  const slugs = chapterSlugs(chapters, known.chapters);
  const introduction = [...sources.introduction, ...before];
  const placed = placeViewpoints(sources.viewpoints, listPlaces(chapters, slugs), known.viewpoints);
  const notes = distributeNotes(
    [introduction, ...chapters.map((chapter) => [chapter.heading, ...chapter.children])],
    sources.notes,
  );
  const targets = listTargets({ sources, introduction, chapters, slugs, notes, places: placed.places });
  const chapterKeys = new Map(chapters.map((chapter, index) => [chapter.heading, slugs[index]!]));
  const { ids, permalinks } = assignIds(targets, known.permalinks, slugs, chapterKeys);
  const idOf: IdOfTarget = (key) => ids.get(key);
  const identified = chapters.map((chapter, index): Chapter =>
    toChapter(chapter, slugs[index]!, sources.complete, idOf),
  );
  const book: Book = {
    id: known.id,
    introduction: identifyBlocks(introduction, idOf),
    chapters: identified,
    viewpoints: toViewpoints(sources.viewpoints, placed.places, listPassages(identified), idOf),
    notes: notes.flatMap((entries, index) =>
      entries.map((entry) => toNote(entry, slugs[index - 1] ?? '', idOf)),
    ),
    contents: sources.contents,
    furniture: sources.furniture,
    sources: sources.sources,
    messages: [...sources.messages, ...placed.messages, ...unplacedMessages(sources, placed.places)],
  };
  return {
    book,
    permalinks,
    chapters: chapters.map((chapter, index) => ({ slug: slugs[index]!, title: chapter.title })),
    viewpoints: placed.recorded,
  };
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

/** A report cut into chapters, with what is known of each by its index; `notes` begins with those of the introduction. */
interface DraftBook {
  readonly sources: MergedSources;
  readonly introduction: readonly Block[];
  readonly chapters: readonly DraftChapter[];
  readonly slugs: readonly string[];
  readonly notes: readonly (readonly NoteEntry[])[];
  readonly places: readonly (ReportPlace | null)[];
}

/** Everything that gets an id, in reading order; viewpoints without a place come last. */
function listTargets(draft: DraftBook): readonly LinkTarget[] {
  const { introduction, chapters, notes, sources, places } = draft;
  return [
    ...blockTargets(introduction, ''),
    ...noteTargets(notes[0]!, ''),
    ...chapters.flatMap((_, index) => chapterTargets(draft, index)),
    ...sources.viewpoints.flatMap((viewpoint, index) =>
      places[index] ? [] : viewpointTargets(viewpoint, ''),
    ),
  ];
}

/** The chapter’s heading, the viewpoints that stand at its head or below a section’s heading, its blocks and notes. */
function chapterTargets(draft: DraftBook, index: number): readonly LinkTarget[] {
  const { heading, children } = draft.chapters[index]!;
  const slug = draft.slugs[index]!;
  const viewpointsBelow = (block: Block): readonly LinkTarget[] =>
    draft.sources.viewpoints.flatMap((viewpoint, order) =>
      draft.places[order]?.heading === block ? viewpointTargets(viewpoint, slug) : [],
    );
  const blocks = [heading, ...children].flatMap((block) => [
    ...blockTargets([block], slug),
    ...viewpointsBelow(block),
  ]);
  return [...blocks, ...noteTargets(draft.notes[index + 1]!, slug)];
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
