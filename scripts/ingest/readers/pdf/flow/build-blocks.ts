/** Paragraphs → blocks with origins: lists, nested where their marks nest. */
import type { Block, List, ListItem, Origin, Paragraph, PdfOrigin, Quote } from '../../../model/document.ts';
import { boxOfEdges } from '../glyphs/geometry.ts';
import type { JoinOptions } from '../lines/join-lines.ts';
import { originsOf, paragraphOf } from '../lines/paragraph-of-lines.ts';
import type { ListMarker } from './list-markers.ts';
import type { ParagraphLines } from './break-paragraphs.ts';
import type { TextLine } from '../lines/text-line.ts';

/** An item this much (in ems) further right than its list's belongs to a list inside the item. */
const NESTED_EMS = 0.9;

interface OpenList {
  readonly kind: ListMarker['kind'];
  readonly x: number;
  readonly items: { marker: string; children: Block[] }[];
  readonly lines: TextLine[];
  readonly ordered: boolean;
}

/** Turns paragraphs in a row (no heading or region between them) into paragraphs and lists. */
export function blocksOfParagraphs(
  paragraphs: readonly ParagraphLines[],
  options: JoinOptions,
  isQuoted: (line: TextLine) => boolean = () => false,
): Block[] {
  const blocks: Block[] = [];
  let stack: OpenList[] = [];
  const close = (depth: number): void => {
    while (stack.length > depth) {
      const list = stack.pop()!;
      const host = stack.at(-1);
      const block = listOf(list, options);
      if (host) {
        host.items.at(-1)!.children.push(block);
        host.lines.push(...list.lines);
      } else blocks.push(block);
    }
  };
  for (const { lines, marker } of paragraphs) {
    if (!marker) {
      close(0);
      const last = blocks.at(-1);
      const paragraph = paragraphOf(lines, options);
      if (!lines.every(isQuoted)) blocks.push(paragraph);
      else if (last?.type === 'quote') blocks[blocks.length - 1] = joinQuotes(last, paragraph);
      else blocks.push({ type: 'quote', origins: paragraph.origins, children: [paragraph] });
      continue;
    }
    const depth = stack.findIndex((list) => list.kind === marker.kind);
    if (depth >= 0) close(depth + 1);
    else if (!nests(stack.at(-1), lines[0]!)) close(0);
    if (depth < 0)
      stack = [
        ...stack,
        { kind: marker.kind, x: lines[0]!.box.x, items: [], lines: [], ordered: marker.ordered },
      ];
    const list = stack.at(-1)!;
    list.items.push({ marker: marker.marker, children: [paragraphOf(lines, options, marker.length)] });
    list.lines.push(...lines);
  }
  close(0);
  return blocks;
}

/** A paragraph more in a quotation; an origin for each page, as everywhere. */
function joinQuotes(quote: Quote, paragraph: Paragraph): Quote {
  return {
    ...quote,
    origins: joinOrigins([...quote.origins, ...paragraph.origins]),
    children: [...quote.children, paragraph],
  };
}

function joinOrigins(origins: readonly Origin[]): Origin[] {
  const pages = new Map<number, PdfOrigin>();
  for (const origin of origins) {
    if (origin.kind !== 'pdf') continue;
    const { x, y, width, height } = pages.get(origin.page)?.box ?? origin.box;
    const { box } = origin;
    const edges = [
      Math.min(x, box.x),
      Math.min(y, box.y),
      Math.max(x + width, box.x + box.width),
      Math.max(y + height, box.y + box.height),
    ] as const;
    pages.set(origin.page, { ...origin, box: boxOfEdges(edges) });
  }
  return [...pages.values()];
}

function nests(host: OpenList | undefined, first: TextLine): boolean {
  return host !== undefined && first.box.x - host.x >= NESTED_EMS * first.size;
}

function listOf({ items, lines, ordered }: OpenList, options: JoinOptions): List {
  const finished: ListItem[] = items.map((item) => ({ marker: item.marker, children: item.children }));
  return { type: 'list', origins: originsOf(lines, options.labels ?? []), ordered, items: finished };
}
