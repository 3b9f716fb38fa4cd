import { recall, remember } from './storage.ts';

const OFF = 'single-keys-off';

/** Whether a key belongs to what has the focus and not to the page. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  return (
    event.isComposing ||
    (target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select')))
  );
}

/** Whether the reader lets single keys work (WCAG 2.1.4: they can be turned off in the help dialog). */
export const hasSingleKeys = (): boolean => recall(OFF) === null;

const follow = (selector: string): void => document.querySelector<HTMLAnchorElement>(selector)?.click();

function openHelp(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog#help');
  if (dialog && !dialog.open) dialog.showModal();
}

const ACTIONS: Readonly<Record<string, () => void>> = {
  '[': () => follow('a[data-previous]'),
  ArrowLeft: () => follow('a[data-previous]'),
  ']': () => follow('a[data-next]'),
  ArrowRight: () => follow('a[data-next]'),
  t: () => scrollTo({ top: 0 }),
  '?': openHelp,
};

/** A place that scrolls sideways (a wide table) keeps its own arrow keys. */
const ownsArrows = (event: KeyboardEvent): boolean =>
  event.key.startsWith('Arrow') &&
  event.target instanceof Element &&
  event.target.closest('[role=region], [role=listbox], dialog') !== null;

/** Keys for chapters and help, and the dialog that explains them. */
export function registerKeyboard(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (isTyping(event) || ownsArrows(event) || !hasSingleKeys() || document.querySelector('dialog[open]'))
      return;
    const action = ACTIONS[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
  for (const button of document.querySelectorAll('[data-open-help]'))
    button.addEventListener('click', openHelp);
  const box = document.querySelector<HTMLInputElement>('[data-single-keys]');
  if (!box) return;
  box.checked = hasSingleKeys();
  box.addEventListener('change', () => remember(OFF, box.checked ? null : '1'));
}
