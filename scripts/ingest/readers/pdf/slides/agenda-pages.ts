/** Slides that say the sections of the deck again, one of them marked: each begins the section that it marks. */
import { itemAt } from '../../../model/item-at.ts';
import { countInk } from '../../../genre/character-class.ts';
import { isContentsTitle } from '../../../genre/contents-entry.ts';
import { foldText } from '../../../genre/fold-text.ts';
import { endsLikeText } from '../../../genre/sentences.ts';
import { holdsMiddle } from '../glyphs/geometry.ts';
import type { PageContent } from '../glyphs/page-content.ts';
import { isSameSize } from '../lines/line-facts.ts';
import type { TextLine } from '../lines/text-line.ts';

/** A slide with the sections of the deck. */
export interface AgendaPage {
  readonly page: number;
  readonly entries: readonly TextLine[];
  /** 目录 above them, where it is no running head already. */
  readonly title: readonly TextLine[];
  /** The section that begins here; null on a slide that announces them all. */
  readonly current: TextLine | null;
}

/** So many sections at least, and not more: two lines are a title and a text, longer lists are text. */
const MIN_ENTRIES = 3;
const MAX_ENTRIES = 12;
/** No entry has more characters. */
const MAX_INK = 40;
/** The same slide twice may be a mistake or a frame that builds up; one slide is a contents page. */
const MIN_PAGES = 2;

/** The slides with the same short lines and nothing else, in the order of pages. @param lines By page, without furniture. */
export function findAgenda(
  pages: readonly PageContent[],
  lines: readonly (readonly TextLine[])[],
): readonly AgendaPage[] {
  const lists = pages.flatMap((page, index) => {
    const own = lines[index] ?? [];
    const entries = own.filter(({ text }) => !isContentsTitle(text));
    return isList(entries) ? [{ page, entries, title: own.filter((line) => !entries.includes(line)) }] : [];
  });
  const groups = Map.groupBy(lists, ({ entries }) => entries.map(({ text }) => foldText(text)).join('|'));
  const largest = [...groups.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  if (largest.length < MIN_PAGES) return [];
  const agenda = largest.map(({ page, entries, title }, index) => ({
    page: page.page,
    entries,
    title,
    current: markedEntry(page, entries) ?? entryInTurn(entries, index, largest.length),
  }));
  return agenda.some(({ current }) => current !== null) ? agenda : [];
}

/** Names of one size, none of them text. */
function isList(lines: readonly TextLine[]): boolean {
  const [first] = lines;
  if (first === undefined || lines.length < MIN_ENTRIES || lines.length > MAX_ENTRIES) return false;
  return lines.every(
    ({ text, size }) => countInk(text) <= MAX_INK && !endsLikeText(text) && isSameSize(size, first.size),
  );
}

/** The only entry that is painted otherwise than all others: its colour, its weight, the boxes behind it. */
function markedEntry(page: PageContent, entries: readonly TextLine[]): TextLine | null {
  const paints = entries.map((line) => paintOf(page, line));
  const counts = Map.groupBy(entries, (_, index) => itemAt(paints, index));
  const alone = [...counts.values()].filter((same) => same.length === 1);
  return counts.size === 2 && alone.length === 1 ? (alone[0]?.[0] ?? null) : null;
}

function paintOf({ boxes }: PageContent, line: TextLine): string {
  const behind = line.spans.flatMap(({ from, to }) => {
    const span = { ...line.box, x: from, width: to - from };
    return boxes.filter(({ box }) => holdsMiddle(box, span)).map(({ fill }) => fill);
  });
  return [...line.spans.map(({ color, bold }) => `${color}${String(bold)}`), ...behind].join('|');
}

/** Where nothing is marked: the first slide has the first section, or announces all where there is one slide more. */
function entryInTurn(entries: readonly TextLine[], index: number, slides: number): TextLine | null {
  if (slides === entries.length) return itemAt(entries, index);
  return slides === entries.length + 1 && index > 0 ? itemAt(entries, index - 1) : null;
}
