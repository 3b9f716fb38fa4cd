import { readSearchState, writeSearchState, type SearchState } from '../../lib/search/address.ts';
import type { SearchAnswer, SearchFilters } from '../../lib/search/model.ts';
import { FilterBar } from './filter-bar.ts';
import { rememberSearch } from './recent.ts';
import { searchClient } from './search-client.ts';
import { SearchView } from './search-view.ts';
import { SuggestionRow } from './suggestion-row.ts';
import { onTyped } from './typing.ts';
import { addArrowKeys } from './arrow-keys.ts';

/** Shown at once. */
const FIRST_RESULTS = 20;
/** Lists up to this long are shown whole; of longer ones the reader asks for more. */
const WHOLE_LIST = 60;
const MORE_RESULTS = 40;
const SUGGESTED = 6;

/** What the browser's history keeps of a list, so that going back finds it as it was left. */
interface KeptList {
  readonly shown: number;
  readonly scroll: number;
}

function keptList(): KeptList | undefined {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('shown' in state) || !('scroll' in state))
    return undefined;
  return { shown: Number(state.shown), scroll: Number(state.scroll) };
}

/** The results page: a form that says everything in its address, brought to life. */
class SearchPage extends HTMLElement {
  #filters: SearchFilters = {};
  #text = '';

  connectedCallback(): void {
    const part = <Part extends HTMLElement>(selector: string): Part => {
      const found = this.querySelector<Part>(selector);
      if (found === null) throw new TypeError(`The results page has no ${selector}.`);
      return found;
    };
    const input = part<HTMLInputElement>('input[name=q]');
    const view = new SearchView({
      list: part('#search-results'),
      status: part('#search-status'),
      note: part('[data-search-note]'),
    });
    const more = part<HTMLButtonElement>('[data-more]');
    const welcome = part('[data-search-welcome]');

    const search = async (state: SearchState, shown = FIRST_RESULTS): Promise<void> => {
      this.#text = state.text;
      this.#filters = state.filters;
      welcome.hidden = state.text.trim() !== '';
      more.hidden = true;
      if (state.text.trim() === '') {
        view.clear();
        bar.clear();
        suggestions.showRecent();
        return;
      }
      const answer = await view.search(state, shown);
      // Nothing found, or nothing to be had: the contents still lead on.
      if (this.#isNow(state)) welcome.hidden = answer !== undefined && answer.mode !== 'none';
      if (answer === undefined) return;
      await this.#showFacets(bar, state);
      if (answer.total > view.shown && answer.total <= WHOLE_LIST && this.#isNow(state))
        await view.more(WHOLE_LIST);
      this.#offerMore(more, answer, view);
    };
    const go = (state: SearchState, isStep: boolean): void => {
      const address = location.pathname + writeSearchState(state);
      if (isStep) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
      void search(state);
    };
    const bar = new FilterBar(part('[data-search-filters]'), (filters) =>
      go({ text: this.#text, filters }, true),
    );
    const suggestions = new SuggestionRow(part('[data-suggestions]'), (text) => {
      input.value = text;
      suggestions.clear();
      go({ text, filters: this.#filters }, true);
    });

    onTyped(input, (text) => {
      go({ text, filters: this.#filters }, false);
      if (text.trim() === '') return;
      void searchClient.suggest(text, SUGGESTED).then(
        (offered) => (input.value === text ? suggestions.suggest(offered) : undefined),
        () => suggestions.clear(),
      );
    });
    part<HTMLFormElement>('form').addEventListener('submit', (event) => {
      event.preventDefault();
      rememberSearch(input.value);
      suggestions.clear();
      go({ text: input.value, filters: this.#filters }, input.value !== this.#text);
    });
    more.addEventListener('click', () => {
      void view.more(MORE_RESULTS).then((answer) => answer && this.#offerMore(more, answer, view));
    });
    addArrowKeys(this, input);
    this.#keepList(view, input);
    const restore = (): void => {
      const state = readSearchState(location.search);
      input.value = state.text;
      const kept = keptList();
      void search(state, Math.max(FIRST_RESULTS, kept?.shown ?? 0)).then(() => {
        if (kept !== undefined) scrollTo({ top: kept.scroll, behavior: 'instant' });
      });
    };
    addEventListener('popstate', restore);
    restore();
  }

  #isNow(state: SearchState): boolean {
    return state.text === this.#text && state.filters === this.#filters;
  }

  async #showFacets(bar: FilterBar, state: SearchState): Promise<void> {
    try {
      const facets = await searchClient.facets(state);
      if (this.#isNow(state)) bar.show(facets, state.filters);
    } catch {
      bar.clear();
    }
  }

  #offerMore(more: HTMLButtonElement, answer: SearchAnswer, view: SearchView): void {
    const left = answer.total - view.shown;
    more.hidden = left <= 0;
    more.textContent = `再显示 ${Math.min(MORE_RESULTS, left)} 条（还有 ${left} 条）`;
  }

  /** Where the list was left is written down whenever the page is left. */
  #keepList(view: SearchView, input: HTMLInputElement): void {
    history.scrollRestoration = 'manual';
    const keep = (): void =>
      history.replaceState({ shown: view.shown, scroll: scrollY } satisfies KeptList, '', location.href);
    this.addEventListener('click', (event) => {
      if (!(event.target instanceof Element) || event.target.closest('a[data-result]') === null) return;
      rememberSearch(input.value);
      keep();
    });
    addEventListener('pagehide', keep);
  }
}

customElements.define('search-page', SearchPage);
