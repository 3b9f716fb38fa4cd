import { hasSingleKeys, isTyping } from '../keyboard.ts';
import { at } from '../../lib/address.ts';
import { MARK_PARAMETER, writeSearchState } from '../../lib/search/address.ts';

/** Keeps what is typed while the dialog is still on its way. Returns a function that ends it and gives the text. */
function catchTyping(): () => string {
  const ending = new AbortController();
  let typed = '';
  const onKey = (event: KeyboardEvent): void => {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    typed += event.key;
  };
  document.addEventListener('keydown', onKey, { capture: true, signal: ending.signal });
  return () => {
    ending.abort();
    return typed;
  };
}

let isOpening = false;

/** On the results page the input is already there; elsewhere a dialog opens. */
async function openSearch(): Promise<void> {
  const own = document.querySelector<HTMLInputElement>('search-page input[name=q]');
  if (own !== null) {
    own.focus();
    own.select();
    return;
  }
  if (isOpening) return;
  isOpening = true;
  const endCatching = catchTyping();
  let typed = '';
  try {
    const { openSearchDialog } = await import('./dialog.ts');
    typed = endCatching();
    openSearchDialog(typed);
  } catch {
    // The dialog's own file cannot be had: the results page says what is wrong, or is itself stored for reading offline.
    location.assign(at('search/') + writeSearchState({ text: typed, filters: {} }));
  } finally {
    endCatching();
    isOpening = false;
  }
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
    void import('./find-bar.ts').then(({ openFindBarFromAddress }) => openFindBarFromAddress());
  }
}
