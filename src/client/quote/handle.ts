import { passageAt } from './passage.ts';

/**
 * The one control of the passages: it stands in the passage that is pointed at or holds the focus, and opens its menu.
 * @returns a function that moves it to the passage of a node
 */
export function createHandle(): (node: Node) => void {
  const handle = document.createElement('button');
  handle.type = 'button';
  handle.className = 'quote-handle';
  handle.setAttribute('aria-haspopup', 'dialog');
  handle.setAttribute('aria-label', '引用与更多');
  handle.dataset['searchIgnore'] = '';
  handle.dataset['openTools'] = '';
  return (node) => {
    const passage = passageAt(node);
    if (passage && handle.parentElement !== passage && !passage.querySelector('[data-open-tools]'))
      passage.append(handle);
  };
}
