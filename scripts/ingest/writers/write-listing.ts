import type { RootContent } from 'mdast';
import type { Inline, Listing } from '../model/document.ts';
import type { Identified } from '../model/identified.ts';
import { flowElement, lineElement } from './mdx-nodes.ts';
import { pageAttributes, type WriteContext } from './write-context.ts';
import { writeInlines } from './write-inlines.ts';

/** A listing, line by line. Indentation is an attribute: Markdown takes spaces at the start of a line away. */
export function writeListing(listing: Identified<Listing>, context: WriteContext): RootContent {
  const lines = linesOf(listing.children).map((line) => {
    const { indent, rest } = withoutIndent(line);
    return lineElement('Line', { indent: indent || undefined }, writeInlines(rest, context.findNote));
  });
  return flowElement('Listing', { id: listing.id, ...pageAttributes(listing.origins) }, lines);
}

function linesOf(inlines: readonly Inline[]): readonly (readonly Inline[])[] {
  const lines: Inline[][] = [[]];
  for (const inline of inlines) {
    if (inline.type === 'break') lines.push([]);
    else lines.at(-1)?.push(inline);
  }
  return lines;
}

/** The spaces that the first text of a line begins with, counted, and the line without them. */
function withoutIndent(line: readonly Inline[]): {
  readonly indent: number;
  readonly rest: readonly Inline[];
} {
  const at = line.findIndex(({ type }) => type !== 'pageMark');
  const first = line[at];
  if (first?.type !== 'text') return { indent: 0, rest: line };
  const value = first.value.trimStart();
  return { indent: first.value.length - value.length, rest: line.with(at, { ...first, value }) };
}
