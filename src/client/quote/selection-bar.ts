import type { ActionContext } from './action.ts';
import { ACTIONS, actionsFor } from './actions.ts';
import { openMenu } from './menu.ts';
import { quotePassage, selectedRange } from './passage.ts';
import { referenceOf } from './references.ts';

/** A tap on the bar takes the selection away before it counts as a click. */
const LINGER_MILLISECONDS = 300;
/** While a finger still draws the selection, the bar waits. */
const SETTLE_MILLISECONDS = 150;
/** Space between the bar and the words, and the edges of the window. */
const GAP = 8;

const ON_BAR = ACTIONS.filter(({ barLabel }) => barLabel !== undefined);

function createBar(): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'quote-bar';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', '所选文字');
  bar.dataset['searchIgnore'] = '';
  bar.hidden = true;
  // The selection stays while its bar is used.
  bar.addEventListener('pointerdown', (event) => event.preventDefault());
  (document.querySelector('main') ?? document.body).append(bar);
  return bar;
}

function createButton(bar: HTMLElement, id: string, label: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.dataset['action'] = id;
  button.addEventListener('click', () => {
    bar.hidden = true;
    act();
  });
  return button;
}

function fill(bar: HTMLElement, context: ActionContext, rect: DOMRect): void {
  const offered = actionsFor(context);
  const more = createButton(bar, 'more', '更多', () => void openMenu(context.passage, rect));
  more.setAttribute('aria-haspopup', 'dialog');
  const buttons = ON_BAR.filter((action) => offered.includes(action)).map((action) =>
    createButton(bar, action.id, action.barLabel ?? '', () => void action.run?.(context)),
  );
  bar.replaceChildren(...buttons, more);
}

/** Below the selection, where a mouse is; its style keeps it at the foot of a phone. */
function place(bar: HTMLElement, rect: DOMRect): void {
  const { width } = bar.getBoundingClientRect();
  const origin = bar.offsetParent?.getBoundingClientRect() ?? new DOMRect(-scrollX, -scrollY);
  const left = Math.min(Math.max(GAP, rect.left), innerWidth - width - GAP);
  bar.style.setProperty('--top', `${rect.bottom - origin.top + GAP}px`);
  bar.style.setProperty('--left', `${left - origin.left}px`);
}

/** Offers the tools for what is selected: beside it, or at the foot of a phone's window. */
export function watchSelection(): void {
  const bar = createBar();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const update = async (): Promise<void> => {
    const selected = selectedRange();
    if (!selected) {
      bar.hidden = true;
      return;
    }
    const passage = quotePassage(selected.element, selected.range);
    const rect = selected.range.getBoundingClientRect();
    fill(bar, { passage, item: await referenceOf(passage) }, rect);
    bar.hidden = false;
    place(bar, rect);
  };
  const plan = (): void => {
    clearTimeout(timer);
    const wait = selectedRange() ? SETTLE_MILLISECONDS : LINGER_MILLISECONDS;
    timer = setTimeout(() => void update(), wait);
  };
  document.addEventListener('selectionchange', plan);
  plan();
}
