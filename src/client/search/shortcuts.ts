import { hasSingleKeys, isTyping } from '../keyboard.ts';
import { MARK_PARAMETER } from '../../lib/search/address.ts';

/** On the results page the input is already there; elsewhere a dialog opens. */
async function openSearch(): Promise<void> {
  const own = document.querySelector<HTMLInputElement>('search-page input[name=q]');
  if (own !== null) {
    own.focus();
    own.select();
    return;
  }
  const { openSearchDialog } = await import('./dialog.ts');
  openSearchDialog();
}

function isShortcut(event: KeyboardEvent): boolean {
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (isCommand && event.key.toLowerCase() === 'k') return true;
  const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
  return isSlash && hasSingleKeys() && !isTyping(event) && document.querySelector('dialog[open]') === null;
}

/**
 * `/`, Ctrl K or ⌘K and every `[data-open-search]` open search, which is loaded only then. A page that was reached from a result
 * marks what was looked for.
 */
export function registerSearchShortcuts(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || !isShortcut(event)) return;
    event.preventDefault();
    void openSearch();
  });
  for (const opener of document.querySelectorAll('[data-open-search]')) {
    opener.addEventListener('click', (event) => {
      if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
      event.preventDefault();
      void openSearch();
    });
  }
  if (new URLSearchParams(location.search).has(MARK_PARAMETER)) {
    void import('./arrival.ts').then(({ markArrival }) => markArrival());
  }
}
