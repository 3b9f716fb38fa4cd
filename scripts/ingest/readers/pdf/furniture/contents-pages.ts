/** Pages → which of them are contents, and the entries there: the best witness for the headings. */
import { itemAt } from '../../../model/item-at.ts';
import { isContentsTitle, isExhibitsTitle, mayNamePage, splitEntry } from '../../../genre/contents-entry.ts';
import { claimLine } from './furniture-claim.ts';
import type { FurnitureClaim } from './furniture-claim.ts';
import { readNumber } from '../../../genre/numbering.ts';
import { holdsMiddle, rightOf } from '../glyphs/geometry.ts';
import type { PageContent } from '../glyphs/page-content.ts';
import type { Column, TextLine } from '../lines/text-line.ts';
import { wholeRows } from '../lines/whole-rows.ts';

/** One entry as printed, before its level is known. */
export interface ContentsLine {
  /** Number and title together, spaces resolved, without leader and label. */
  readonly text: string;
  /** The printed page that it names, '' for a part without one. */
  readonly label: string;
  /** Where it begins: deeper entries begin further right. */
  readonly indent: number;
  readonly page: number;
  /** Physical page that the entry links to, null where it is no link. */
  readonly target: number | null;
  /** Entries of the lists of figures and tables are no headings. */
  readonly list: 'headings' | 'figures';
}

export interface ContentsPages {
  readonly entries: readonly ContentsLine[];
  readonly claims: readonly FurnitureClaim[];
  /** Physical pages on which contents stand. */
  readonly pages: ReadonlySet<number>;
}

const CAPTION_ENTRY = /^[图表]\s*[A-Z\d一二三四五六七八九十]/u;
/** A page goes on with the contents when this share of its rows are entries. */
const ENTRY_SHARE = 0.5;
/** A page without a contents title is one all the same when it holds so many rows with leaders, or that are links. */
const MIN_ENTRIES = 4;
/** A row that ends this far (in ems) before the entries' right edge is whole: what follows is not its second line. */
const SHORT_ROW_EMS = 4;

interface Row {
  readonly line: TextLine;
  /** Where the column begins that it stands in: entries are indented from there. */
  readonly left: number;
  /** Physical page that a link over the row leads to, or null. */
  readonly target: number | null;
  readonly match: readonly [title: string, label: string] | null;
  readonly leader: boolean;
}

/**
 * Reads the contents pages among `pages`.
 * @param taken Ids of lines that are furniture already (heads, page numbers).
 * @param edges The edges of the text on each page: left and right pages differ.
 */
export function readContentsPages(
  pages: readonly PageContent[],
  lines: readonly (readonly TextLine[])[],
  taken: ReadonlySet<number>,
  edges: readonly Column[] = [],
): ContentsPages {
  const entries: ContentsLine[] = [];
  const claims: FurnitureClaim[] = [];
  const found = new Set<number>();
  let list: ContentsLine['list'] | null = null;
  for (const [index, page] of pages.entries()) {
    const free = itemAt(lines, index).filter((line) => !taken.has(line.id));
    // Most pages hold no line that could be an entry: their rows need not be put together.
    const rows = free.some(({ text }) => mayNamePage(text))
      ? rowsOf(page, free, edges[index]?.left ?? 0)
      : [];
    const block = contentsBlock(rows, list !== null);
    if (block === null) {
      list = null;
      continue;
    }
    found.add(page.page);
    list ??= 'headings';
    list = readBlock(rows.slice(block.from, block.to), list, entries);
    for (const row of rows.slice(block.from, block.to))
      claims.push(claimLine(row.line, 'contents', 'Contents page.'));
    if (block.to < rows.length) list = null;
  }
  return { entries, claims, pages: found };
}

/** Title, leader and number may lie columns apart. Where the halves of the page hold more entries, it has two columns of them. */
function rowsOf(page: PageContent, lines: readonly TextLine[], left: number): Row[] {
  const read = (part: readonly TextLine[], from: number): Row[] =>
    wholeRows(page, part).map((line) => rowOf(line, from, targetOf(line, page)));
  const entriesOf = (rows: readonly Row[]): number => rows.filter(({ match }) => match !== null).length;
  const [ours, theirs] = [lines, lines].map((all, half) =>
    all.filter(({ box }) => box.x < page.width / 2 === (half === 0)),
  );
  const whole = read(lines, left);
  if (lines.filter(({ text }) => mayNamePage(text)).length < 2) return whole;
  const startOf = (part: readonly TextLine[] = []): number => Math.min(...part.map(({ box }) => box.x));
  const shift = startOf(theirs) - startOf(ours);
  const halves = [...read(ours ?? [], left), ...read(theirs ?? [], left + shift)];
  return entriesOf(halves) > entriesOf(whole) ? halves : whole;
}

/** Where the link leads that lies over the middle of a row, or within it: over its title alone. */
function targetOf({ box }: TextLine, { links }: PageContent): number | null {
  const link = links.find(
    (each) => each.target !== null && (holdsMiddle(each.box, box) || holdsMiddle(box, each.box)),
  );
  return link?.target ?? null;
}

