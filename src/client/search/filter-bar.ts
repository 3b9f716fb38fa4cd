import type { FacetCount, PassageKind, SearchFacets, SearchFilters } from '../../lib/search/model.ts';
import { PASSAGE_KINDS } from '../../lib/search/model.ts';
import { KIND_NAMES } from '../../lib/search/wording.ts';
import { element } from './element.ts';

const CHIP =
  'min-h-9 rounded-full border border-line px-3 py-1 text-sm text-ink-muted hover:border-accent aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent';
/** A choice among one is none: the filter is left out, unless it is the one that is set. */
const LEAST_CHOICES = 2;

type FilterName = keyof SearchFilters;

/** A button that sets a filter, or takes it away where `value` is ''. */
interface Chip {
  readonly name: FilterName;
  readonly value: string;
  readonly text: string;
  readonly isPressed: boolean;
  /** Those that are set now. */
  readonly filters: SearchFilters;
}

/** Shows the filters with their counts and says when one is chosen. */
export class FilterBar {
  readonly #place: HTMLElement;
  readonly #onChange: (filters: SearchFilters) => void;

  constructor(place: HTMLElement, onChange: (filters: SearchFilters) => void) {
    this.#place = place;
    this.#onChange = onChange;
  }

  clear(): void {
    this.#place.replaceChildren();
  }

  show(facets: SearchFacets, filters: SearchFilters): void {
    const focused =
      document.activeElement instanceof HTMLElement ? document.activeElement.dataset['choice'] : undefined;
    const kinds = facets.kinds.map((choice) => ({
      ...choice,
      // The values of this filter are the kinds themselves.
      label: KIND_NAMES[choice.value as PassageKind],
    }));
    this.#place.replaceChildren(
      ...this.#group('report', '报告', facets.reports, filters),
      ...this.#group('chapter', '章节', facets.chapters, filters),
      ...this.#group('kind', '类别', kinds, filters),
    );
    if (focused === undefined) return;
    this.#place.querySelector<HTMLElement>(`[data-choice="${CSS.escape(focused)}"]`)?.focus();
  }

  #group(
    name: FilterName,
    label: string,
    choices: readonly FacetCount[],
    filters: SearchFilters,
  ): readonly HTMLElement[] {
    const chosen = filters[name];
    if (choices.length < LEAST_CHOICES && chosen === undefined) return [];
    const total = choices.reduce((sum, choice) => sum + choice.count, 0);
    const chip = (value: string, text: string, isPressed: boolean): HTMLElement =>
      this.#chip({ name, value, text, isPressed, filters });
    const all = chip('', `全部 ${total}`, chosen === undefined);
    const chips = choices.map(({ value, label: text, count }) =>
      chip(value, `${text} ${count}`, value === chosen),
    );
    const group = element('div', {
      role: 'group',
      'aria-label': label,
      class: 'flex flex-wrap items-center gap-2',
    });
    group.append(
      element('span', { class: 'w-10 shrink-0 text-sm text-ink-muted', 'aria-hidden': 'true' }, label),
    );
    group.append(all, ...chips);
    return [group];
  }

  #chip({ name, value, text, isPressed, filters }: Chip): HTMLElement {
    const chip = element(
      'button',
      {
        type: 'button',
        class: CHIP,
        'aria-pressed': String(isPressed),
        'data-filter': name,
        'data-choice': `${name}=${value}`,
      },
      text,
    );
    chip.addEventListener('click', () => this.#onChange(withFilter(filters, name, value)));
    return chip;
  }
}

/** The filters with one of them set, or taken away where `value` is ''. A chapter belongs to its report. */
export function withFilter(filters: SearchFilters, name: FilterName, value: string): SearchFilters {
  const { report, chapter, kind } = filters;
  const kept = {
    report: name === 'report' ? value : report,
    chapter: name === 'chapter' ? value : name === 'report' ? undefined : chapter,
    kind: name === 'kind' ? PASSAGE_KINDS.find((known) => known === value) : kind,
  };
  return {
    ...(kept.report ? { report: kept.report } : {}),
    ...(kept.chapter ? { chapter: kept.chapter } : {}),
    ...(kept.kind ? { kind: kept.kind } : {}),
  };
}
