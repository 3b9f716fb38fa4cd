/** Dates as reports print them: 2024年12月, 二〇二四年十二月, 2024/12/11, 2024.12, December 2024. */
import { countInk } from './character-class.ts';
import { parseNumeral } from './numerals.ts';

const HAN_DATE =
  /(\d{4}|[〇○零一二三四五六七八九]{4})\s*年\s*(?:(\d{1,2}|[一二三四五六七八九十]{1,2})\s*月)?\s*(?:(\d{1,2}|[一二三四五六七八九十]{1,3})\s*日)?/u;
/** A month must follow: 2024 alone is any number. The separators are the same, and no digit follows: 2021-2022 is a span. */
const NUMERIC_DATE =
  /(?<![\d.])((?:19|20)\d{2})\s*([-/.])\s*(0?[1-9]|1[0-2])(?:\s*\2\s*(0?[1-9]|[12]\d|3[01]))?(?![\d%]|\s*[-/.]\s*\d)/u;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const MONTH_FIRST = new RegExp(
  `\\b${MONTH}\\s+(?:(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s+)?,?\\s*((?:19|20)\\d{2})\\b`,
  'iu',
);
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH},?\\s+((?:19|20)\\d{2})\\b`, 'iu');
const DATE_LINE = /^[\s\d年月日〇○零一二三四五六七八九十.\-/]+$/u;

/** A date in a text. */
export interface FoundDate {
  /** ISO 8601, as precise as the text. */
  readonly iso: string;
  /** As printed. */
  readonly text: string;
}

/** Whether a line holds nothing but a date. */
export function isDateLine(text: string): boolean {
  if (DATE_LINE.test(text)) return true;
  const english = DAY_FIRST.exec(text) ?? MONTH_FIRST.exec(text);
  return english !== null && countInk(english[0]) === countInk(text);
}

/** ISO 8601, as precise as the text (`2024-12-11`, `2024-12`, `2024`); undefined where there is no date. */
export function isoDate(text: string): string | undefined {
  return findDate(text)?.iso;
}

/** The first date in a text, and how it is printed there; null where there is none. */
export function findDate(text: string): FoundDate | null {
  return findHanDate(text) ?? findNumericDate(text) ?? findEnglishDate(text);
}

function findHanDate(text: string): FoundDate | null {
  const match = HAN_DATE.exec(text);
  if (!match) return null;
  const [year, month, day] = match
    .slice(1, 4)
    .map((part) => (part === undefined ? null : parseNumeral(part)));
  return year ? { iso: iso(year, month, day), text: match[0] } : null;
}

function findNumericDate(text: string): FoundDate | null {
  const match = NUMERIC_DATE.exec(text);
  if (!match) return null;
  const day = match[4] === undefined ? null : Number(match[4]);
  return { iso: iso(Number(match[1]), Number(match[3]), day), text: match[0] };
}

function findEnglishDate(text: string): FoundDate | null {
  const dayFirst = DAY_FIRST.exec(text);
  const match = dayFirst ?? MONTH_FIRST.exec(text);
  if (!match) return null;
  const [day, month] = dayFirst ? [match[1], match[2]] : [match[2], match[1]];
  const monthNumber = MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1;
  return { iso: iso(Number(match[3]), monthNumber, day === undefined ? null : Number(day)), text: match[0] };
}

function iso(year: number, month: number | null | undefined, day: number | null | undefined): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  if (!month || month > 12) return String(year);
  return day && day <= 31 ? `${String(year)}-${pad(month)}-${pad(day)}` : `${String(year)}-${pad(month)}`;
}
