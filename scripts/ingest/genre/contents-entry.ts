/** One line of a report's contents: the same for the pages of a PDF and for the list in an article. */
import { squeeze } from './fold-text.ts';
import { isBackTitle, isFrontTitle } from './matter-titles.ts';
import { readNumber } from './numbering.ts';
import type { NumberMark } from './numbering.ts';

/** 目录 and its kin, squeezed, with or without a translation beside it. */
const CONTENTS_TITLE =
  /^(?:(?:总|图|表|图表|插图|附图|附表|表格|图片)?(?:目录|目次)|(?:图|表|图表|插图|附图|附表|表格|图片)(?:索引|列表|清单)|目录contents|contents|tableofcontents|listof(?:figures|tables))$/iu;

/** Whether a line is the title of a contents page or of a list of figures or tables. */
export function isContentsTitle(text: string): boolean {
  return CONTENTS_TITLE.test(squeeze(text));
}

/** Whether the title of a contents page announces figures or tables, not headings. */
export function isExhibitsTitle(text: string): boolean {
  return isContentsTitle(text) && /图|表|figures|tables/iu.test(text);
}

/** A contents line in its parts. */
export interface EntryParts {
  readonly title: string;
  /** The printed page that the line names. */
  readonly label: string;
  /** The dots between title and page, '' where there are none. */
  readonly leader: string;
}

const DOT = '[.．·•・‥…⋯_＿—-]';
const LABEL = '[（(]?(?:第)?(\\d{1,4}|[ivxlcIVXLC]{1,7})(?:页)?[）)]?';
const LABEL_AT_END = /[\divxlc]页?[）)]?$/iu;

/** Whether the text ends as every contents line does: a quick question before the line is taken apart. */
export function mayNamePage(text: string): boolean {
  return LABEL_AT_END.test(text.slice(-LONGEST_LABEL));
}

/** Characters; the label with what stands around it. */
const LONGEST_LABEL = 12;

/** A title, a leader of three dots at least (… is three), then a page. */
const WITH_LEADER = new RegExp(
  `^(.*?[^\\s.．·•・‥…⋯_])((?:\\s*${DOT}){3,}\\s*|\\s*[…⋯]+\\s*|\\s*[.．·]{2,}\\s*)${LABEL}$`,
  'u',
);
const GAPS = {
  /** Any white space: where lines come as text. */
  space: /^(.*\S)\s+(\d{1,3}|[ivxlcIVXLC]{1,6})$/u,
  /** A tab: where the reader has marked a wide gap with one. */
  tab: /^(.*\S)\s*\t\s*(\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7})$/u,
} as const;

/** Splits the page off a contents line; null where it names none. @param gap What stands for a leader where there are no dots. */
export function splitEntry(text: string, gap: keyof typeof GAPS): EntryParts | null {
  const led = WITH_LEADER.exec(text);
  if (led) return { title: (led[1] ?? '').trim(), label: led[3] ?? '', leader: squeeze(led[2] ?? '') };
  const gapped = GAPS[gap].exec(text);
  return gapped ? { title: (gapped[1] ?? '').trim(), label: gapped[2] ?? '', leader: '' } : null;
}

/** A contents line with its number read. */
export interface NumberedEntry extends EntryParts {
  readonly mark: NumberMark | null;
  /** Number and title as printed. */
  readonly whole: string;
}

/** Reads number, title and page of a contents line. Without a page the label is ''. */
export function readEntry(text: string, gap: keyof typeof GAPS): NumberedEntry {
  const parts = splitEntry(text, gap) ?? { title: text.trim(), label: '', leader: '' };
  const mark = readNumber(parts.title);
  return { ...parts, mark, title: mark === null ? parts.title : mark.rest, whole: parts.title };
}

/** Titles that stand in contents without a number although they are no front or back matter. */
const UNNUMBERED = /^(?:概述|综述|总结|展望|结论)$/u;

/** Whether an entry without a number is one all the same: 前言, 附件：…, 结语. */
export function isUnnumberedEntry(title: string): boolean {
  return (
    isFrontTitle(title) || isBackTitle(title) || isContentsTitle(title) || UNNUMBERED.test(squeeze(title))
  );
}
