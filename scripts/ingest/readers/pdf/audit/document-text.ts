/** The text of a finished document as it was printed: what accounts are kept by. */
import type { ReportDocument } from '../../../model/document.ts';
import { ALL_PRINTED, textOf, type TextOptions } from '../../../model/text-of.ts';

/** Everything that is kept: body and notes with their marks, without furniture. */
export function keptText(document: ReportDocument): string {
  const options: TextOptions = {
    counted: ALL_PRINTED,
    labelOf: (noteId) => document.notes[noteId]?.label ?? '',
    between: '\n',
    betweenCells: '\n',
  };
  const notes = Object.values(document.notes).map((note) => note.label + textOf(note.children, options));
  return [textOf(document.body, options), ...notes].join('\n');
}
