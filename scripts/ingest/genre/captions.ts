/** Captions, source lines and notes of figures and tables, told by their text alone. */
import { endsLikeText } from './sentences.ts';

export type CaptionKind = 'figure' | 'table';

export interface CaptionText {
  /** `either` for 图表 3 and Exhibit 3: what stands beside it decides. */
  readonly kind: CaptionKind | 'either';
  /** `图 1`, `表 2-1`, `Figure 3`: the word, one space, the number; '' of `图：…` and `▲ …`, which have none. */
  readonly number: string;
  /** What follows, without the punctuation between; '' where the title stands on a line of its own. */
  readonly title: string;
  /** `表 3（续）`, `续表 3`: the caption of a table's continuation. */
  readonly continued: boolean;
}

const FIGURE_WORDS = '附?图|Figures?|FIGURE|Fig\\.?|FIG\\.?';
const TABLE_WORDS = '附?表格?|Tables?|TABLE|Tab\\.?';
const EITHER_WORDS = '图表|Exhibit|EXHIBIT|Chart|CHART';
const DIGITS =
  '(?:[A-Z]\\s*[-－–.．]?\\s*)?\\d{1,3}(?:\\s*[-－–—‑.．·]\\s*\\d{1,3}){0,2}(?!\\d)|[A-Z](?=[\\s:：.])|[一二三四五六七八九十]{1,3}';
const CAPTION = new RegExp(
  `^(?<again>续)?\\s*(?:(?<either>${EITHER_WORDS})|(?<figure>${FIGURE_WORDS})|(?<table>${TABLE_WORDS}))\\s*(?<number>${DIGITS})(?<rest>.*)$`,
  'u',
);

/** Word and colon, or the mark that points at the picture above, in place of word and number. */
const UNNUMBERED = new RegExp(
  `^\\s*(?:(?:(?<either>${EITHER_WORDS})|(?<figure>${FIGURE_WORDS})|(?<table>${TABLE_WORDS}))\\s*[:：]|(?<mark>▲))\\s*(?=\\S)`,
  'u',
);

/** `图 12018—2020 年…` printed without a space: the number ends before the year. */
const GLUED_YEAR =
  /^(?<word>续?\s*(?:图表|附?图|附?表))\s*(?<number>\d{1,2})(?=(?:19|20)\d{2}\s*[-—–－~～至年])/u;

const SEPARATOR = /^\s*[:：.．、|｜]?\s*/u;
const CONTINUED = /[（(]\s*(?:续[表图上]?|continued|cont\.?)\s*[）)]/iu;

/** What follows the number where a sentence of the text begins with it: 图 1 显示, 表 2 给出了, 图 1、图 2. */
const SENTENCE_REST =
  /^\s*(?:所示|显示|展示|给出|列出|列示|反映|描述|表明|说明了|呈现|概括|总结|汇总了|可[以见知看]|中[的所，,可]|是[对我一]|为[了本我]|[和与及]\s*[图表]|[、至到—]\s*[图表]|[）)]|shows?\b|presents?\b|illustrates?\b|lists?\b|and\b|gives?\b)/iu;

/** Longer than any caption, in ems; a body line of that length is not one. Letters and spaces of Latin take half an em. */
const MAX_CAPTION_EMS = 80;
const LATIN = /[\u0020-\u024f]/gu;

const widthOf = (text: string): number => text.length - (text.match(LATIN)?.length ?? 0) / 2;

