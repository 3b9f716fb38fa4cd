/** Shows what was read of a report: where to go on, and a quiet mark at each chapter in lists of them. */
import { bookShare, describeShare, type Progress } from '../lib/reading-progress.ts';
import { adoptStyles } from './adopt-styles.ts';
import { keptProgress } from './reading-place.ts';
import css from './read-marks.css?inline';
import { element } from './search/element.ts';

/** The way back to where the reader was, and how much of the report that is. */
function offerToContinue(offer: HTMLElement, progress: Progress, share: string | undefined): void {
  const link = offer.querySelector('a');
  if (!link) return;
  link.href = progress.address;
  link.textContent = `继续阅读：${progress.title}`;
  if (share) link.append(element('span', { class: 'read-share' }, `全书${share}`));
  offer.hidden = false;
}

/** A chapter's slug, from a link to its page. */
const slugOf = (link: HTMLAnchorElement): string => link.pathname.split('/').at(-2) ?? '';

function markChapters(progress: Progress): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-chapter-link]')) {
    const words = describeShare(progress.chapters[slugOf(link)]?.share ?? 0);
    if (!words) continue;
    const mark = element(
      'span',
      { class: 'read-mark', title: words },
      element('span', { class: 'spoken' }, `（${words}）`),
    );
    mark.dataset['read'] = words === '已读' ? 'whole' : 'part';
    link.append(mark);
  }
}

/** Characters of the chapters that the page lists, where it says them. */
function lengths(): Readonly<Record<string, number>> {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-characters]')];
  return Object.fromEntries(links.map((link) => [slugOf(link), Number(link.dataset['characters'])]));
}

adoptStyles(css);
const page = document.querySelector<HTMLElement>('main[data-report]')?.dataset['report'];
const ofPage = page === undefined ? undefined : keptProgress(page);
if (ofPage) markChapters(ofPage);
for (const offer of document.querySelectorAll<HTMLElement>('continue-reading')) {
  const progress = keptProgress(offer.dataset['report'] ?? '');
  if (progress) offerToContinue(offer, progress, describeShare(bookShare(progress, lengths())));
}
