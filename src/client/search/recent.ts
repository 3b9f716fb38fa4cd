import { recall, remember } from '../storage.ts';

const KEY = 'recent-searches';
const MOST = 6;

/** Searches of this browser, the latest first. They are kept here only and sent nowhere. */
export function recentSearches(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(recall(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((item) => typeof item === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Puts a search in front. */
export function rememberSearch(text: string): void {
  const trimmed = text.trim();
  if (trimmed === '') return;
  const kept = [trimmed, ...recentSearches().filter((known) => known !== trimmed)];
  remember(KEY, JSON.stringify(kept.slice(0, MOST)));
}

export function forgetSearches(): void {
  remember(KEY, null);
}
