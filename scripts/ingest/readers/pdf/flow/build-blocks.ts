/** Paragraphs → blocks with origins: lists, nested where their marks nest. */
import type { Block, List, ListItem, Origin, Paragraph, PdfOrigin, Quote } from '../../../model/document.ts';
import { itemAt } from '../../../model/item-at.ts';
import { roundBox, unionOf } from '../glyphs/geometry.ts';
import type { JoinOptions } from '../lines/join-lines.ts';
import { originsOf, paragraphOf } from '../lines/paragraph-of-lines.ts';
import type { ListMarker } from '../lines/list-markers.ts';
import type { ParagraphLines } from './paragraph-lines.ts';
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
  const lists = new ListStack(options, blocks);
  for (const { lines, marker } of paragraphs) {
    if (marker !== null) {
      lists.add(lines, marker);
      continue;
    }
    lists.close();
    const last = blocks.at(-1);
    const paragraph = paragraphOf(lines, options);
    if (!lines.every(isQuoted)) blocks.push(paragraph);
    else if (last?.type === 'quote') blocks[blocks.length - 1] = joinQuotes(last, paragraph);
    else blocks.push({ type: 'quote', origins: paragraph.origins, children: [paragraph] });
  }
  lists.close();
  return blocks;
}

/** The list that is being read, and those that it stands in; finished ones go into `blocks`. */
class ListStack {
  readonly #options: JoinOptions;
  readonly #blocks: Block[];
  readonly #open: OpenList[] = [];

  constructor(options: JoinOptions, blocks: Block[]) {
    this.#options = options;
    this.#blocks = blocks;
  }

  /** Adds an item to the list of its kind: an open one, one inside of the last item, or a new one. */
  add(lines: readonly TextLine[], mark: ListMarker): void {
    const { kind, marker, length, ordered } = mark;
    const first = itemAt(lines, 0);
    const depth = this.#open.findIndex((list) => belongsTo(list, mark, first));
    if (depth >= 0) this.close(depth + 1);
    else if (!nests(this.#open.at(-1), first)) this.close();
    const list = this.#open[depth] ?? { kind, x: first.box.x, items: [], lines: [], ordered };
    if (depth < 0) this.#open.push(list);
    list.items.push({ marker, children: [paragraphOf(lines, this.#options, length)] });
    list.lines.push(...lines);
  }

  /** Ends the lists that lie deeper than `depth`: each becomes a part of the last item around it. */
  close(depth = 0): void {
    while (this.#open.length > depth) {
      const list = itemAt(this.#open, -1);
      this.#open.pop();
      const block = listOf(list, this.#options);
      const host = this.#open.at(-1);
      if (host === undefined) this.#blocks.push(block);
      else {
        itemAt(host.items, -1).children.push(block);
        host.lines.push(...list.lines);
      }
    }
  }
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
    const known = pages.get(origin.page)?.box ?? origin.box;
    pages.set(origin.page, { ...origin, box: roundBox(unionOf([known, origin.box])) });
  }
  return [...pages.values()];
}

/** Whether an item of this mark may stand in the list: bullets further left or right on its page are of another one. */
function belongsTo(list: OpenList, { kind, ordered }: ListMarker, first: TextLine): boolean {
  const moved = Math.abs(first.box.x - list.x) >= NESTED_EMS * first.size;
  return list.kind === kind && (ordered || !moved || itemAt(list.lines, -1).page !== first.page);
}

function nests(host: OpenList | undefined, first: TextLine): boolean {
  return host !== undefined && first.box.x - host.x >= NESTED_EMS * first.size;
}

function listOf({ items, lines, ordered }: OpenList, options: JoinOptions): List {
  const finished: ListItem[] = items.map((item) => ({ marker: item.marker, children: item.children }));
  return { type: 'list', origins: originsOf(lines, options.labels ?? []), ordered, items: finished };
}
