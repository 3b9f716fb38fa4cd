/** Dates as reports print them: 2024年12月, 二〇二四年十二月. */
import { parseNumeral } from './numerals.ts';

const DATE =
  /(\d{4}|[〇○零一二三四五六七八九]{4})\s*年\s*(?:(\d{1,2}|[一二三四五六七八九十]{1,2})\s*月)?\s*(?:(\d{1,2}|[一二三四五六七八九十]{1,3})\s*日)?/u;
const DATE_LINE = /^[\s\d年月日〇○零一二三四五六七八九十.\-/]+$/u;

/** Whether a line holds nothing but a date. */
export function isDateLine(text: string): boolean {
  return DATE_LINE.test(text);
}

/** ISO 8601, as precise as the text (`2024-12-11`, `2024-12`, `2024`); undefined where there is no date. */
export function isoDate(text: string): string | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = match
    .slice(1, 4)
    .map((part) => (part === undefined ? null : parseNumeral(part)));
  if (!year) return undefined;
  const pad = (value: number): string => String(value).padStart(2, '0');
  if (!month || month > 12) return String(year);
  return day && day <= 31 ? `${String(year)}-${pad(month)}-${pad(day)}` : `${String(year)}-${pad(month)}`;
}
