import type { Block, Note } from '../model/document.ts';
import { inlinesOf, visitInlines } from '../model/walk.ts';

export interface NoteEntry {
  readonly noteId: string;
  readonly note: Note;
}

/**
 * The notes of each part (introduction, chapters): those that it refers to, in the order of their first marks, then
 * those of its pages to which nothing refers. A note that two parts refer to stands in both, as two objects.
 * @param parts blocks of each part, in reading order; the first may be empty
 */
export function distributeNotes(
  parts: readonly (readonly Block[])[],
  notes: Readonly<Record<string, Note>>,
): readonly (readonly NoteEntry[])[] {
  const referred = parts.map((blocks) =>
    [...new Set(blocks.flatMap(noteIdsInBlock))].filter((noteId) => noteId in notes),
  );
  const all = new Set(referred.flat());
  const firstPages = parts.map((blocks) => firstPage(blocks));
  const extra = parts.map((): string[] => []);
  for (const [noteId, note] of Object.entries(notes)) {
    if (all.has(noteId)) continue;
    const page = firstPage(note.children) ?? Number.POSITIVE_INFINITY;
    const part = firstPages.findLastIndex((first) => first !== null && first <= page);
    extra[part === -1 ? parts.length - 1 : part]?.push(noteId);
  }
  return referred.map((noteIds, index) =>
    [...noteIds, ...(extra[index] ?? [])].flatMap((noteId) => {
      const note = notes[noteId];
      return note === undefined ? [] : [{ noteId, note: { ...note } }];
    }),
  );
}

function firstPage(blocks: readonly Block[]): number | null {
  const origin = blocks.flatMap((block) => block.origins).find((candidate) => candidate.kind === 'pdf');
  return origin?.page ?? null;
}

function noteIdsInBlock(block: Block): readonly string[] {
  const noteIds: string[] = [];
  visitInlines(inlinesOf(block), (inline) => {
    if (inline.type === 'noteReference') noteIds.push(inline.noteId);
  });
  return noteIds;
}
