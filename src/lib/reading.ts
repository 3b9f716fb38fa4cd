import { INTERFACE_LANGUAGE, type Language } from './language.ts';

/**
 * Silent reading of Chinese, characters a minute: the mean of the IReST study (Trauzettel-Klosinski and Dietz 2012),
 * 255 ± 29.
 */
export const CHARACTERS_PER_MINUTE = 255;

/** English words a minute, from the same study: 228 ± 30. */
export const WORDS_PER_MINUTE = 228;

/** Whole minutes, at least one. @param count Han characters, and Latin words counted as one. */
export function readingMinutes(count: number, language: Language = INTERFACE_LANGUAGE): number {
  return Math.max(1, Math.round(count / (language === 'en' ? WORDS_PER_MINUTE : CHARACTERS_PER_MINUTE)));
}

/** Stands for a date that nobody knows. @see GB/T 7714-2025 */
export const UNKNOWN_DATE = '日期不详';

/** `2024-11-29` → `2024年11月29日`; as precise as the date is. */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return [year && `${year}年`, month && `${month}月`, day && `${day}日`].filter(Boolean).join('');
}

/** The member before and after the one at `index`. */
export function neighbours<T>(
  list: readonly T[],
  index: number,
): { previous: T | undefined; next: T | undefined } {
  return { previous: index > 0 ? list[index - 1] : undefined, next: list[index + 1] };
}
