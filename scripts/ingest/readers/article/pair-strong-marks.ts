import type { Inline } from '../../model/document.ts';

/** A piece of a paragraph in which strong marks are not yet paired. */
export type MarkedInline = Inline | { readonly type: 'asterisks'; readonly value: string };

/**
 * Pairs `**` with the next `**`, whatever characters stand beside them. `****` ends one and begins the next. A run
 * between two spaces, an odd one left over, and runs of other lengths are text.
 */
export function pairStrongMarks(pieces: readonly MarkedInline[]): readonly Inline[] {
  const marks = pieces.flatMap((piece, index) => expandMarks(piece, pieces, index));
  const count = marks.filter((mark) => mark.type === 'mark').length;
  const paired = count - (count % 2);
  const result: Inline[] = [];
  let open: Inline[] | null = null;
  let seen = 0;
  for (const mark of marks) {
    if (mark.type !== 'mark') {
      (open ?? result).push(mark);
      continue;
    }
    seen += 1;
    if (seen > paired) (open ?? result).push({ type: 'text', value: '**' });
    else if (open === null) open = [];
    else {
      result.push(...closeStrong(open));
      open = null;
    }
  }
  return result;
}

function closeStrong(children: readonly Inline[]): readonly Inline[] {
  return children.length === 0 ? [] : [{ type: 'strong', children }];
}

function expandMarks(
  piece: MarkedInline,
  pieces: readonly MarkedInline[],
  index: number,
): readonly (Inline | { readonly type: 'mark' })[] {
  if (piece.type !== 'asterisks') return [piece];
  const { length } = piece.value;
  const isText = length % 2 === 1 || length > 4 || standsAlone(pieces[index - 1], pieces[index + 1]);
  if (isText) return [{ type: 'text', value: piece.value }];
  return Array.from({ length: length / 2 }, () => ({ type: 'mark' as const }));
}

function standsAlone(before: MarkedInline | undefined, after: MarkedInline | undefined): boolean {
  const spaceBefore = before === undefined || (before.type === 'text' && /\s$/u.test(before.value));
  const spaceAfter = after === undefined || (after.type === 'text' && /^\s/u.test(after.value));
  return spaceBefore && spaceAfter;
}
