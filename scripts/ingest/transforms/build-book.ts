import type { Permalinks } from '../../../src/schema/permalinks.ts';
import type { Report } from '../../../src/schema/report.ts';
import type { Book, BookNote, BookViewpoint, Chapter, PermanentId } from '../model/book.ts';
import type { Block, Note } from '../model/document.ts';
import type { Message } from '../model/messages.ts';
import { assignIds } from './assign-ids.ts';
import { blockText } from './block-text.ts';
import { chapterSlugs } from './chapter-slugs.ts';
import { findEvidence, listPassages } from './find-evidence.ts';
import { blockTargets, type LinkTarget } from './link-targets.ts';
import { distributeNotes, type NoteEntry } from './distribute-notes.ts';
import type { MergedSources } from './merge-sources.ts';
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
  const targets = [
    ...blockTargets(introduction, ''),
    ...noteTargets(notes[0]!, ''),
    ...chapters.flatMap((chapter, index) =>
      chapterTargets(chapter, slugs[index]!, notes[index + 1]!, sources, placed.places),
    ),
    ...sources.viewpoints.flatMap((viewpoint, index) =>
      placed.places[index] ? [] : viewpointTargets(viewpoint, ''),
    ),
  ];
  const chapterKeys = new Map(chapters.map((chapter, index) => [chapter.heading, slugs[index]!]));
  const { ids, permalinks } = assignIds(targets, known.permalinks, slugs, chapterKeys);
  const idOf = (key: LinkTarget['key']): PermanentId => ids.get(key)!;
  const passages = listPassages(chapters, slugs);
  const book: Book = {
    id: known.id,
    ids: new Map([...ids].filter((entry): entry is [Block, PermanentId] => 'type' in entry[0])),
    introduction,
    chapters: chapters.map((chapter, index): Chapter =>
      toChapter(chapter, slugs[index]!, idOf, sources.complete),
    ),
    viewpoints: sources.viewpoints.flatMap((viewpoint, index): readonly BookViewpoint[] => {
      const place = placed.places[index];
      if (!place) return [];
      const evidence = findEvidence(viewpoint, passages, place, idOf);
      const { number, lead, children } = viewpoint;
      return [
        {
          id: idOf(viewpoint),
          number,
          lead,
          children,
          chapter: place.chapter,
          section: idOf(place.heading),
          evidence,
        },
      ];
    }),
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

function toChapter(
  chapter: DraftChapter,
  slug: string,
  idOf: (key: Block) => PermanentId,
  complete: boolean,
): Chapter {
  const { number, title, matter, children, origins } = chapter;
  return { id: idOf(chapter.heading), slug, number, title, matter, children, complete, origins };
}

/** The chapter’s heading, the viewpoints that stand at its head or below a section’s heading, its blocks and notes. */
function chapterTargets(
  chapter: DraftChapter,
  slug: string,
  notes: readonly NoteEntry[],
  sources: MergedSources,
  places: readonly (ReportPlace | null)[],
): readonly LinkTarget[] {
  const viewpointsBelow = (heading: Block): readonly LinkTarget[] =>
    sources.viewpoints.flatMap((viewpoint, index) =>
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

function viewpointTargets(
  viewpoint: MergedSources['viewpoints'][number],
  chapter: string,
): readonly LinkTarget[] {
  const text = viewpoint.children.map(blockText).join('');
  return [
    { key: viewpoint, letter: 'v', text, chapter, wanted: viewpoint.number },
    ...blockTargets(viewpoint.children, chapter),
  ];
}

function noteText(note: Note): string {
  return note.children.map(blockText).join('');
}

function toNote({ noteId, note }: NoteEntry, chapter: string, idOf: (key: Note) => PermanentId): BookNote {
  return { id: idOf(note), noteId, label: note.label, chapter, children: note.children };
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
