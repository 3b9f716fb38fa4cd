/** The lines of a page → whether it is a cover, and what that says about the report. */
import type { DocumentMetadata } from '../../../model/document.ts';
import { countIdeographs, countInk } from '../../../genre/character-class.ts';
import { isDateLine, isoDate } from '../../../genre/dates.ts';
import { foldText, squeeze, squeezeHan } from '../../../genre/fold-text.ts';
import { isOrganisation, organisationsIn, publishingRole } from '../../../genre/organisations.ts';
import { holdsNames } from '../../../genre/person-names.ts';
import { columnAt } from '../lines/learn-measures.ts';
import { lineFacts } from '../lines/line-facts.ts';
import type { DocumentMeasures } from '../lines/learn-measures.ts';
import type { TextLine } from '../lines/text-line.ts';
import {
  hasTitleWords,
  isBarLabel,
  isNoTitle,
  isSeriesLabel,
  joinTitle,
  mayBeTitle,
  titleText,
} from './title-words.ts';

/** A cover holds fewer characters than this; a page of text holds 600 to 900. */
const MAX_COVER_INK = 320;
/** Larger than this beside the body is no running text, and a line of it begins within so many ems of the left edge. */
const MAX_TEXT_SIZE = 1.3;
const MAX_INDENT_EMS = 4;
/** Lines of the title have at least this share of the largest size on the cover. */
const TITLE_SIZE_SHARE = 0.86;
/** A subtitle is larger than this beside the title; what is smaller says who and when. */
const MIN_SUBTITLE_SHARE = 0.55;
/** Lines of one title stand within so many of their size; what is farther off says something else. */
const MAX_TITLE_LEADING = 4;
/** A label that ends the title stands within so many of the larger size below it. */
const MAX_LABEL_LEADING = 2.5;
/** Address pages are short… */
const MAX_BACK_INK = 260;
/** …or say who the publisher is, in less than a page of text. */
const MAX_PRESENTED_INK = 600;
const CONTACT =
  /地\s*址|邮\s*编|邮政编码|电\s*话|传\s*真|网\s*址|邮\s*箱|e-?mail|https?:|www\.|公众号|二维码|扫码/giu;
/** What begins with a dash goes on from the title. */
const SUBTITLE = /^\s*[—–―-]/u;
const YEAR_LINE = /^[（(][^（）()]*\d{4}[^（）()]*[）)]$/u;
const REPORT_NUMBER = /(?:No|NO|№|编号)[.．:：\s]*([A-Za-z]*[-\d]{3,})/u;

/** Whether two lines in a row fill the column: running text, not a cover. */
export function hasRunningText(lines: readonly TextLine[], measures: DocumentMeasures): boolean {
  const full = lines.map((line) => {
    const facts = lineFacts(line, columnAt(measures, line));
    return facts.full && facts.indent <= MAX_INDENT_EMS && line.size <= MAX_TEXT_SIZE * measures.bodySize;
  });
  return full.some((isFull, index) => isFull && full[index + 1] === true);
}

/** A page with little text, none of it running, is a cover, a half title or an address page. */
export function isCoverLike(lines: readonly TextLine[], measures: DocumentMeasures): boolean {
  const ink = lines.reduce((sum, line) => sum + countInk(line.text), 0);
  return ink <= MAX_COVER_INK && !hasRunningText(lines, measures);
}

/** Whether a page has a printed number: `leftOut` where it has none though the page before has. */
export type PrintedLabel = 'printed' | 'leftOut' | 'none';

/**
 * Whether the last page is the publisher's address. A longer text may stand above it where the page is not counted with
 * the pages before: that is how a publisher presents itself.
 */
export function isBackCover(
  lines: readonly TextLine[],
  measures: DocumentMeasures,
  label: PrintedLabel,
): boolean {
  const text = lines.map((line) => line.text).join('\n');
  const ink = countInk(text);
  const contacts = new Set(Array.from(text.matchAll(CONTACT), (match) => squeeze(match[0])));
  const presents = label === 'leftOut' && contacts.size >= 2;
  if (ink > (presents ? MAX_PRESENTED_INK : MAX_BACK_INK) || hasRunningText(lines, measures)) return false;
  return contacts.size >= 2 || (contacts.size >= 1 && label !== 'printed') || ink === 0;
}

/**
 * Reads title, subtitle, number, publisher and date.
 * @param cover Lines of the cover, each row whole.
 * @param heads Running heads: where one says the same as the title, its spelling is kept.
 */