/** Reads a caption out of the text of a line, or null where it is none. */
export function parseCaption(text: string): CaptionText | null {
  const line = text.trim();
  if (widthOf(line) > MAX_CAPTION_EMS || endsLikeText(line)) return null;
  const match = CAPTION.exec(line.replace(GLUED_YEAR, '$<word>$<number> '));
  if (!match?.groups) return parseUnnumbered(line);
  const { again, either, figure, table, number = '', rest = '' } = match.groups;
  const word = either ?? figure ?? table ?? '';
  if (SENTENCE_REST.test(rest)) return null;
  const separator = separatorOf(rest);
  const isWord = /\p{Script=Latin}$/u.test(word);
  const hasNumeral = /\d/u.test(number);
  // 表一 is a caption when something parts it from its title; 图一乐 and 表三千 are words.
  if (separator === '' && rest !== '' && (!hasNumeral || isWord)) return null;
  return {
    kind: either !== undefined ? 'either' : figure !== undefined ? 'figure' : 'table',
    number: `${word} ${number.replace(/\s+/gu, '')}`,
    title: rest.slice(separator.length).replace(CONTINUED, '').trim(),
    continued: again !== undefined || CONTINUED.test(rest),
  };
}

function parseUnnumbered(line: string): CaptionText | null {
  const match = UNNUMBERED.exec(line);
  if (!match?.groups || isAttachedLine(line)) return null;
  const { figure, table } = match.groups;
  return {
    kind: figure !== undefined ? 'figure' : table !== undefined ? 'table' : 'either',
    number: '',
    title: line.slice(match[0].length).trim(),
    continued: false,
  };
}

/** Whether a line begins with ▲: of one line alone it is the mark of a caption, of several in a row that of a list. */
export const isPointingUp = (text: string): boolean => UNNUMBERED.exec(text)?.groups?.['mark'] !== undefined;

/** What parts a number from its title, '' where nothing does. */
function separatorOf(rest: string): string {
  return SEPARATOR.exec(rest)?.[0] ?? '';
}

/** How many characters of the line the number (or the word or mark in its place) and the punctuation behind it take, spaces included. */
export function captionPrefixLength(text: string): number {
  const start = text.length - text.trimStart().length;
  const glued = GLUED_YEAR.exec(text.slice(start));
  if (glued) return start + glued[0].length;
  const match = CAPTION.exec(text.slice(start));
  if (!match?.groups) return UNNUMBERED.exec(text)?.[0].length ?? 0;
  const { rest = '' } = match.groups;
  return text.length - rest.length + separatorOf(rest).length;
}

const SOURCE =
  /^[*＊▲]?\s*(?:(?:数据|资料|图片|信息|图表|材料|内容|文献)?(?:来源|出处)\s*[:：]|Sources?\s*[:：])/iu;
const NOTE = /^(?:[*＊※]?\s*(?:图|表)?(?:注|备注|说明)\s*\d*\s*[:：.．]|Notes?\s*[:：])/iu;
const UNIT = /^[（(]?\s*(?:计量)?单位\s*[:：]/u;

/** `来源：…`, `数据来源：…`, `Source: …`. */
export const isSourceLine = (text: string): boolean => SOURCE.test(text.trim());

/** `注：…`, `备注：…`, `Note: …`. */
export const isNoteLine = (text: string): boolean => NOTE.test(text.trim());

/** `单位：亿元`, on a line of its own above a table. */
export const isUnitLine = (text: string): boolean => UNIT.test(text.trim());

/** A source, note or unit: what belongs to the figure or table beside it. */
export const isAttachedLine = (text: string): boolean =>
  isSourceLine(text) || isNoteLine(text) || isUnitLine(text);

/** `续表`, `（续上表）`, alone on its line. */
export const isContinuedMark = (text: string): boolean =>
  /^[（(]?\s*(?:续[上前]?表|接上表|continued)\s*[\d-]*\s*[）)]?$/iu.test(text.trim());

/** `专栏 1：…`, `案例 2 …`, `Box 3`: the title of boxed text. */
export const isCalloutTitle = (text: string): boolean =>
  /^(?:【?\s*(?:专栏|案例|典型案例|专题|知识窗|背景资料|延伸阅读|Box|BOX)\s*】?\s*(?:[\d一二三四五六七八九十]+(?:[-－–]\d+)?)?\s*(?:[:：.、\s|｜]|$))/u.test(
    text.trim(),
  );
