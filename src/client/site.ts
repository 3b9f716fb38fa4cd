/** What every page loads, after the page itself: small behaviours over HTML that works without them. */
import './quote-text.ts';
import { registerCopyLinks } from './copy-link.ts';
import { registerKeyboard } from './keyboard.ts';
import { registerProgress } from './progress.ts';
import { registerQuoteTools } from './quote/register.ts';
import { registerBackToTop } from './back-to-top.ts';
import { followMovedPassage } from './moved.ts';
import { registerShare } from './share/register-share.ts';
import { registerSearchShortcuts } from './search/shortcuts.ts';

registerCopyLinks();
registerKeyboard();
registerProgress();
registerQuoteTools();
registerBackToTop();
followMovedPassage();
registerSearchShortcuts();
registerShare();
if (document.querySelector('contents-spy')) void import('./contents-spy.ts');
if (document.querySelector('data-table, [data-zoom], [data-note]')) void import('./exhibits.ts');
const settings = document.querySelector<HTMLButtonElement>('[data-open-settings]');
settings?.addEventListener(
  'click',
  () => void import('./settings/panel.ts').then((panel) => panel.openSettings(settings)),
);
const offline = document.querySelector<HTMLElement>('[data-offline]');
offline?.querySelector('button')?.addEventListener('click', () => {
  void import('./offline/offline-copy.ts').then((copy) => copy.saveOffer(offline));
});
// Only where the reader keeps a copy.
if (navigator.serviceWorker?.controller) void import('./offline/new-edition.ts');