function rowOf(line: TextLine, left: number, target: number | null): Row {
  // A gap may be lost where the line is one span; that a link lies over the row tells as much.
  const entry =
    splitEntry(textWithGaps(line), 'tab') ?? (target === null ? null : splitEntry(line.text, 'space'));
  if (entry === null) return { line, left, target, match: null, leader: false };
  return {
    line,
    left,
    target,
    match: [entry.title.replaceAll('\t', ''), entry.label],
    leader: entry.leader !== '',
  };
}

/** The text with a tab where the next span stands far off to the right. */
function textWithGaps(line: TextLine): string {
  return line.spans
    .map((span, index) => {
      const before = line.spans[index - 1];
      return before && span.from - before.to > 2 * line.size ? `\t${span.text}` : span.text;
    })
    .join('');
}

interface BlockRange {
  readonly from: number;
  readonly to: number;
}

/** Which rows of a page are contents: from a title (or the top, when going on) to the last entry. */
function contentsBlock(rows: readonly Row[], goingOn: boolean): BlockRange | null {
  const title = rows.findIndex((row) => isContentsTitle(row.line.text));
  const from = goingOn || title < 0 ? 0 : title;
  const last = rows.findLastIndex((row) => row.match !== null);
  const matched = rows.filter((row) => row.match !== null).length;
  // Dots lead to the page, or a link does.
  const leaders = rows.filter((row) => row.leader || (row.match !== null && row.target !== null)).length;
  if (last < 0) return null;
  if (title >= 0 && matched >= 1) return { from, to: endOfBlock(rows, last) };
  const enough = goingOn
    ? matched >= ENTRY_SHARE * rows.length
    : leaders >= MIN_ENTRIES && leaders >= ENTRY_SHARE * rows.length;
  if (enough) return { from, to: endOfBlock(rows, last) };
  // The last entries may stand above the text.
  const text = rows.findIndex((row) => row.match === null || !(row.leader || row.target !== null));
  return goingOn && text > 0 ? { from: 0, to: text } : null;
}

/** A row or two after the last entry is the remainder of a page that holds nothing else. */
function endOfBlock(rows: readonly Row[], last: number): number {
  return rows.length - last - 1 <= 2 ? rows.length : last + 1;
}

/** An entry whose leader has no room: `…合作54`. Only its place at the right edge and the numbers around it tell. */
const TIGHT_ENTRY = /^(.*[^\d\s.．·•・‥…⋯_])[\s.．·•・‥…⋯_]*(\d{1,3})$/u;

/** A first line of a longer title has a leader of at most this many characters. */
const MAX_SHORT_LEADER = 10;

interface OpenEntry {
  readonly text: string;
  readonly indent: number;
  readonly page: number;
  readonly target: number | null;
}

/** Appends the entries of the rows; returns the kind of list that is open at the end. */
function readBlock(
  rows: readonly Row[],
  start: ContentsLine['list'],
  entries: ContentsLine[],
): ContentsLine['list'] {
  let list = start;
  let open: OpenEntry | null = null;
  // The label may stand on an entry's first line, and the rest of its title below.
  let runsOn = false;
  const right = Math.max(...rows.map((row) => rightOf(row.line.box)));
  const close = (entry: OpenEntry | null, label: string): null => {
    if (entry) entries.push({ ...entry, label, list: CAPTION_ENTRY.test(entry.text) ? 'figures' : list });
    return null;
  };
  rows.forEach(({ line, left, match, target }, index) => {
    if (isContentsTitle(line.text)) {
      open = close(open, '');
      list = isExhibitsTitle(line.text) ? 'figures' : 'headings';
      return;
    }
    const gap = right - rightOf(line.box);
    const found = match ?? (gap <= line.size ? tightMatch(rows, index, entries.at(-1)?.label) : null);
    if (!found && !open && runsOn && gap > SHORT_ROW_EMS * line.size && readNumber(line.text) === null) {
      const last = itemAt(entries, -1);
      entries[entries.length - 1] = { ...last, text: last.text + line.text };
      runsOn = false;
      return;
    }
    const text = found ? found[0] : line.text;
    open = open
      ? { ...open, text: open.text + text }
      : { text, indent: line.box.x - left, page: line.page, target };
    if (found) open = close(open, found[1]);
    else if (gap > SHORT_ROW_EMS * line.size) open = close(open, '');
    runsOn = found !== null && line.text.length - found[0].length - found[1].length <= MAX_SHORT_LEADER;
  });
  close(open, '');
  return list;
}

/** Takes a last number for a label where it lies between the labels before and after it. */
function tightMatch(rows: readonly Row[], index: number, before: string | undefined): Row['match'] {
  const [, title, number] = TIGHT_ENTRY.exec(itemAt(rows, index).line.text) ?? [];
  if (title === undefined || number === undefined) return null;
  const next = rows.slice(index + 1).find((row) => row.match !== null)?.match?.[1];
  const [least, most] = [Number(before ?? 0), Number(next ?? Infinity)];
  const label = Number(number);
  return label >= (least || 0) && !(label > most) ? [title.trim(), number] : null;
}
