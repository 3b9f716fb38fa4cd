import type { ActionContext, QuoteAction } from './action.ts';
import { actionsFor } from './actions.ts';
import type { QuotedPassage } from './passage.ts';
import { referenceOf } from './references.ts';

/** Space between the menu and what it belongs to, and the edges of the window. */
const GAP = 8;
/** Longer beginnings of a text say no more of which one it is. */
const SNIPPET_LENGTH = 36;

const KINDS: Readonly<Record<string, string>> = {
  heading: '本节',
  viewpoint: '核心观点',
  figure: '图',
  table: '表',
  note: '注',
};

let dialog: HTMLDialogElement | undefined;

function build(): HTMLDialogElement {
  const box = document.createElement('dialog');
  box.className = 'quote-menu';
  box.addEventListener('click', (event) => event.target === box && box.close());
  box.addEventListener('keydown', moveByArrows);
  // Below its passage no more once the page moves on.
  addEventListener('scroll', () => box.open && !isSheet(box) && box.close(), { passive: true });
  document.body.append(box);
  return box;
}

/** On a phone the menu is a sheet at the foot of the window. */
const isSheet = (box: HTMLElement): boolean => getComputedStyle(box).getPropertyValue('--is-sheet') === '1';

function moveByArrows(event: KeyboardEvent): void {
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
  const step = steps[event.key];
  if (step === undefined || !dialog) return;
  event.preventDefault();
  const entries = [...dialog.querySelectorAll<HTMLElement>('li > *')];
  const index = entries.findIndex((entry) => entry === document.activeElement);
  entries[(index + step + entries.length) % entries.length]?.focus();
}

function nameOf({ text, kind, isSelection, pageLabel }: QuotedPassage): HTMLElement {
  const name = document.createElement('p');
  const what = isSelection ? '所选文字' : (KINDS[kind] ?? '本段');
  const line = text.replace(/\s+/gu, ' ');
  const snippet = line.length > SNIPPET_LENGTH ? `${line.slice(0, SNIPPET_LENGTH)}…` : line;
  name.id = 'quote-menu-name';
  name.textContent = [what, pageLabel && `第 ${pageLabel} 页`].filter(Boolean).join(' · ');
  const words = document.createElement('span');
  words.textContent = snippet;
  name.append(words);
  return name;
}

function entryOf(action: QuoteAction, context: ActionContext): HTMLElement {
  const address = action.address?.(context);
  const entry = document.createElement(address ? 'a' : 'button');
  entry.textContent = action.label(context);
  entry.dataset['action'] = action.id;
  if (entry instanceof HTMLAnchorElement && address) {
    entry.href = address;
    if (new URL(address, location.href).origin !== location.origin) entry.rel = 'external';
  }
  entry.addEventListener('click', () => {
    // What is behind an open dialog can be neither selected nor copied.
    dialog?.close();
    void action.run?.(context);
  });
  const item = document.createElement('li');
  item.append(entry);
  return item;
}

/** Below what it belongs to, or above where there is no room; never beyond the edges of the window. */
function place(box: HTMLElement, beside: DOMRect): void {
  const size = box.getBoundingClientRect();
  const isBelow = beside.bottom + GAP + size.height <= innerHeight;
  const top = isBelow ? beside.bottom + GAP : beside.top - GAP - size.height;
  box.style.setProperty('--top', `${Math.max(GAP, top)}px`);
  box.style.setProperty('--left', `${Math.max(GAP, Math.min(beside.left, innerWidth - size.width - GAP))}px`);
}

/** Why there is nothing to quote with. */
function createNote(): HTMLElement {
  const note = document.createElement('p');
  note.textContent = '没有取到引文信息，所以不能复制引文。联网后请再试。';
  return note;
}

/** Opens the menu of a passage. @param beside where it was asked for */
export async function openMenu(passage: QuotedPassage, beside: DOMRect): Promise<void> {
  const item = await referenceOf(passage);
  const context = { passage, item };
  dialog ??= build();
  const list = document.createElement('ul');
  list.setAttribute('role', 'list');
  list.append(...actionsFor(context).map((action) => entryOf(action, context)));
  dialog.replaceChildren(nameOf(passage), list, ...(item ? [] : [createNote()]));
  dialog.setAttribute('aria-labelledby', 'quote-menu-name');
  if (!dialog.open) dialog.showModal();
  place(dialog, beside);
}
