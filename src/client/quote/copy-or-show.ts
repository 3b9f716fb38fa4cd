import { announce } from '../announce.ts';
import { copyText } from '../clipboard.ts';
import { showText } from './text-dialog.ts';

/** How long a note that something was copied stays. */
const SHOWN_MILLISECONDS = 1800;

/** A short note at the foot of the window, read out too. */
export function showNote(words: string): void {
  announce(words);
  const note = document.createElement('div');
  note.className = 'quote-note';
  note.setAttribute('aria-hidden', 'true');
  note.textContent = words;
  document.querySelector('.quote-note')?.remove();
  document.body.append(note);
  setTimeout(() => note.remove(), SHOWN_MILLISECONDS);
}

/** Copies `text` and says so; where the browser does not let a page copy, shows it, selected, to be copied by hand. */
export async function copyOrShow(text: string, name: string): Promise<void> {
  if (await copyText(text)) showNote(`已复制${/^[A-Z]/u.test(name) ? ' ' : ''}${name}`);
  else showText(text, name);
}
