import { at } from '../../lib/address.ts';
import { element } from './element.ts';
import { FAILURE_WORDS, failureKind } from './search-failure.ts';

/** What stands in place of results that could not be had: why, and what still works. */
export function failureNote(error: unknown, retry: () => void): HTMLElement {
  const again = element(
    'button',
    { type: 'button', class: 'rounded-md bg-accent px-4 py-2 text-accent-ink' },
    '再试一次',
  );
  again.addEventListener('click', retry);
  const contents = element(
    'a',
    { href: at(''), class: 'text-accent underline underline-offset-4' },
    '从目录进入',
  );
  return element(
    'div',
    { class: 'space-y-3 rounded-lg border border-line p-4', 'data-search-failure': '' },
    element('p', { class: 'font-semibold' }, FAILURE_WORDS[failureKind(error)]),
    element('p', {}, '您可以', contents, '，打开章节后用浏览器的“在页面中查找”（Ctrl F 或 ⌘F）查找文字。'),
    again,
  );
}

/** What `#search-status` says then. */
export function failureStatus(error: unknown): string {
  return failureKind(error) === 'stale' ? '搜索暂时不可用，请刷新页面。' : '搜索暂时不可用。';
}
