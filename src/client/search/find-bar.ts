import { at } from '../../lib/address.ts';
import { readFold, type Fold, type FoldFile } from '../../lib/search/fold.ts';
import { takeMarks } from '../../lib/search/address.ts';
import { hasSingleKeys, isTyping } from '../keyboard.ts';
import { element } from './element.ts';
import { findInPage } from './find-in-page.ts';
import { markRanges, type Marks } from './marks.ts';

const BUTTON = 'flex size-11 items-center justify-center rounded-md text-xl hover:bg-surface-sunken';
const BAR =
  'fixed inset-x-0 bottom-0 z-30 mx-auto flex w-fit max-w-full items-center gap-1 rounded-t-xl border border-b-0 border-line bg-surface-raised px-3 text-ink shadow-lg sm:bottom-4 sm:rounded-xl sm:border-b print:hidden';

/** Traditional characters on the page are found under the simplified ones that were looked for. Without the file, as they are. */
async function loadFold(): Promise<Fold | undefined> {
  try {
    const response = await fetch(at('pagefind/fold.json'));
    // The build wrote the file; anything else that comes under its name is no JSON.
    return response.ok ? readFold((await response.json()) as FoldFile) : undefined;
  } catch {
    return undefined;
  }
}

function openAround(node: Node): void {
  for (let around = node.parentElement; around !== null; around = around.parentElement) {
    if (around instanceof HTMLDetailsElement) around.open = true;
    if (around.getAttribute('hidden') === 'until-found') around.removeAttribute('hidden');
  }
}

/** Into the middle of the window, where neither header nor bar hides it. */
function scrollToRange(range: Range): void {
  openAround(range.startContainer);
  const box = range.getBoundingClientRect();
  scrollTo({ top: scrollY + box.top + box.height / 2 - innerHeight / 2 });
}

class FindBar {
  readonly #ranges: readonly Range[];
  readonly #marks: Marks;
  readonly #count = element('span', { class: 'figures px-2', role: 'status', 'data-find-count': '' });
  readonly #bar: HTMLElement;
  readonly #ending = new AbortController();
  #current = 0;

  constructor(phrases: readonly string[], ranges: readonly Range[], first: number) {
    this.#ranges = ranges;
    this.#marks = markRanges(ranges);
    const button = (label: string, sign: string, act: () => void): HTMLButtonElement => {
      const made = element('button', { type: 'button', class: BUTTON, 'aria-label': label }, sign);
      made.addEventListener('click', act);
      return made;
    };
    this.#bar = element(
      'div',
      {
        id: 'find-bar',
        role: 'region',
        'aria-label': '页内搜索结果',
        class: BAR,
        'data-search-ignore': '',
      },
      element('span', { class: 'max-w-[40vw] truncate ps-1 text-sm text-ink-muted' }, phrases.join('、')),
      this.#count,
      button('上一处', '↑', () => this.#step(-1)),
      button('下一处', '↓', () => this.#step(1)),
      button('清除标记', '×', () => this.end()),
    );
    document.body.append(this.#bar);
    document.addEventListener('keydown', (event) => this.#onKey(event), { signal: this.#ending.signal });
    this.#go(first);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || isTyping(event) || document.querySelector('dialog[open]')) return;
    if (event.key === 'Escape') this.end();
    else if (event.ctrlKey || event.metaKey || event.altKey || !hasSingleKeys()) return;
    else if (event.key === 'n') this.#step(1);
    else if (event.key === 'N') this.#step(-1);
  }

  #step(by: number): void {
    this.#go((this.#current + by + this.#ranges.length) % this.#ranges.length);
  }

  #go(to: number): void {
    this.#current = to;
    this.#marks.show(to);
    this.#count.textContent = `${to + 1}/${this.#ranges.length}`;
    const range = this.#ranges[to];
    if (range !== undefined) scrollToRange(range);
  }

  end(): void {
    this.#ending.abort();
    this.#marks.clear();
    this.#bar.remove();
    if (bar === this) bar = undefined;
  }
}

let bar: FindBar | undefined;

/** The mark to begin with: the first in the passage that the result named, or behind it. */
function firstAt(ranges: readonly Range[], target: HTMLElement | null): number {
  if (target === null) return 0;
  const inside = ranges.findIndex((range) => target.contains(range.startContainer));
  if (inside >= 0) return inside;
  const behind = ranges.findIndex(
    (range) => target.compareDocumentPosition(range.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return Math.max(0, behind);
}

/** Marks every occurrence of the phrases on this page and goes to the one in the element `id`. */
export async function openFindBar(phrases: readonly string[], id: string): Promise<void> {
  bar?.end();
  const root = document.querySelector('main') ?? document.body;
  const target = document.getElementById(id);
  if (target !== null) openAround(target.firstChild ?? target);
  const ranges = findInPage(root, phrases, await loadFold());
  if (ranges.length === 0) target?.scrollIntoView({ block: 'center' });
  else bar = new FindBar(phrases, ranges, firstAt(ranges, target));
}

/** Marks what the address asks for, and takes it out of the address: what the reader then copies is the plain permalink. */
export async function openFindBarFromAddress(): Promise<void> {
  const { phrases, clean } = takeMarks(location.href);
  history.replaceState(history.state, '', clean);
  if (phrases.length > 0) await openFindBar(phrases, location.hash.slice(1));
}
