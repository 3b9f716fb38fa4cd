/** A document's confidence in numbers: by kind of block, and the pages to look at first. */
import type { DoubtId } from './model/confidence.ts';
import type { Block, PageReading, ReportDocument } from './model/document.ts';
import { visitBlocks } from './model/walk.ts';

/** How many there are, and how many of them are sure. */
export interface SureCount {
  readonly total: number;
  readonly sure: number;
}

/** A page that is not sure, with what is doubted there, most frequent first. */
export interface UnsurePage {
  /** Physical page, from 1. */
  readonly page: number;
  readonly label: string;
  readonly doubts: readonly { readonly id: DoubtId; readonly count: number }[];
}

export interface ReadingSummary {
  readonly headings: SureCount;
  /** Paragraphs and items, those of boxes and quotations too. */
  readonly paragraphs: SureCount;
  readonly tables: SureCount;
  readonly figures: SureCount;
  readonly pages: SureCount;
  readonly notes: number;
  /** All unsure pages, those with the most doubts first. */
  readonly unsurePages: readonly UnsurePage[];
}

/** Counts what was read and how sure it is; what a reader did not judge counts as unsure. */
export function summariseReading({ body, notes, pages = [] }: ReportDocument): ReadingSummary {
  const blocks: Block[] = [];
  visitBlocks(body, (block) => blocks.push(block));
  const count = (type: Block['type']): SureCount => sureCount(blocks.filter((block) => block.type === type));
  return {
    headings: count('heading'),
    paragraphs: count('paragraph'),
    tables: count('table'),
    figures: count('figure'),
    pages: sureCount(pages),
    notes: Object.keys(notes).length,
    unsurePages: worstFirst(pages, blocks),
  };
}

function sureCount(judged: readonly (Block | PageReading)[]): SureCount {
  return { total: judged.length, sure: judged.filter(({ confidence }) => confidence === 'sure').length };
}

/** Says only that something else is unsure. */
const NO_DOUBT_OF_ITS_OWN: readonly DoubtId[] = ['part/unsure'];

function worstFirst(pages: readonly PageReading[], blocks: readonly Block[]): readonly UnsurePage[] {
  const ofBlocks = new Map<number, DoubtId[]>();
  for (const { doubts = [], origins } of blocks) {
    const [origin] = origins;
    if (origin?.kind === 'pdf') ofBlocks.set(origin.page, [...(ofBlocks.get(origin.page) ?? []), ...doubts]);
  }
  return pages
    .filter(({ confidence }) => confidence === 'unsure')
    .map(({ page, label, doubts = [] }) => {
      const own = [...(ofBlocks.get(page) ?? []), ...doubts].filter(
        (id) => !NO_DOUBT_OF_ITS_OWN.includes(id),
      );
      const counts = [...Map.groupBy(own, (id) => id)].map(([id, all]) => ({ id, count: all.length }));
      return { page, label, doubts: counts.toSorted((a, b) => b.count - a.count), weight: own.length };
    })
    .toSorted((a, b) => b.weight - a.weight || a.page - b.page)
    .map(({ page, label, doubts }) => ({ page, label, doubts }));
}
