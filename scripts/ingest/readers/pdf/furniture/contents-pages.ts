/** Pages → which of them are contents, and the entries there: the best witness for the headings. */
import { joinTexts } from '../../../genre/character-class.ts';
import { itemAt } from '../../../model/item-at.ts';
import { isContentsTitle, isExhibitsTitle, mayNamePage } from '../../../genre/contents-entry.ts';
import { contentsColumns } from './contents-rows.ts';
import type { ContentsRow } from './contents-rows.ts';
import { claimLine } from './furniture-claim.ts';
import type { FurnitureClaim } from './furniture-claim.ts';
import { readNumber } from '../../../genre/numbering.ts';
import { rightOf } from '../glyphs/geometry.ts';
import type { PageContent } from '../glyphs/page-content.ts';
import type { Column, TextLine } from '../lines/text-line.ts';

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
/** Contents name pages that rise from entry to entry; misprints and unnumbered parts aside. */
const RISING_SHARE = 0.8;
/** A row that ends this far (in ems) before the entries' right edge is whole: what follows is not its second line. */
const SHORT_ROW_EMS = 4;

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
    const columns = free.some(({ text }) => mayNamePage(text))
      ? contentsColumns(page, free, edges[index]?.left ?? 0)
      : [];
    const block = contentsBlock(columns, list !== null);
    if (block === null) {
      list = null;
      continue;
    }
    found.add(page.page);
    for (const rows of block.columns) {
      list = readBlock(rows, list ?? 'headings', entries);
      claims.push(...rows.map((row) => claimLine(row.line, 'contents', 'Contents page.')));
    }
    if (!block.fillsPage) list = null;
  }
  return { entries, claims, pages: found };
}

/** What a page holds of contents: the rows of each column, and whether nothing follows them there. */
interface ContentsBlock {
  readonly columns: readonly (readonly ContentsRow[])[];
  readonly fillsPage: boolean;
}

/** Which rows of a page are contents: from a title (or the top, when going on) to the last entry of each column. */
function contentsBlock(columns: readonly (readonly ContentsRow[])[], goingOn: boolean): ContentsBlock | null {
  const rows = columns.flat();
  const title = rows.find((row) => isContentsTitle(row.line.text));
  const matched = rows.filter((row) => row.match !== null);
  // Dots lead to the page, or a link does.
  const leaders = matched.filter((row) => row.leader || row.target !== null).length;
  if (matched.length === 0) return null;
  if (isIndex(matched)) return null;
  const enough = goingOn
    ? matched.length >= ENTRY_SHARE * rows.length
    : leaders >= MIN_ENTRIES && leaders >= ENTRY_SHARE * rows.length && countsOn(matched);
  if (title || enough) return blockOf(columns, goingOn ? undefined : title);
  // The last entries may stand above the text.
  const text = rows.findIndex((row) => row.match === null || !(row.leader || row.target !== null));
  return goingOn && text > 0 ? { columns: [rows.slice(0, text)], fillsPage: false } : null;
}

function blockOf(
  columns: readonly (readonly ContentsRow[])[],
  title: ContentsRow | undefined,
): ContentsBlock {
  const ends = columns.map((rows) => {
    const last = rows.findLastIndex((row) => row.match !== null);
    // A row or two after the last entry is the remainder of a page that holds nothing else.
    return columns.length === 1 && rows.length - last - 1 <= 2 ? rows.length : last + 1;
  });
  return {
    columns: columns.map((rows, at) =>
      rows.slice(Math.max(0, title ? rows.indexOf(title) : 0), Math.max(0, ends[at] ?? 0)),
    ),
    fillsPage: ends.at(-1) === columns.at(-1)?.length,
  };
}

/** Whether the entries are those of an index: a comma stands between the words and the pages. */
function isIndex(matched: readonly ContentsRow[]): boolean {
  const parted = matched.filter(({ match }) => /[,，]$/u.test(match?.[0] ?? ''));
  return parted.length >= ENTRY_SHARE * matched.length;
}

/** Whether the entries name pages one behind the other, as contents do and an index does not. */
function countsOn(matched: readonly ContentsRow[]): boolean {
  const labels = matched.map(({ match }) => Number(match?.[1])).filter((label) => !Number.isNaN(label));
  const risen = labels.filter((label, at) => at === 0 || label >= (labels[at - 1] ?? 0)).length;
  return risen >= RISING_SHARE * labels.length;
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
  rows: readonly ContentsRow[],
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
    // A head over a page of contents, with its page number; or contents that name themselves.
    if (found && isContentsTitle(found[0])) return;
    if (!found && !open && runsOn && gap > SHORT_ROW_EMS * line.size && readNumber(line.text) === null) {
      const last = itemAt(entries, -1);
      entries[entries.length - 1] = { ...last, text: joinTexts([last.text, line.text]) };
      runsOn = false;
      return;
    }
    const text = found ? found[0] : line.text;
    open = open
      ? { ...open, text: joinTexts([open.text, text]) }
      : { text, indent: line.box.x - left, page: line.page, target };
    if (found) open = close(open, found[1]);
    else if (gap > SHORT_ROW_EMS * line.size) open = close(open, '');
    runsOn = found !== null && line.text.length - found[0].length - found[1].length <= MAX_SHORT_LEADER;
  });
  close(open, '');
  return list;
}

/** Takes a last number for a label where it lies between the labels before and after it. */
function tightMatch(
  rows: readonly ContentsRow[],
  index: number,
  before: string | undefined,
): ContentsRow['match'] {
  const [, title, number] = TIGHT_ENTRY.exec(itemAt(rows, index).line.text) ?? [];
  if (title === undefined || number === undefined) return null;
  const next = rows.slice(index + 1).find((row) => row.match !== null)?.match?.[1];
  const [least, most] = [Number(before ?? 0), Number(next ?? Infinity)];
  const label = Number(number);
  return label >= (least || 0) && !(label > most) ? [title.trim(), number] : null;
}
