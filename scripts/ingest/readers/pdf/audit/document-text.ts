/** The text of a finished document as it was printed: what accounts are kept by. */
import type { Block, Inline, ReportDocument } from '../../../model/document.ts';

/** Text of inlines, note marks included as their labels. */
function printedInlines(inlines: readonly Inline[], document: ReportDocument): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.value;
      if (inline.type === 'noteReference') return document.notes[inline.noteId]?.label ?? '';
      return 'children' in inline ? printedInlines(inline.children, document) : '';
    })
    .join('');
}

function printedBlock(block: Block, document: ReportDocument): string {
  const inner = (list: readonly Inline[]): string => printedInlines(list, document);
  const each = (list: readonly Block[]): string =>
    list.map((child) => printedBlock(child, document)).join('\n');
  switch (block.type) {
    case 'heading':
      return block.number + inner(block.children);
    case 'paragraph':
      return inner(block.children);
    case 'list':
      return block.items.map((item) => item.marker + each(item.children)).join('\n');
    case 'quote':
      return each(block.children);
    case 'callout':
      return `${inner(block.title)}\n${each(block.children)}`;
    case 'table': {
      const cells = block.rows.flat().map((cell) => inner(cell.children));
      return [block.number, inner(block.caption), inner(block.source), ...cells].join('\n');
    }
    case 'figure':
      return [block.number, inner(block.caption), inner(block.source)].join('\n');
  }
}

/** Everything that is kept: body and notes, without furniture. */
export function keptText(document: ReportDocument): string {
  const notes = Object.values(document.notes).map(
    (note) => note.label + note.children.map((child) => printedBlock(child, document)).join('\n'),
  );
  return [...document.body.map((block) => printedBlock(block, document)), ...notes].join('\n');
}
