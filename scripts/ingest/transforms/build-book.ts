import type { Permalinks } from '../../../src/schema/permalinks.ts';
import type { Report } from '../../../src/schema/report.ts';
import type { Book, BookNote, BookViewpoint, Chapter, PermanentId } from '../model/book.ts';
import { assertNever, type Block, type Inline, type Note } from '../model/document.ts';
import type { Message } from '../model/messages.ts';
import { assignIds } from './assign-ids.ts';
import { blockText } from './block-text.ts';
import { chapterSlugs } from './chapter-slugs.ts';
import { findEvidence } from './find-evidence.ts';
import { blockTargets, type LinkTarget } from './link-targets.ts';
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
  const notes = chapters.map((chapter) => referencedNotes(chapter.children, sources.notes));
  const targets = [
    ...blockTargets(introduction, ''),
    ...chapters.flatMap((chapter, index) =>
      chapterTargets(chapter, slugs[index]!, notes[index]!, sources, placed.places),
    ),
    ...sources.viewpoints.flatMap((viewpoint, index) =>
      placed.places[index] ? [] : viewpointTargets(viewpoint, ''),
    ),
  ];
  const chapterKeys = new Map(chapters.map((chapter, index) => [chapter.heading, slugs[index]!]));
  const { ids, permalinks } = assignIds(targets, known.permalinks, slugs, chapterKeys);
  const idOf = (key: LinkTarget['key']): PermanentId => ids.get(key)!;
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
      const evidence = sources.complete ? findEvidence(viewpoint, chapters, slugs, place, idOf) : [];
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
    notes: chapters.flatMap((_, index) => notes[index]!.map((entry) => toNote(entry, slugs[index]!, idOf))),
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
  const marks = notes.map(({ note }): LinkTarget => ({
    key: note,
    letter: 'n',
    text: noteText(note),
    chapter: slug,
  }));
  return [...blocks, ...marks];
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

interface NoteEntry {
  readonly noteId: string;
  readonly note: Note;
}

/** The notes to which the blocks refer, in the order of their first mark. */
function referencedNotes(blocks: readonly Block[], notes: MergedSources['notes']): readonly NoteEntry[] {
  const noteIds = [...new Set(blocks.flatMap(blockInlines).flatMap(noteIdsIn))];
  return noteIds.flatMap((noteId) => (notes[noteId] ? [{ noteId, note: notes[noteId] }] : []));
}

function noteIdsIn(inline: Inline): readonly string[] {
  if (inline.type === 'noteReference') return [inline.noteId];
  return 'children' in inline ? inline.children.flatMap(noteIdsIn) : [];
}

function blockInlines(block: Block): readonly Inline[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return block.children;
    case 'list':
      return block.items.flatMap((item) => item.children.flatMap(blockInlines));
    case 'quote':
      return block.children.flatMap(blockInlines);
    case 'table':
      return [
        ...block.caption,
        ...block.rows.flatMap((row) => row.flatMap((cell) => cell.children)),
        ...block.source,
      ];
    case 'figure':
      return [...block.caption, ...block.source];
    case 'callout':
      return [...block.title, ...block.children.flatMap(blockInlines)];
    default:
      return assertNever(block);
  }
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
