import type { Inline } from '../../model/document.ts';

/** A piece of a paragraph in which the marks of emphasis are not yet paired. */
export type MarkedInline = Inline | { readonly type: 'asterisks'; readonly value: string };

type MarkKind = 'strong' | 'emphasis';
type Mark = { readonly type: 'mark'; readonly kind: MarkKind };

const LITERAL: Readonly<Record<MarkKind, string>> = { strong: '**', emphasis: '*' };
/** `**`, `****` (one ends, one begins), `*`, `***`; longer runs are text. */
const RUNS: Readonly<Record<number, readonly MarkKind[]>> = {
  1: ['emphasis'],
  2: ['strong'],
  3: ['strong', 'emphasis'],
  4: ['strong', 'strong'],
};

/**
 * Pairs every mark with the next of its kind, whatever punctuation stands beside it. A run between two spaces, a
 * single asterisk between Latin letters or digits (`5*3`), and an odd mark left over are text.
 */
export function pairStrongMarks(pieces: readonly MarkedInline[]): readonly Inline[] {
  const marked = pieces.flatMap((piece, index) => expandMarks(piece, pieces, index));
  const left: Record<MarkKind, number> = {
    strong: countPaired(marked, 'strong'),
    emphasis: countPaired(marked, 'emphasis'),
  };
  const isOpen: Record<MarkKind, boolean> = { strong: false, emphasis: false };
  return marked.flatMap((piece): readonly Inline[] => {
    const wrap = (inline: Inline): Inline => {
      const inner: Inline = isOpen.emphasis ? { type: 'emphasis', children: [inline] } : inline;
      return isOpen.strong ? { type: 'strong', children: [inner] } : inner;
    };
    if (piece.type !== 'mark') return [wrap(piece)];
    if (left[piece.kind] === 0) return [wrap({ type: 'text', value: LITERAL[piece.kind] })];
    left[piece.kind] -= 1;
    isOpen[piece.kind] = !isOpen[piece.kind];
    return [];
  });
}

function countPaired(pieces: readonly (Inline | Mark)[], kind: MarkKind): number {
  const count = pieces.filter((piece) => piece.type === 'mark' && piece.kind === kind).length;
  return count - (count % 2);
}

function expandMarks(
  piece: MarkedInline,
  pieces: readonly MarkedInline[],
  index: number,
): readonly (Inline | Mark)[] {
  if (piece.type !== 'asterisks') return [piece];
  const before = lastCharacter(pieces[index - 1]);
  const after = firstCharacter(pieces[index + 1]);
  const standsAlone = /^\s?$/u.test(before) && /^\s?$/u.test(after);
  const isOperator = piece.value.length === 1 && /\w/u.test(before) && /\w/u.test(after);
  const kinds = RUNS[piece.value.length];
  if (kinds === undefined || standsAlone || isOperator) return [{ type: 'text', value: piece.value }];
  return kinds.map((kind): Mark => ({ type: 'mark', kind }));
}

function lastCharacter(piece: MarkedInline | undefined): string {
  return piece?.type === 'text' ? piece.value.slice(-1) : piece === undefined ? '' : 'x';
}

function firstCharacter(piece: MarkedInline | undefined): string {
  return piece?.type === 'text' ? piece.value.slice(0, 1) : piece === undefined ? '' : 'x';
}
