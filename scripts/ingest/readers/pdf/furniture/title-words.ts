/** What words tell of a line that may be a title: report words, labels of series, versions, names of pages. */
import { countIdeographs, countInk } from '../../../genre/character-class.ts';
import { isDateLine, isoDate } from '../../../genre/dates.ts';
import { squeeze, squeezeHan } from '../../../genre/fold-text.ts';
import { isFrontTitle } from '../../../genre/matter-titles.ts';
import { readNumber } from '../../../genre/numbering.ts';
import { isOrganisation, publishingRole } from '../../../genre/organisations.ts';

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
  /^(?:v(?:er(?:sion)?)?\.?\s*\d[\d.]*|(?:第)?[\d一二三四五六七八九十]+(?:\.\d+)*版|版本[:：]?.{0,12})$/iu;
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
  if (countInk(line) > MAX_TITLE_INK || VERSION.test(line) || NO_TITLE.test(line) || ADDRESS.test(line))
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
