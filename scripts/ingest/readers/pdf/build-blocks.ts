/** S7, S8: paragraphs → blocks with origins: lists, nested where their marks nest. */
import type {
  Block,
  Inline,
  List,
  ListItem,
  Origin,
  Paragraph,
  PdfOrigin,
  Quote,
} from '../../model/document.ts';
import { boxOfEdges } from './graphics-state.ts';
import { joinLines, trimInlines } from './join-lines.ts';
import type { JoinOptions } from './join-lines.ts';
import type { ListMarker } from './list-markers.ts';
import type { ParagraphLines } from './break-paragraphs.ts';
import type { TextLine } from './text-line.ts';

/** An item this much (in ems) further right than its list's belongs to a list inside the item. */
const NESTED_EMS = 0.9;

/** One origin per page that the lines touch. */
export function originsOf(lines: readonly TextLine[], labels: readonly string[]): Origin[] {
  const pages = [...new Set(lines.map((line) => line.page))];
  return pages.map((page) => {
    const boxes = lines.filter((line) => line.page === page).map((line) => line.box);
    const box = boxOfEdges([
      Math.min(...boxes.map((each) => each.x)),
      Math.min(...boxes.map((each) => each.y)),
      Math.max(...boxes.map((each) => each.x + each.width)),
      Math.max(...boxes.map((each) => each.y + each.height)),
    ]);
    return { kind: 'pdf', page, label: labels[page - 1] ?? '', box };
  });
}

/** Takes `count` characters off the beginning of inlines (a heading's number, a list mark), and white space after them. */
export function dropStart(inlines: readonly Inline[], count: number): Inline[] {
  let left = count;
  const drop = (list: readonly Inline[]): Inline[] =>
    list.flatMap((inline): Inline[] => {
      if (left <= 0) return [inline];
      if (inline.type === 'text') {
        const value = inline.value.slice(left);
        left -= Math.min(left, inline.value.length);
        return value === '' ? [] : [{ ...inline, value }];
      }
      if (!('children' in inline)) return [inline];
      const children = drop(inline.children);
      return children.length === 0 ? [] : [{ ...inline, children }];
    });
  return trimInlines(trimFirst(drop(inlines)));
}

function trimFirst(inlines: readonly Inline[]): Inline[] {
  const [first, ...rest] = inlines;
  if (!first) return [];
  if (first.type === 'text') return [{ ...first, value: first.value.trimStart() }, ...rest];
  return 'children' in first
    ? [{ ...first, children: trimFirst(first.children) }, ...rest]
    : [first, ...rest];
}

/** A paragraph of the lines. */
export function paragraphOf(lines: readonly TextLine[], options: JoinOptions, skip = 0): Paragraph {
  const children = joinLines(lines, options);
  return {
    type: 'paragraph',
    origins: originsOf(lines, options.labels ?? []),
    children: skip > 0 ? dropStart(children, skip) : children,
  };
}

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
