/** A line → the mark of a list item that it begins with. */
import { PICTURE_FONT } from '../glyphs/repair-characters.ts';
import type { TextLine } from './text-line.ts';

export type MarkerKind =
  'bullet' | 'dash' | 'paren' | 'halfParen' | 'dot' | 'circled' | 'letter' | 'reference';

export interface ListMarker {
  readonly kind: MarkerKind;
  /** As the text layer gives it, without white space: letters of fonts that draw signs stay letters. */
  readonly marker: string;
  /** Characters of the text that it takes, white space behind it included. */
  readonly length: number;
  readonly ordered: boolean;
  /** Its number, 0 for a bullet. */
  readonly value: number;
}

const PATTERNS: readonly (readonly [MarkerKind, RegExp])[] = [
  ['bullet', /^([●•■◆▪➢✓○◇□★☆▲►❖◦※▶⚫⚪⬤‣➤✔◼◾])\s*/u],
  ['dash', /^([—–-])\s*(?![—–-])(?=[\p{Script=Han}A-Z“《])/u],
  ['reference', /^([[［]\d{1,3}[\]］])\s*/u],
  ['paren', /^([（(]\d{1,2}[）)])[、.．]?\s*/u],
  ['halfParen', /^(\d{1,2}[）)])\s*/u],
  ['dot', /^(\d{1,2}(?:[、．]|\.(?!\d)))\s*/u],
  ['circled', /^([①-⑳])\s*/u],
  ['letter', /^([（(]?[a-zA-Z][）)]|[a-z][.．、])\s*/u],
];

/** Boxes to tick, two or more in a row (□适用 √不适用): an answer in a form, no list. */
const TICK_ROW = /^[□☐☑☒■].*[□☐☑☒■√✓✔]/u;
/** Word's bullet of the second level is the letter o in this font. */
const TYPEWRITER_FONT = /courier/i;

/** The mark that a line begins with, or null: one that its text shows, or a letter that its font draws as a sign. */
export function listMarkerOf(line: TextLine): ListMarker | null {
  return readListMarker(line.text) ?? drawnBullet(line);
}

/** A letter that its font draws as a bullet: `u` of Wingdings is a diamond, `Ø` an arrow, whatever the text layer says. */
export function drawnBullet({ spans }: TextLine): ListMarker | null {
  const [first, second] = spans;
  const marker = first?.text.trim() ?? '';
  if (first === undefined || second === undefined || [...marker].length !== 1) return null;
  const isTypewritten = (font: string): boolean => TYPEWRITER_FONT.test(font);
  const isRing = marker === 'o' && isTypewritten(first.fontName) && !isTypewritten(second.fontName);
  if (!PICTURE_FONT.test(first.fontName) && !isRing) return null;
  return { kind: 'bullet', marker, length: first.text.length, ordered: false, value: 0 };
}

/** The mark that a text shows at its beginning, or null. */
export function readListMarker(text: string): ListMarker | null {
  if (TICK_ROW.test(text)) return null;
  for (const [kind, pattern] of PATTERNS) {
    const [whole, marker] = pattern.exec(text) ?? [];
    if (whole === undefined || marker === undefined || whole.length >= text.length) continue;
    const ordered = kind !== 'bullet' && kind !== 'dash';
    return { kind, marker, length: whole.length, ordered, value: ordered ? valueOf(marker) : 0 };
  }
  return null;
}

/** Whether a text is the mark of a list item and nothing else: its item stands apart from it. */
export function isListMarker(text: string): boolean {
  return readListMarker(`${text.trim()} 项`)?.length === text.trim().length + 1;
}

function valueOf(marker: string): number {
  const digits = /\d+/.exec(marker)?.[0];
  if (digits) return Number(digits);
  const code = marker.replace(/[（(）).．、]/gu, '').codePointAt(0) ?? 0;
  return code >= 0x2460 && code <= 0x2473 ? code - 0x245f : (code | 0x20) - 96;
}
