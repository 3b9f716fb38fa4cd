import type { RootContent } from 'mdast';
import { INTERFACE_LANGUAGE, languageOf, type Language } from '../../../src/lib/language.ts';
import type { ViewpointData } from '../../../src/schema/chapter.ts';
import type { Book, BookNote, BookViewpoint, Chapter } from '../model/book.ts';
import type { Paragraph } from '../model/document.ts';
import { chapterFrontMatter } from './chapter-front-matter.ts';
import { countReading, readingText } from './count-characters.ts';
import { mdxFile } from './mdx-file.ts';
import { type Attributes, flowElement } from './mdx-nodes.ts';
import { writeBlock, writeBlocks } from './write-blocks.ts';
import { languageAttribute, type WriteContext } from './write-context.ts';
import { writeInlines } from './write-inlines.ts';

/** Path (relative to the report's folder) → content. */
export type GeneratedFiles = ReadonlyMap<string, string>;

/** The MDX files of a book: introduction, chapters, viewpoints. */
export function bookFiles(book: Book): GeneratedFiles {
  const files = new Map<string, string>();
  const language = languageOfBook(book);
  if (book.introduction.length > 0) {
    const context = contextFor(book, '', language);
    const children = [...writeBlocks(book.introduction, context), ...writeNotes(book, '', context)];
    files.set('introduction.mdx', mdxFile({ kind: 'introduction' }, children));
  }
  book.chapters.forEach((chapter, index) => {
    const frontMatter = chapterFrontMatter(book, chapter, index + 1, language);
    const content = chapterContent(book, chapter, contextFor(book, chapter.slug, language));
    files.set(`chapters/${chapter.slug}.mdx`, mdxFile(frontMatter, content));
  });
  for (const viewpoint of book.viewpoints) {
    const children = writeBlocks(viewpoint.children, contextFor(book, viewpoint.chapter, language));
    files.set(
      `viewpoints/${String(viewpoint.number)}.mdx`,
      mdxFile(viewpointFrontMatter(viewpoint), children),
    );
  }
  return files;
}

/** The language that most of the book is in. */
function languageOfBook({ chapters }: Book): Language {
  return languageOf(chapters.map(({ children }) => readingText(children)).join('\n')) ?? INTERFACE_LANGUAGE;
}

/** Marks lead to the notes of their own page. */
function contextFor(book: Book, chapter: string, language: Language): WriteContext {
  const own = book.notes.filter((note) => note.chapter === chapter);
  const notes = new Map(own.map((note) => [note.noteId, note]));
  return { findNote: (noteId) => notes.get(noteId), language };
}

function viewpointFrontMatter(viewpoint: BookViewpoint): ViewpointData {
  return {
    id: viewpoint.id,
    number: viewpoint.number,
    title: viewpoint.lead.replace(/[，,。；;：:、]+$/u, ''),
    characters: countReading(readingText(viewpoint.children)),
    chapter: viewpoint.chapter,
    section: viewpoint.section,
    evidence: viewpoint.evidence.map((evidence) => ({ ...evidence })),
  };
}

/** Viewpoints stand at the head of their section (or chapter); one without text names those that speak of it. */
function chapterContent(book: Book, chapter: Chapter, context: WriteContext): RootContent[] {
  const callouts = (section: string): RootContent[] =>
    book.viewpoints
      .filter((viewpoint) => viewpoint.chapter === chapter.slug && viewpoint.section === section)
      .map((viewpoint) => flowElement('ViewpointCallout', { number: viewpoint.number }, []));
  const mentions = (section: string): RootContent[] =>
    book.mentions
      .filter((mention) => mention.section === section)
      .map(({ viewpoints }) => flowElement('SpokenOf', { viewpoints: viewpoints.join(' ') }, []));
  const content = chapter.children.flatMap((block) => {
    const written = writeBlock(block, context);
    return block.type === 'heading' ? [...written, ...callouts(block.id), ...mentions(block.id)] : written;
  });
  return [
    ...callouts(chapter.id),
    ...mentions(chapter.id),
    ...content,
    ...writeNotes(book, chapter.slug, context),
  ];
}

function writeNotes(book: Book, chapter: string, context: WriteContext): RootContent[] {
  const notes = book.notes.filter((note) => note.chapter === chapter);
  if (notes.length === 0) return [];
  return [
    flowElement(
      'Notes',
      {},
      notes.map((note) =>
        flowElement('Note', noteAttributes(note, context), noteContent(note.children, context)),
      ),
    ),
  ];
}

function noteAttributes({ id, label, children }: BookNote, context: WriteContext): Attributes {
  return {
    id,
    label,
    ...languageAttribute(
      children.flatMap((child) => child.children),
      context,
    ),
  };
}

/** A note's paragraphs have no ids of their own: they are one paragraph with line breaks between them. */
function noteContent(paragraphs: readonly Paragraph[], context: WriteContext): RootContent[] {
  const lines = paragraphs.flatMap((paragraph, index) => [
    ...(index > 0 ? writeInlines([{ type: 'break' }], context.findNote) : []),
    ...writeInlines(paragraph.children, context.findNote),
  ]);
  return lines.length === 0 ? [] : [{ type: 'paragraph', children: lines }];
}
