/** The marks that notes and their references carry. */
import type { TextLine } from './text-line.ts';

/** A mark at the beginning of a note. */
export interface NoteMark {
  /** Without trimmings: `12`, `①`, `*`. */
  readonly label: string;
  /** How many characters of the line's text belong to the mark, a following space included. */
  readonly length: number;
  /** Raised, circled or bracketed: certain by itself. A plain number must also come in turn. */
  readonly certain: boolean;
}

const CIRCLED = '①-⑳㉑-㉟❶-❿';
const RAISED_MARK = new RegExp(`^[\\[［〔(（]?(\\d{1,3}|[${CIRCLED}]|[*＊†‡§]{1,6})[\\]］〕)）]?$`, 'u');
const OPENINGS: readonly { readonly pattern: RegExp; readonly certain: boolean }[] = [
  { pattern: new RegExp(`^([${CIRCLED}])\\s*`, 'u'), certain: true },
  { pattern: /^[[［〔](\d{1,3})[\]］〕]\s*/u, certain: true },
  { pattern: /^([*＊†‡]{1,6})\s*/u, certain: true },
  { pattern: /^注\s*(\d{1,3}|[①-⑳])\s*[:：.]\s*/u, certain: true },
  {
    pattern: /^(\d{1,3})(?:[.．、]\s*|\s+|(?=\p{Script=Han}(?<![年月日万亿个家项种])|[A-Za-z《“"]))/u,
    certain: false,
  },
];

/** The mark that a line of a note area begins with, or null. */
export function readNoteMark(line: TextLine): NoteMark | null {
  const first = line.spans[0];
  if (first?.raised) {
    const [, label] = RAISED_MARK.exec(first.text.trim()) ?? [];
    if (label !== undefined) return { label, length: first.text.length, certain: true };
  }
  for (const { pattern, certain } of OPENINGS) {
    const [mark, label] = pattern.exec(line.text) ?? [];
    if (mark !== undefined && label !== undefined && mark.length < line.text.length)
      return { label, length: mark.length, certain };
  }
  return null;
}

/** How a mark is set, apart from its number: `[3]` and `3` are two series. */
export function markForm(mark: string): 'bracket' | 'circled' | 'sign' | 'plain' {
  if (/[[［〔(（]/u.test(mark)) return 'bracket';
  if (new RegExp(`[${CIRCLED}]`, 'u').test(mark)) return 'circled';
  return /\d/.test(mark) ? 'plain' : 'sign';
}

/** The labels that a raised text refers to: `3`, `[3]`, `①②`, `1,2`; empty where it is no reference. */
export function readReference(text: string): string[] {
  const parts = text
    .replace(new RegExp(`(?<=[${CIRCLED}])(?=[${CIRCLED}])`, 'gu'), ',')
    .replace(/[\][］［〔〕]+/gu, ',')
    .split(/[,，、\s]+/u)
    .filter((part) => part !== '');
  const labels = parts.map((part) => RAISED_MARK.exec(part)?.[1] ?? null);
  return labels.every((label) => label !== null) ? labels : [];
}

/** Whether a raised mark in the lines (or a circled one, raised or not) refers to the note. */
export function isReferred(mark: NoteMark | null, above: readonly TextLine[]): boolean {
  if (mark === null) return false;
  return above.some(
    (line) =>
      line.spans.some((span) => span.raised && readReference(span.text).includes(mark.label)) ||
      (/\D/u.test(mark.label) && line.text.includes(mark.label)),
  );
}
