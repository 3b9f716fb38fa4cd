import { QUOTABLE } from './quotable.ts';

const FIRST_USES = ['pointerover', 'focusin', 'selectionchange'] as const;

const load = () => import('./tools.ts');

/**
 * Loads the tools of passages once a reader points at one, comes to its link or selects some of it; a button with
 * `data-open-tools` inside a passage opens its menu.
 */
export function registerQuoteTools(): void {
  const begin = ({ type, target }: Event): void => {
    const node = type === 'selectionchange' ? getSelection()?.anchorNode : target;
    const element = node instanceof Element ? node : node instanceof Node ? node.parentElement : null;
    if (!element?.closest(QUOTABLE)) return;
    for (const use of FIRST_USES) document.removeEventListener(use, begin);
    void load().then(({ startQuoteTools }) => startQuoteTools(element));
  };
  for (const use of FIRST_USES) document.addEventListener(use, begin);
  document.addEventListener('click', ({ target }) => {
    const opener = target instanceof Element && target.closest('[data-open-tools]');
    if (opener) void load().then(({ openTools }) => openTools(opener));
  });
}
