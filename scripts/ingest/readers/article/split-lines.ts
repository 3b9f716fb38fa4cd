import type { Inline } from '../../model/document.ts';
import { splitEntry } from '../../genre/contents-entry.ts';
import { readNumber } from '../../genre/numbering.ts';

/** What a list item starts with in Markdown, or in an article that draws its bullets as text. */
export const BULLET = /^[-+*•●▪■◆‣]\s+(?=\S)/u;

const HAN_OR_WIDE = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’…—]/u;

/**
 * Cuts inlines at the line ends after which a numbered or bulleted line begins (`1. `, `（一）`, `- `), or before which a
 * contents line ends, so that a list written in one paragraph becomes lines. Other soft line ends vanish beside Chinese and are a space elsewhere.
 */
export function splitLines(inlines: readonly Inline[]): readonly (readonly Inline[])[] {
  const lines: Inline[][] = [[]];
  const pieces = inlines.flatMap(cutAtLineEnds);
  pieces.forEach((piece, index) => {
    if (piece !== 'lineEnd' && piece.type !== 'break') {
      lines.at(-1)?.push(piece);
      return;
    }
    const before = textAtEnd(pieces.slice(0, index));
    const after = textAtStart(pieces.slice(index + 1));
    if (startsNumbered(after) || BULLET.test(after) || (splitEntry(before, 'space')?.leader ?? '') !== '')
      lines.push([]);
    else if (piece !== 'lineEnd') lines.at(-1)?.push(piece);
    else if (!HAN_OR_WIDE.test(before.slice(-1)) && !HAN_OR_WIDE.test(after.slice(0, 1))) {
      lines.at(-1)?.push({ type: 'text', value: ' ' });
    }
  });
  return lines.filter((line) => line.length > 0);
}

/** Whether a line starts with a number of the genre and has text after it. */
function startsNumbered(text: string): boolean {
  return (readNumber(text)?.rest ?? '') !== '';
}

function cutAtLineEnds(inline: Inline): readonly (Inline | 'lineEnd')[] {
  if (inline.type === 'text') {
    return inline.value
      .split(/\r?\n/u)
      .flatMap((value, index) => [
        ...(index > 0 ? (['lineEnd'] as const) : []),
        { type: 'text' as const, value },
      ]);
  }
  if (!('children' in inline)) return [inline];
  const children = inline.children.flatMap(cutAtLineEnds);
  const groups: (Inline | 'lineEnd')[] = [];
  let current: Inline[] = [];
  for (const child of [...children, 'end' as const]) {
    if (child !== 'lineEnd' && child !== 'end') current.push(child);
    else {
      if (current.length > 0) groups.push({ ...inline, children: current });
      current = [];
      if (child === 'lineEnd') groups.push('lineEnd');
    }
  }
  return groups;
}

function textAtEnd(pieces: readonly (Inline | 'lineEnd')[]): string {
  return textOf(pieces).trimEnd();
}

function textAtStart(pieces: readonly (Inline | 'lineEnd')[]): string {
  const end = pieces.findIndex((piece) => piece === 'lineEnd' || piece.type === 'break');
  return textOf(end === -1 ? pieces : pieces.slice(0, end)).trimStart();
}

function textOf(pieces: readonly (Inline | 'lineEnd')[]): string {
  return pieces
    .map((piece): string => {
      if (piece === 'lineEnd') return '';
      if (piece.type === 'text') return piece.value;
      return 'children' in piece ? textOf(piece.children) : '';
    })
    .join('');
}
