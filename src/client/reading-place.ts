import type { KeptKey } from '../lib/kept.ts';
import { recall, remember } from './storage.ts';

/** Where a reader last was in a report. */
interface Place {
  readonly address: string;
  readonly title: string;
}

/** How long the page rests before its place is worth remembering. */
const REST_MILLISECONDS = 800;

const keyOf = (report: string): KeptKey => `place:${report}`;

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null || !('address' in value) || !('title' in value))
    return false;
  return typeof value.address === 'string' && typeof value.title === 'string';
}

function recallPlace(report: string): Place | undefined {
  try {
    const value: unknown = JSON.parse(recall(keyOf(report)) ?? 'null');
    return isPlace(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The last passage that begins above the upper third of the window. */
function passageInView(article: Element): Element | undefined {
  const line = innerHeight / 3;
  return [...article.querySelectorAll('[data-passage][id]')]
    .filter((passage) => passage.getBoundingClientRect().top <= line)
    .at(-1);
}

function rememberFrom(article: HTMLElement): void {
  const [report = ''] = (article.dataset['place'] ?? '').split('/');
  const heading = article.querySelector('h1')?.textContent?.trim() ?? '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = (): void => {
    const id = passageInView(article)?.id;
    const address = location.pathname + (id && scrollY > 0 ? `#${id}` : '');
    remember(keyOf(report), JSON.stringify({ address, title: heading } satisfies Place));
  };
  addEventListener('scroll', () => (clearTimeout(timer), (timer = setTimeout(note, REST_MILLISECONDS))), {
    passive: true,
  });
  addEventListener('pagehide', note);
  note();
}

/** Remembers the place on a chapter page and offers it on the report's home. */
export function registerReadingPlace(): void {
  const article = document.querySelector<HTMLElement>('article[data-place]');
  if (article) rememberFrom(article);
  const offer = document.querySelector<HTMLElement>('continue-reading');
  const link = offer?.querySelector('a');
  const place = offer && recallPlace(offer.dataset['report'] ?? '');
  if (!offer || !link || !place) return;
  link.href = place.address;
  link.textContent = `继续阅读：${place.title}`;
  offer.hidden = false;
}
