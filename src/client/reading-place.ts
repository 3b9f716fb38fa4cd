import type { KeptKey } from '../lib/kept.ts';
import { parseProgress, withSeen, type Progress } from '../lib/reading-progress.ts';
import { recall, remember } from './storage.ts';

/** How long the page rests before its place is worth remembering. */
const REST_MILLISECONDS = 800;
/** And before what is in sight counts as read: shorter is passing by. */
const READ_MILLISECONDS = 2500;

const keyOf = (report: string): KeptKey => `place:${report}`;

/** How far this device has read a report. */
export const keptProgress = (report: string): Progress | undefined => parseProgress(recall(keyOf(report)));

/** Remembers the place on a chapter page, and the passages that were in sight. */
export function follow(article: HTMLElement): void {
  const [report = '', slug = ''] = (article.dataset['place'] ?? '').split('/');
  const title = article.querySelector('h1')?.textContent?.trim() ?? '';
  const passages = [...article.querySelectorAll('[data-passage][id]')];
  const ids = passages.map(({ id }) => id);
  const tops = (): readonly number[] => passages.map((passage) => passage.getBoundingClientRect().top);
  const note = (seen: readonly string[]): void => {
    // The last passage that begins above the upper third of the window.
    const id = ids[tops().findLastIndex((top) => top <= innerHeight / 3)];
    const address = location.pathname + (id && scrollY > 0 ? `#${id}` : '');
    const chapters = keptProgress(report)?.chapters ?? {};
    const chapter = withSeen(chapters[slug], seen, ids);
    remember(keyOf(report), JSON.stringify({ address, title, chapters: { ...chapters, [slug]: chapter } }));
  };
  const noteSeen = (): void => note(ids.filter((_id, index) => isInSight(tops()[index])));
  const timers: ReturnType<typeof setTimeout>[] = [];
  const rest = (): void => {
    timers.splice(0).forEach(clearTimeout);
    timers.push(
      setTimeout(() => note([]), REST_MILLISECONDS),
      setTimeout(noteSeen, READ_MILLISECONDS),
    );
  };
  addEventListener('scroll', rest, { passive: true });
  addEventListener('pagehide', () => note([]));
  note([]);
  rest();
}

const isInSight = (top = -1): boolean => top >= 0 && top < innerHeight;
