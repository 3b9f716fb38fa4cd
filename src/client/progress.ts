import type { KeptKey } from '../lib/kept.ts';
import { recall } from './storage.ts';

/** Before this the page has not been read: nothing is loaded, nothing remembered. */
const REST_MILLISECONDS = 800;

const isKept = (key: KeptKey): boolean => recall(key) !== null;

/** Remembers the place on a chapter page that the reader stays on, and shows what was read of the reports on the page. */
export function registerProgress(): void {
  const reports = [...document.querySelectorAll<HTMLElement>('[data-report]')];
  if (reports.some(({ dataset }) => isKept(`place:${dataset['report'] ?? ''}`)))
    void import('./read-marks.ts');
  const article = document.querySelector<HTMLElement>('article[data-place]');
  if (article)
    setTimeout(
      () => void import('./reading-place.ts').then((place) => place.follow(article)),
      REST_MILLISECONDS,
    );
}
