import { isComposingKey } from './typing.ts';

const CHOICES = '[data-suggestion], [data-result], [data-more], [data-all-results]';

/** Arrow keys walk from the input through suggestions and results and back. */
function step(root: HTMLElement, input: HTMLInputElement, event: KeyboardEvent): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0 || isComposingKey(event)) return;
  const shown = [...root.querySelectorAll<HTMLElement>(CHOICES)].filter(
    (choice) => choice.offsetParent !== null,
  );
  const stops = [input, ...shown];
  const now = stops.indexOf(document.activeElement as HTMLElement);
  if (now < 0) return;
  const next = stops[Math.max(0, Math.min(stops.length - 1, now + by))];
  event.preventDefault();
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** Letters typed while a result has the focus go on in the input. */
function typeOn(input: HTMLInputElement, event: KeyboardEvent): void {
  if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || event.key === ' ') return;
  if (document.activeElement?.matches(CHOICES)) input.focus();
}

/** Makes results reachable by arrow keys from an input, and the input by typing. */
export function walkResults(root: HTMLElement, input: HTMLInputElement): void {
  root.addEventListener('keydown', (event) => {
    step(root, input, event);
    typeOn(input, event);
  });
}
