import type { PassageEntry } from '../../schema/report-file.ts';
import type { ListedPassage } from '../book/list-passages.ts';
import type { Block, Figure, Inline, Picture, Table } from '../book/model.ts';
import { textOfInlines } from '../book/text-of.ts';

type PictureAddress = (picture: Picture) => string;

/** A passage as `reportFileSchema` describes it. */
export function describePassage(
  { id, text, place, language, from, kind }: ListedPassage,
  address: string,
  pictureAddress: PictureAddress,
): PassageEntry {
  const common = { id, address, text, ...(language === undefined ? {} : { language }), ...place };
  if ('label' in from) return { kind: 'note', ...common, mark: from.label };
  if ('marker' in from) return { kind: 'text', ...common, marker: from.marker, ...notesIn(from.children) };
  switch (from.type) {
    case 'heading':
      return { kind: 'heading', ...common, level: from.level, number: from.number };
    case 'figure':
      return { kind: 'figure', ...common, ...describeExhibit(from, pictureAddress), alt: from.alt };
    case 'table':
      return { kind: 'table', ...common, ...describeExhibit(from, pictureAddress), ...describeRows(from) };
    case 'passage':
      return { kind: 'text', ...common, ...notesIn([from]) };
    default:
      return { kind: kind === 'listing' ? 'listing' : 'text', ...common };
  }
}

function describeExhibit({ number, caption, source, picture }: Figure | Table, addressOf: PictureAddress) {
  return {
    number,
    caption: textOfInlines(caption),
    source,
    ...(picture === undefined
      ? {}
      : { image: { address: addressOf(picture), width: picture.width, height: picture.height } }),
  };
}

function describeRows({ headerRows, rows }: Table) {
  return {
    headerRows,
    rows: rows.map((row) =>
      row.map(({ children, isHeader, columnSpan, rowSpan }) => ({
        text: textOfInlines(children),
        ...(isHeader ? { header: true } : {}),
        ...(columnSpan > 1 ? { columnSpan } : {}),
        ...(rowSpan > 1 ? { rowSpan } : {}),
      })),
    ),
  };
}

/** Ids of the notes that paragraphs mark. */
function notesIn(blocks: readonly Block[]): { readonly notes?: string[] } {
  const ids = new Set<string>();
  const visit = (inline: Inline): void => {
    if (inline.type === 'noteMark') ids.add(inline.id);
    else if ('children' in inline) inline.children.forEach(visit);
  };
  for (const block of blocks) if (block.type === 'passage') block.children.forEach(visit);
  return ids.size === 0 ? {} : { notes: [...ids] };
}
