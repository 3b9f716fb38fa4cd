import type { Suggestion } from '../../lib/search/model.ts';
import { element } from './element.ts';
import { forgetSearches, recentSearches } from './recent.ts';

const CHIP =
  'min-h-9 shrink-0 rounded-full border border-line bg-surface-raised px-3 py-1 text-sm text-ink hover:border-accent focus-visible:border-accent';

/** Fills a row of choices under the input. `choose` gets the text that was chosen. */
export class SuggestionRow {
  readonly #row: HTMLElement;
  readonly #choose: (text: string) => void;

  constructor(row: HTMLElement, choose: (text: string) => void) {
    this.#row = row;
    this.#choose = choose;
  }

  #fill(label: string, texts: readonly string[], behind: readonly HTMLElement[] = []): void {
    const buttons = texts.map((text) => {
      const button = element('button', { type: 'button', class: CHIP, 'data-suggestion': '' }, text);
      button.addEventListener('click', () => this.#choose(text));
      return button;
    });
    this.#row.hidden = buttons.length === 0;
    this.#row.setAttribute('aria-label', label);
    this.#row.replaceChildren(...buttons, ...behind);
  }

  /** Completions of what is typed. */
  suggest(suggestions: readonly Suggestion[]): void {
    this.#fill(
      '搜索建议',
      suggestions.map(({ text }) => text),
    );
  }

  /** What was searched before in this browser, with the means to forget it. */
  showRecent(): void {
    const forget = element(
      'button',
      {
        type: 'button',
        class: 'min-h-9 shrink-0 px-2 text-sm text-ink-muted underline',
        'data-suggestion': '',
      },
      '清除记录',
    );
    forget.addEventListener('click', () => {
      forgetSearches();
      this.clear();
    });
    this.#fill('最近的搜索', recentSearches(), [forget]);
  }

  clear(): void {
    this.#row.hidden = true;
    this.#row.replaceChildren();
  }
}
