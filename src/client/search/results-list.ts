import { at } from '../../lib/address.ts';
import { resultAddress } from '../../lib/search/address.ts';
import type { SearchResult } from '../../lib/search/model.ts';
import { KIND_NAMES } from '../../lib/search/wording.ts';
import { element } from './element.ts';

const LINK =
  'block rounded-lg px-3 py-3 text-ink no-underline hover:bg-surface-sunken focus-visible:bg-surface-sunken focus-visible:outline-2 focus-visible:outline-focus';
const MARK = 'rounded-xs bg-mark text-mark-ink';

/** Where a result stands: `技术创新 › （一）基础模型… · 第 12 页`. */
function placeOf(result: SearchResult, withReport: boolean): string {
  const isChapterItself = result.kind === 'heading' || result.heading.endsWith(result.chapterTitle);
  const heading = isChapterItself ? '' : result.heading;
  const path = [withReport ? result.reportTitle : '', result.chapterTitle, heading].filter(
    (part) => part !== '',
  );
  const page = result.label === undefined ? '' : ` · 第 ${result.label} 页`;
  return (path.join(' › ') || result.reportTitle) + page;
}

/** One result: a link to the passage whose text is the excerpt, the phrase marked. */
export function resultItem(result: SearchResult, withReport: boolean): HTMLLIElement {
  const excerpt = element('span', { class: 'block leading-relaxed', 'data-excerpt': '' });
  for (const { text, marked } of result.excerpt) {
    excerpt.append(marked ? element('mark', { class: MARK }, text) : text);
  }
  const kind = element(
    'span',
    { class: 'me-2 inline-block rounded border border-line px-1.5 text-xs text-ink-muted' },
    KIND_NAMES[result.kind],
  );
  const place = element(
    'span',
    { class: 'mt-1 block text-sm text-ink-muted' },
    kind,
    placeOf(result, withReport),
  );
  const link = element(
    'a',
    { href: resultAddress(at(''), result.url, result.id, result.phrases), class: LINK, 'data-result': '' },
    excerpt,
    place,
  );
  return element('li', { 'data-match': result.match, class: 'border-b border-line last:border-b-0' }, link);
}
