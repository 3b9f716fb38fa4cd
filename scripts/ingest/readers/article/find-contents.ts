import type { ContentsEntry, HeadingLevel, Origin } from '../../model/document.ts';
import { readNumberMark } from './numbering.ts';

/** Numberings from the outermost inwards; the levels used are counted from the outermost one that occurs. */
const STYLE_ORDER: readonly string[] = [
  'part',
  'chapter',
  'section',
  'han',
  'hanBrackets',
  'arabic',
  'decimal2',
  'arabicBrackets',
  'decimal3',
  'circled',
];
/** Parts of a report that have no number. */
const UNNUMBERED =
  /^(?:前言|引言|序言?|摘要|概述|导读|导言|编制说明|版权声明|结语|结束语|后记|参考文献|致谢|附[录件表].{0,30}|图目录|表目录)$/u;
/** Dot leaders and the printed page number at the end of a line. */
export const PAGE_NUMBER = /([\s.…·．]{2,}|\s)([0-9]{1,3}|[IVXLivxl]{1,6})$/u;
const MAX_ENTRY_LENGTH = 60;

/** A line of the contents; its level is known only when all lines are. */
export interface ContentsLine {
  readonly style: string;
  readonly number: string;
  readonly title: string;
  readonly label: string;
  /** The dots between title and page number, '' where there are none. */
  readonly leader: string;
}

/** A contents line, or null where the text is none. */
export function readContentsLine(text: string): ContentsLine | null {
  const page = PAGE_NUMBER.exec(text);
  const line = (page === null ? text : text.slice(0, page.index)).trim();
  const where = { label: page?.[2] ?? '', leader: page?.[1]?.trim() ?? '' };
  if (line === '' || line.length > MAX_ENTRY_LENGTH || /[。；]$/u.test(line)) return null;
  if (UNNUMBERED.test(line.replace(/\s/gu, ''))) return { style: '', number: '', title: line, ...where };
  const mark = readNumberMark(line);
  if (mark === null || !STYLE_ORDER.includes(mark.style) || mark.length >= line.length) return null;
  return { style: mark.style, number: mark.mark, title: line.slice(mark.length).trim(), ...where };
}

/** Contents entries with levels. */
export function levelContents(
  lines: readonly { readonly line: ContentsLine; readonly origin: Origin }[],
): readonly ContentsEntry[] {
  const used = STYLE_ORDER.filter((style) => lines.some(({ line }) => line.style === style));
  return lines.map(({ line: { style, number, title, label }, origin }) => {
    const level = style === '' ? 1 : used.indexOf(style) + 1;
    return { level: Math.min(level, 4) as HeadingLevel, number, title, label, origins: [origin] };
  });
}
