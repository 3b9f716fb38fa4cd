/** What words tell of a line that may be a title: report words, labels of series, versions, names of pages. */
import { countIdeographs, countInk } from '../../../genre/character-class.ts';
import { isDateLine, isoDate } from '../../../genre/dates.ts';
import { squeeze, squeezeHan } from '../../../genre/fold-text.ts';
import { isFrontTitle } from '../../../genre/matter-titles.ts';
import { readNumber } from '../../../genre/numbering.ts';
import { isOrganisation, publishingRole } from '../../../genre/organisations.ts';
import type { TextLine } from '../lines/text-line.ts';

const KINDS =
  '(?:(?:白|蓝|绿|黄|红|皮)皮书|白皮书|蓝皮书|研究报告|发展报告|年度报告|分析报告|调研报告|调查报告|报告|指南|手册|指引|纲要|路线图|案例集|图谱|展望|综述)';
const YEAR = '(?:[（(]?(?:19|20)\\d{2}(?:[-—–/](?:19|20)?\\d{2})?年?(?:版)?[）)]?)';
const REPORT_WORD = new RegExp(`${KINDS}${YEAR}?(?:[（(][^（()）]{1,8}[）)])?$`, 'u');
const LABEL = new RegExp(
  `^${YEAR}?(?:(?:产业|行业|技术|专题|系列|深度|年度|研究|发展|公司|证券|策略|宏观|点评|跟踪|专项|分析)*(?:${KINDS}|研究|专题|系列|深度|点评|周报|月报|季报|年报)|(?:White|Working|Discussion|Policy|Issue)\\s?(?:Paper|Brief)|Briefing|(?:Research\\s?|Annual\\s?)?Report)${YEAR}?$`,
  'iu',
);
const BAR = /[|｜·•]/u;
const VERSION =
  /^(?:(?:v(?:er(?:sion)?)?|release|rev(?:ision)?)\.?\s*\d[\d.]*|(?:第)?[\d一二三四五六七八九十]+(?:\.\d+)*版|版本[:：]?.{0,12})$|^v\d+(?:\.\d+)+\S/iu;
/** What a box with facts about the report says line by line. */
const LABELLED =
  /^\P{L}*(?:标题|题名|书名|报告名称|文件名称|title|作者|著者|译者|author|出品时间|出版时间|发布时间|日期|总?页数|字数|印张|定价|书号|isbn|版次)[:：]/iu;
const LABELLED_TITLE = /^\P{L}*(?:标题|题名|书名|报告名称|文件名称|title)[:：](.+)$/iu;
/** Marks of notes at the end of a title. */
const NOTE_MARK = /[*∗＊†‡§¶]+$/u;
const NO_TITLE =
  /^(?:参与|编写|编制|编委|撰写|顾问|主编|作者|课题组|联系|扫码|分析师|投资评级|行业评级|证券代码|证券简称|目录|图目录|表目录|版权|免责|重要声明|声明|内部资料|仅供|请|敬请|未经|本报告|(?:机密|秘密|绝密|内部)(?:★|☆|$))|^(?:contents|table of contents|foreword|preface|abstract|executive summary)$/iu;
const ADDRESS = /@|https?:|www\.|^[\w.-]+\.(?:com|cn|org|net|edu|gov|io)(?:\/|$)/iu;
/** A title in Latin letters has at least so many letters. */
const MIN_LETTERS = 6;
const MIN_IDEOGRAPHS = 2;
/** Titles over three lines have up to sixty characters; what is longer is a paragraph. */
const MAX_TITLE_INK = 120;

/** Whether a text ends as titles of reports do: 白皮书, 研究报告（2024年）, 指南. */
export function endsAsReport(text: string): boolean {
  return REPORT_WORD.test(squeeze(text)) && !isSeriesLabel(text);
}

/** Whether a text is the label of a series (白皮书, 行业深度报告|计算机) rather than a title. */
export function isSeriesLabel(text: string): boolean {
  const line = squeeze(text);
  return LABEL.test(line) || isBarLabel(line);
}

/** Whether a text names a series and what it is about, with a bar or dot between: 行业深度报告|计算机. */
export function isBarLabel(text: string): boolean {
  const line = squeeze(text);
  return BAR.test(line) && line.split(BAR).some((part) => LABEL.test(part));
}

/** Whether a line has words enough for a title. */
export function hasTitleWords(text: string): boolean {
  const letters = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return countIdeographs(text) >= MIN_IDEOGRAPHS || letters >= MIN_LETTERS;
}

/** Whether a line cannot be part of a title: a date, a version, an address, the name of a page, a paragraph. */
export function isNoTitle(text: string): boolean {
  const line = squeeze(text);
  if (
    countInk(line) > MAX_TITLE_INK ||
    [VERSION, LABELLED, NO_TITLE, ADDRESS].some((form) => form.test(line))
  )
    return true;
  return (isDateLine(text) && isoDate(text) !== undefined) || isFrontTitle(text);
}

/** Whether a line may be a title by its words alone: no organisation, no label of a series, no numbered heading. */
export function mayBeTitle(text: string): boolean {
  if (!hasTitleWords(text) || isNoTitle(text) || isSeriesLabel(text)) return false;
  return !isOrganisation(text) && publishingRole(text) === null && readNumber(text) === null;
}

/** The lines of a title as one: Chinese without spaces, English with one at each break. */
export function joinTitle(lines: readonly string[]): string {
  const joined = lines.join(' ').replace(/\s+/gu, ' ').trim();
  return countIdeographs(joined) === 0 ? joined : squeezeHan(joined);
}

/** The text of a line of a title, without the mark of a note at its end. */
export function titleText({ spans, text }: Pick<TextLine, 'spans' | 'text'>): string {
  const isMark =
    spans.length > 1 && spans.at(-1)?.raised === true && /^[\d\s]+$/u.test(spans.at(-1)?.text ?? '');
  const words = isMark
    ? spans
        .slice(0, -1)
        .map((span) => span.text)
        .join('')
    : text;
  return words.trim().replace(NOTE_MARK, '');
}

/** The title that a line such as 标题：某报告 names, null where it names none. */
export function labelledTitle(text: string): string | null {
  const title = LABELLED_TITLE.exec(text.trim())?.[1] ?? '';
  return mayBeTitle(title) ? joinTitle([title]) : null;
}