export function readCover(cover: readonly TextLine[], heads: readonly string[]): DocumentMetadata {
  const text = cover.map((line) => line.text);
  const number = text.map((line) => REPORT_NUMBER.exec(squeeze(line))?.[0]).find(Boolean);
  const dateLine = cover.findLast((line) => isDateLine(line.text) && isoDate(line.text) !== undefined);
  const rest = cover.filter((line) => line !== dateLine && !REPORT_NUMBER.test(squeeze(line.text)));
  const { lines: titleLines, size: largest } = largestTitle(rest);
  const titleEnd = titleLines.at(-1)?.baseline ?? Infinity;
  const below = rest.filter((line) => line.baseline > titleEnd);
  const year = below[0] && YEAR_LINE.test(squeeze(below[0].text)) ? below[0] : undefined;
  const title = joinTitle(titleLines.map(titleText)) + (year ? squeeze(year.text) : '');
  const publishers = inOneLanguage(below.filter((line) => organisationsIn(line.text).length > 0));
  const subtitle = below.find(
    (line) =>
      line !== year &&
      line.size > MIN_SUBTITLE_SHARE * largest &&
      mayBeTitle(line.text) &&
      !isDateLine(line.text) &&
      !holdsNames(titleText(line), countIdeographs(title) > 0),
  );
  const date = dateLine && isoDate(dateLine.text);
  return {
    title: spelling(title, heads),
    ...(subtitle && { subtitle: joinTitle([titleText(subtitle)]) }),
    ...(publishers.length > 0 && { publisher: publishers.map((line) => joinTitle([line.text])).join('、') }),
    ...(number && { number }),
    ...(date && { date }),
  };
}

/** The lines of the largest size that can be a title, in their order, and that size; a label directly below ends it. */
export function largestTitle(lines: readonly TextLine[]): { lines: readonly TextLine[]; size: number } {
  const able = lines.filter(({ text }) => !isNoTitle(text) && publishingRole(text) === null);
  const worded = able.filter(({ text }) => hasTitleWords(text));
  const titled = worded.filter(
    ({ text }) => !isSeriesLabel(text) && !isOrganisation(text) && !SUBTITLE.test(text),
  );
  const size = Math.max(0, ...(titled.length > 0 ? titled : worded).map((line) => line.size));
  if (size === 0) return { lines: [], size };
  const chosen = able.filter((line) => isLike(line.size, size) && !isBarLabel(line.text));
  const block = blockOf(chosen, (line) => (titled.length > 0 ? titled : worded).includes(line));
  const end = block.findLastIndex(({ text }) => titled.length === 0 || !isOrganisation(text));
  const kept = block.slice(0, end + 1);
  const last = kept.at(-1);
  const label = worded.find((line) => last !== undefined && endsTitle(line, last));
  return { lines: label && !kept.includes(label) ? [...kept, label] : kept, size };
}

/** The first lines in a row, close to each other, among which is one that is asked for. */
function blockOf(lines: readonly TextLine[], isAsked: (line: TextLine) => boolean): readonly TextLine[] {
  const at = lines.findIndex(isAsked);
  const parts = (index: number): boolean => {
    const [above, line] = [lines[index - 1], lines[index]];
    return !above || !line || line.baseline - above.baseline > MAX_TITLE_LEADING * line.size;
  };
  let [from, to] = [at, at + 1];
  while (from > 0 && !parts(from)) from--;
  while (to < lines.length && !parts(to)) to++;
  return lines.slice(from, to);
}

/** Whether a label such as 白皮书 stands directly below a title in a size of its own. */
function endsTitle(label: TextLine, title: TextLine): boolean {
  const distance = label.baseline - title.baseline;
  const close = distance > 0 && distance <= MAX_LABEL_LEADING * Math.max(label.size, title.size);
  return close && isSeriesLabel(label.text) && label.size >= MIN_SUBTITLE_SHARE * title.size;
}

function isLike(size: number, other: number): boolean {
  return Math.min(size, other) >= TITLE_SIZE_SHARE * Math.max(size, other);
}

/** A Chinese name is often followed by what it is in English. */
function inOneLanguage(lines: readonly TextLine[]): readonly TextLine[] {
  const han = lines.filter(({ text }) => countIdeographs(text) > 0);
  return han.length > 0 ? han : lines;
}

function spelling(title: string, heads: readonly string[]): string {
  return heads.map(squeezeHan).find((head) => foldText(head) === foldText(title)) ?? title;
}
