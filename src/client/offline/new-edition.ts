import { adoptStyles } from '../adopt-styles.ts';
import { element } from '../search/element.ts';
import { TAKE_OVER } from '../../lib/offline.ts';
import { showOfferState } from './offline-copy.ts';
import { offlineRegistration } from './registration.ts';
import css from './new-edition.css?inline';

let notice: HTMLElement | undefined;

/** One line at the foot of the window. The old edition stays until the reader asks for the new one. */
function offerEdition(worker: ServiceWorker): void {
  // The reader has just asked for another set of reports: it takes over by itself.
  if (notice || document.querySelector('[data-offline] progress')) return;
  adoptStyles(css);
  const update = element('button', { type: 'button' }, '更新');
  const later = element('button', { type: 'button' }, '以后');
  update.addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    worker.postMessage(TAKE_OVER);
  });
  later.addEventListener('click', () => notice?.remove());
  notice = element('div', { class: 'new-edition', role: 'status' }, '有新版本', update, later);
  document.querySelector('main')?.append(notice);
}

function follow(worker: ServiceWorker | null): void {
  worker?.addEventListener('statechange', () => worker.state === 'installed' && offerEdition(worker));
}

/** On a page that comes from this device: says when there is a newer one, and which report is kept. */
export async function watchEdition(): Promise<void> {
  const registration = await offlineRegistration();
  if (!registration) return;
  if (registration.waiting) offerEdition(registration.waiting);
  follow(registration.installing);
  registration.addEventListener('updatefound', () => follow(registration.installing));
  const box = document.querySelector<HTMLElement>('[data-offline]');
  if (box) await showOfferState(box);
}

void watchEdition();
