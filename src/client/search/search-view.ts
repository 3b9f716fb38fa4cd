import type { SearchAnswer, SearchFilters } from '../../lib/search/model.ts';
import { sayDropped, sayStatus } from '../../lib/search/wording.ts';
import { failureNote, failureStatus } from './failure-note.ts';
import { resultItem } from './results-list.ts';
import { searchClient } from './search-client.ts';

/** The elements that a view fills. */
export interface ViewParts {
  readonly list: HTMLOListElement;
  /** `role=status`: says how many. */
  readonly status: HTMLElement;
  /** Explanations and failures. */
  readonly note: HTMLElement;
}

export interface ViewQuery {
  readonly text: string;
  readonly filters: SearchFilters;
}

/** A search that takes longer says that it is under way. */
const PATIENCE_MILLISECONDS = 400;

/** The report that the reader is in, or the only one there is: its results come first and need not name it. */
function ownReport(): string | undefined {
  const main = document.querySelector<HTMLElement>('main[data-report]');
  return main?.dataset['report'] ?? document.querySelector<HTMLElement>('search-page')?.dataset['onlyReport'];
}

/** Shows the answers to searches in a list; of several under way, only the latest asked for is shown. */
export class SearchView {
  readonly #parts: ViewParts;
  #turn = 0;
  #query: ViewQuery = { text: '', filters: {} };

  constructor(parts: ViewParts) {
    this.#parts = parts;
  }

  get shown(): number {
    return this.#parts.list.childElementCount;
  }

  /** Empties the list: nothing is being looked for. */
  clear(): void {
    this.#turn += 1;
    this.#parts.list.replaceChildren();
    this.#parts.note.replaceChildren();
    this.#parts.status.textContent = '';
  }

  /** Looks for something else. Resolves to undefined where a later search took its place or it failed, which the view says. */
  async search(query: ViewQuery, limit: number): Promise<SearchAnswer | undefined> {
    this.#turn += 1;
    this.#query = query;
    const { list, status, note } = this.#parts;
    list.setAttribute('aria-busy', 'true');
    const answer = await this.#ask(0, limit);
    if (answer === undefined) return undefined;
    list.setAttribute('aria-busy', 'false');
    const narrowed = Object.keys(query.filters).length > 0;
    list.replaceChildren(...this.#items(answer));
    note.replaceChildren(...this.#explain(answer));
    status.textContent = sayStatus(answer, query.text, narrowed);
    return answer;
  }

  /** Adds further results of the same search. */
  async more(limit: number): Promise<SearchAnswer | undefined> {
    const answer = await this.#ask(this.shown, limit);
    if (answer !== undefined) this.#parts.list.append(...this.#items(answer));
    return answer;
  }

  async #ask(offset: number, limit: number): Promise<SearchAnswer | undefined> {
    const turn = this.#turn;
    const { status } = this.#parts;
    const patience = setTimeout(() => {
      if (turn === this.#turn) status.textContent = '正在搜索…';
    }, PATIENCE_MILLISECONDS);
    const firstReport = ownReport();
    try {
      const answer = await searchClient.search({
        ...this.#query,
        ...(firstReport === undefined ? {} : { firstReport }),
        offset,
        limit,
      });
      return turn === this.#turn ? answer : undefined;
    } catch (error) {
      if (turn === this.#turn) this.#fail(error, limit);
      return undefined;
    } finally {
      clearTimeout(patience);
    }
  }

  #fail(error: unknown, limit: number): void {
    const { list, status, note } = this.#parts;
    list.replaceChildren();
    list.setAttribute('aria-busy', 'false');
    status.textContent = failureStatus(error);
    note.replaceChildren(failureNote(error, () => void this.search(this.#query, limit)));
  }

  #items(answer: SearchAnswer): readonly HTMLLIElement[] {
    const own = ownReport();
    return answer.results.map((result) => resultItem(result, result.report !== own));
  }

  #explain(answer: SearchAnswer): readonly Node[] {
    const dropped = answer.mode === 'near' ? sayDropped(answer.dropped) : '';
    const tip = answer.mode === 'none' ? '可以换一种说法、少写几个字，或从目录进入。' : '';
    return [dropped, tip].filter((line) => line !== '').map((line) => document.createTextNode(line));
  }
}
