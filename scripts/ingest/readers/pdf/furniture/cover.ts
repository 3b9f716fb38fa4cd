/** The lines of a page → whether it is a cover, and what that says about the report. */
import type { DocumentMetadata } from '../../../model/document.ts';
import { countIdeographs, countInk } from '../../../genre/character-class.ts';
import { isDateLine, isoDate } from '../../../genre/dates.ts';
import { foldText, squeeze, squeezeHan } from '../../../genre/fold-text.ts';
import { isOrganisation } from '../../../genre/organisations.ts';
import { columnAt } from '../lines/learn-measures.ts';
import { lineFacts } from '../lines/line-facts.ts';
import type { DocumentMeasures } from '../lines/learn-measures.ts';
import type { TextLine } from '../lines/text-line.ts';

/** A cover holds fewer characters than this; a page of text holds 600 to 900. */
const MAX_COVER_INK = 320;
/** Larger than this beside the body is no running text, and a line of it begins within so many ems of the left edge. */
const MAX_TEXT_SIZE = 1.3;
const MAX_INDENT_EMS = 4;
/** Lines of the title have at least this share of the largest size on the cover. */
const TITLE_SIZE_SHARE = 0.86;
/** Address pages are short. */
const MAX_BACK_INK = 260;
const CONTACT =
  /地\s*址|邮\s*编|邮政编码|电\s*话|传\s*真|网\s*址|邮\s*箱|e-?mail|https?:|www\.|公众号|二维码|扫码/giu;
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

/** Whether the last page is the publisher's address. */
export function isBackCover(
  lines: readonly TextLine[],
  measures: DocumentMeasures,
  hasLabel: boolean,
): boolean {
  const text = lines.map((line) => line.text).join('\n');
  if (countInk(text) > MAX_BACK_INK || hasRunningText(lines, measures)) return false;
  const contacts = new Set(Array.from(text.matchAll(CONTACT), (match) => squeeze(match[0])));
  return contacts.size >= 2 || (contacts.size >= 1 && !hasLabel) || countInk(text) === 0;
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
  const largest = Math.max(
    0,
    ...rest.filter((line) => countIdeographs(line.text) > 1).map((line) => line.size),
  );
  const titleLines = rest.filter((line) => line.size >= TITLE_SIZE_SHARE * largest && largest > 0);
  const titleEnd = titleLines.at(-1)?.baseline ?? Infinity;
  const below = rest.filter((line) => line.baseline > titleEnd);
  const year = below[0] && YEAR_LINE.test(squeeze(below[0].text)) ? below[0] : undefined;
  const title = titleLines.map((line) => squeezeHan(line.text)).join('') + (year ? squeeze(year.text) : '');
  const publishers = below.filter((line) => isOrganisation(line.text));
  const subtitle = below.find(
    (line) =>
      line !== year && !publishers.includes(line) && line.size > 0.55 * largest && !isDateLine(line.text),
  );
  const date = dateLine && isoDate(dateLine.text);
  return {
    title: spelling(title, heads),
    ...(subtitle && { subtitle: squeezeHan(subtitle.text) }),
    ...(publishers.length > 0 && { publisher: publishers.map((line) => squeezeHan(line.text)).join('、') }),
    ...(number && { number }),
    ...(date && { date }),
  };
}

function spelling(title: string, heads: readonly string[]): string {
  return heads.map(squeezeHan).find((head) => foldText(head) === foldText(title)) ?? title;
}
