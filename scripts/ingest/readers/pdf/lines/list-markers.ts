/** A text → the mark of a list item that it begins with. */

export type MarkerKind =
  'bullet' | 'dash' | 'paren' | 'halfParen' | 'dot' | 'circled' | 'letter' | 'reference';

export interface ListMarker {
  readonly kind: MarkerKind;
  /** As printed, without white space. */
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

/** The mark that a text begins with, or null. */
export function readListMarker(text: string): ListMarker | null {
  for (const [kind, pattern] of PATTERNS) {
    const [whole, marker] = pattern.exec(text) ?? [];
    if (whole === undefined || marker === undefined || whole.length >= text.length) continue;
    const ordered = kind !== 'bullet' && kind !== 'dash';
    return { kind, marker, length: whole.length, ordered, value: ordered ? valueOf(marker) : 0 };
  }
  return null;
}

function valueOf(marker: string): number {
  const digits = /\d+/.exec(marker)?.[0];
  if (digits) return Number(digits);
  const code = marker.replace(/[（(）).．、]/gu, '').codePointAt(0) ?? 0;
  return code >= 0x2460 && code <= 0x2473 ? code - 0x245f : (code | 0x20) - 96;
}
