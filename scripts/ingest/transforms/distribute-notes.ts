import { assertNever, type Block, type Inline, type Note } from '../model/document.ts';

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
    [...noteIds, ...(extra[index] ?? [])].map((noteId) => ({ noteId, note: { ...notes[noteId]! } })),
  );
}

function firstPage(blocks: readonly Block[]): number | null {
  const origin = blocks.flatMap((block) => block.origins).find((candidate) => candidate.kind === 'pdf');
  return origin?.page ?? null;
}

function noteIdsInBlock(block: Block): readonly string[] {
  return inlinesOf(block).flatMap(noteIdsIn);
}

function noteIdsIn(inline: Inline): readonly string[] {
  if (inline.type === 'noteReference') return [inline.noteId];
  return 'children' in inline ? inline.children.flatMap(noteIdsIn) : [];
}

function inlinesOf(block: Block): readonly Inline[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return block.children;
    case 'list':
      return block.items.flatMap((item) => item.children.flatMap(inlinesOf));
    case 'quote':
      return block.children.flatMap(inlinesOf);
    case 'table':
      return [
        ...block.caption,
        ...block.rows.flatMap((row) => row.flatMap((cell) => cell.children)),
        ...block.source,
      ];
    case 'figure':
      return [...block.caption, ...block.source];
    case 'callout':
      return [...block.title, ...block.children.flatMap(inlinesOf)];
    default:
      return assertNever(block);
  }
}
