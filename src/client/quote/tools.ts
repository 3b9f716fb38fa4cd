import { adoptStyles } from '../adopt-styles.ts';
import { createHandle } from './handle.ts';
import { openMenu } from './menu.ts';
import { passageAt, quotePassage } from './passage.ts';
import dialogs from './dialogs.css?inline';
import controls from './quote.css?inline';
import { watchSelection } from './selection-bar.ts';

let isStarted = false;

/** The tools of passages; loaded on first use. @param first where that was */
export function startQuoteTools(first: Element): void {
  if (isStarted) return;
  isStarted = true;
  adoptStyles(controls);
  adoptStyles(dialogs);
  const moveTo = createHandle();
  moveTo(first);
  for (const type of ['pointerover', 'focusin'] as const)
    document.addEventListener(type, ({ target }) => target instanceof Node && moveTo(target));
  watchSelection();
}

/** Opens the menu of the passage that `opener` stands in. */
export function openTools(opener: Element): void {
  startQuoteTools(opener);
  const passage = passageAt(opener);
  if (passage) void openMenu(quotePassage(passage), opener.getBoundingClientRect());
}
