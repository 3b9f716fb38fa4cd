/** Shows a note beside its mark. Without scripts, or where popovers are not known, the mark leads to the note itself. */
const GAP = 8;

function contentOf(note: Element): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const node of note.querySelector('div')?.childNodes ?? []) fragment.append(node.cloneNode(true));
  for (const part of fragment.querySelectorAll('[id], [data-search-ignore]')) {
    if (part.hasAttribute('data-search-ignore')) part.remove();
    else part.removeAttribute('id');
  }
  return fragment;
}

/** Below its mark, or above where there is no room; never beyond the edges of the window. */
function place(box: HTMLElement, mark: Element): void {
  const at = mark.getBoundingClientRect();
  const size = box.getBoundingClientRect();
  const below = at.bottom + GAP + size.height <= innerHeight;
  box.style.top = `${below ? at.bottom + GAP : Math.max(GAP, at.top - GAP - size.height)}px`;
  box.style.left = `${Math.min(Math.max(GAP, at.left - size.width / 2), innerWidth - size.width - GAP)}px`;
}

if (HTMLElement.prototype.hasOwnProperty('popover')) {
  const box = document.createElement('div');
  box.popover = 'auto';
  box.className = 'note-popover prose';
  box.setAttribute('role', 'note');
  box.tabIndex = -1;
  // Within the landmark that the note belongs to.
  (document.querySelector('main') ?? document.body).append(box);
  let mark: HTMLAnchorElement | undefined;
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest<HTMLAnchorElement>('a[data-note]');
    const note = link && document.getElementById(link.dataset['note'] ?? '');
    if (!link || !note) return;
    event.preventDefault();
    box.replaceChildren(contentOf(note));
    box.showPopover();
    place(box, link);
    box.focus({ preventScroll: true });
    mark = link;
  });
  box.addEventListener('toggle', (event) => {
    // Always this kind for `toggle`; old browsers have no global of that name to ask.
    if ((event as ToggleEvent).newState === 'closed' && box.contains(document.activeElement))
      mark?.focus({ preventScroll: true });
  });
  addEventListener('scroll', () => box.matches(':popover-open') && box.hidePopover(), { passive: true });
}
export {};
