import type { Inline } from '../../scripts/ingest/model/document.ts';

/** Strong text in ［］, emphasised in ‹›, superscripts in ^( ), links as [text](address), a line break as ⏎. */
export function showInlines(inlines: readonly Inline[]): string {
  return inlines.map(showInline).join('');
}

function showInline(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.value;
    case 'strong':
      return `［${showInlines(inline.children)}］`;
    case 'emphasis':
      return `‹${showInlines(inline.children)}›`;
    case 'superscript':
      return `^(${showInlines(inline.children)})`;
    case 'link':
      return `[${showInlines(inline.children)}](${inline.url})`;
    case 'break':
      return '⏎';
    default:
      return `<${inline.type}>`;
  }
}
