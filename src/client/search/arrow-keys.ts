import { nextStop } from './next-stop.ts';
import { isComposingKey } from './typing.ts';

const SUGGESTIONS = '[data-suggestion]';
const RESULTS = '[data-result], [data-more], [data-all-results]';

/**
 * Arrow keys lead from the input through the results and back: one step down is the best result. Suggestions stand beside one
 * another and are reached by Tab; the arrows lead through them only while there is no result.
 */
function step(root: HTMLElement, input: HTMLInputElement, event: KeyboardEvent): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0 || isComposingKey(event)) return;
  const shown = (choices: string): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>(choices)].filter((choice) => choice.offsetParent !== null);
  const results = shown(RESULTS);
  const stops = [input, ...(results.length > 0 ? results : shown(SUGGESTIONS))];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  // From a suggestion the arrows lead as from the input beside it.
  const beside = document.activeElement?.matches(SUGGESTIONS) === true ? 'beside first' : 'elsewhere';
  const next = nextStop(at < 0 ? beside : at, by, stops.length);
  if (next === undefined) return;
  event.preventDefault();
  stops[next]?.focus();
  stops[next]?.scrollIntoView({ block: 'nearest' });
}

/** Letters typed while a result has the focus go on in the input. */
function typeOn(input: HTMLInputElement, event: KeyboardEvent): void {
  if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || event.key === ' ') return;
  if (document.activeElement?.matches(`${SUGGESTIONS}, ${RESULTS}`)) input.focus();
}

/** Makes results reachable by arrow keys from an input, and the input by typing. */
export function addArrowKeys(root: HTMLElement, input: HTMLInputElement): void {
  root.addEventListener('keydown', (event) => {
    step(root, input, event);
    typeOn(input, event);
  });
}
