import { announce } from './announce.ts';
import { copyText } from './clipboard.ts';

/** How long a control says that it has copied. */
const SHOWN_MILLISECONDS = 2000;

async function copyFrom(link: HTMLAnchorElement): Promise<void> {
  if (!(await copyText(link.href))) return announce('无法复制，请从地址栏复制链接');
  announce('链接已复制');
  link.dataset['copied'] = '';
  const words = link.querySelector('span');
  const before = words?.textContent ?? null;
  if (words) words.textContent = '链接已复制';
  setTimeout(() => {
    delete link.dataset['copied'];
    if (words) words.textContent = before;
  }, SHOWN_MILLISECONDS);
}

/** A plain click on a permalink copies it; one inside the page also becomes the page's address. */
export function registerCopyLinks(): void {
  document.addEventListener('click', (event) => {
    if (
      !(event.target instanceof Element) ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const link = event.target.closest<HTMLAnchorElement>('a[data-copy-link]');
    if (!link || link.dataset['copied'] !== undefined) return;
    event.preventDefault();
    if (link.hash) history.replaceState(history.state, '', link.hash);
    void copyFrom(link);
  });
}
