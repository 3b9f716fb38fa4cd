import { at } from '../../lib/address.ts';
import { takeMarks, writeSearchState } from '../../lib/search/address.ts';
import { element } from './element.ts';
import { rememberSearch } from './recent.ts';
import { searchClient } from './search-client.ts';
import { SearchView } from './search-view.ts';
import { SuggestionRow } from './suggestion-row.ts';
import { isComposingKey, onTyped } from './typing.ts';
import { addArrowKeys } from './arrow-keys.ts';

/** Results in the dialog; all of them are one key away, on the results page. */
const SHOWN = 8;
const SUGGESTED = 5;

const BOX =
  'm-0 mx-auto mt-0 flex h-dvh max-h-none w-full max-w-none flex-col border-line bg-surface-raised p-0 text-ink shadow-xl backdrop:bg-backdrop sm:mt-[8vh] sm:h-auto sm:max-h-[84vh] sm:w-[min(44rem,calc(100vw-2rem))] sm:rounded-xl sm:border not-open:hidden';

interface Parts {
  readonly dialog: HTMLDialogElement;
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly row: HTMLElement;
  readonly status: HTMLElement;
  readonly note: HTMLElement;
  readonly list: HTMLOListElement;
  readonly all: HTMLAnchorElement;
}

function build(): Parts {
  const input = element('input', {
    id: 'search-input',
    name: 'q',
    type: 'search',
    class: 'h-12 min-w-0 flex-1 rounded-md border-0 bg-surface-raised px-2 text-lg text-ink outline-offset-0',
    placeholder: '词语、句子，或“完整短语”',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
    maxlength: '200',
  });
  const close = element(
    'button',
    { type: 'button', class: 'h-11 shrink-0 rounded-md px-3 text-ink-muted hover:text-ink' },
    '关闭',
  );
  const form = element(
    'form',
    { action: at('search/'), class: 'flex items-center gap-2 border-b border-line px-3 py-2' },
    element('label', { class: 'spoken', for: 'search-input' }, '搜索全文'),
    input,
    close,
  );
  const row = element('div', {
    role: 'group',
    class: 'flex gap-2 overflow-x-auto px-4 pt-3 pb-1',
    hidden: '',
  });
  const status = element('p', {
    id: 'search-status',
    role: 'status',
    class: 'px-4 pt-3 text-sm text-ink-muted',
  });
  const note = element('div', {
    class: 'px-4 pt-2 text-sm text-ink-muted empty:hidden',
    'data-search-note': '',
  });
  const list = element('ol', { id: 'search-results', role: 'list', class: 'p-2' });
  const all = element('a', {
    class: 'block border-t border-line px-4 py-3 text-center text-accent hover:bg-surface-sunken',
    'data-all-results': '',
    hidden: '',
  });
  const dialog = element(
    'dialog',
    { id: 'search-dialog', 'aria-label': '搜索全文', class: BOX },
    element('search', {}, form),
    element('div', { class: 'min-h-0 flex-1 overflow-y-auto overscroll-contain' }, row, status, note, list),
    all,
  );
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  return { dialog, form, input, row, status, note, list, all };
}

/** A result on the page that is already open: closes the dialog and marks it there, without loading the page anew. */
function followHere({ dialog }: Parts, event: MouseEvent): void {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-result]') : null;
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  const { phrases, clean } = takeMarks(link.href);
  if (new URL(clean).pathname !== location.pathname) return;
  event.preventDefault();
  dialog.close();
  history.pushState(null, '', clean);
  void import('./find-bar.ts').then(({ openFindBar }) => openFindBar(phrases, link.hash.slice(1)));
}

function wire(parts: Parts): void {
  const { dialog, form, input, row, list, all } = parts;
  const view = new SearchView(parts);
  const suggestions = new SuggestionRow(row, (text) => {
    input.value = text;
    input.focus();
    search(text);
  });

  const showAll = (text: string, total: number): void => {
    all.hidden = total <= SHOWN;
    all.href = at('search/') + writeSearchState({ text, filters: {} });
    all.textContent = `查看全部 ${total} 条结果`;
  };

  function search(text: string): void {
    if (text.trim() === '') {
      view.clear();
      all.hidden = true;
      suggestions.showRecent();
      return;
    }
    void searchClient.suggest(text, SUGGESTED).then(
      (offered) => (input.value === text ? suggestions.suggest(offered) : undefined),
      () => suggestions.clear(),
    );
    void view.search({ text, filters: {} }, SHOWN).then((answer) => answer && showAll(text, answer.total));
  }

  onTyped(input, search);
  form.addEventListener('submit', () => rememberSearch(input.value));
  list.addEventListener('click', (event) => {
    rememberSearch(input.value);
    followHere(parts, event);
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !isComposingKey(event)) {
      event.preventDefault();
      dialog.close();
    }
  });
  addArrowKeys(dialog, input);
  search(input.value);
}

let parts: Parts | undefined;

/** Opens the search dialog; it is made, and the index is fetched, when it is first opened. `typed` is put into the input. */
export function openSearchDialog(typed = ''): void {
  if (parts === undefined) {
    parts = build();
    document.body.append(parts.dialog);
    wire(parts);
    // Opens the index, so that the first letters are answered at once. A failure shows itself when something is typed.
    searchClient.search({ text: '', filters: {}, offset: 0, limit: 0 }).catch(() => undefined);
  }
  if (!parts.dialog.open) parts.dialog.showModal();
  parts.input.focus();
  parts.input.select();
  if (typed === '') return;
  parts.input.value = typed;
  parts.input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
