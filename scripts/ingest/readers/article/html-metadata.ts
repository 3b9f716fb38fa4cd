import type { Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import type { ArticlePage } from './article-unit.ts';

/** WeChat dates articles in China Standard Time, which has no summer time. */
const CHINA_OFFSET_SECONDS = 8 * 3600;

/** Title, address, account and day of a saved WeChat page: from its elements, else from its inline scripts. */
export function readPageMetadata(tree: Root): Omit<ArticlePage, 'units'> {
  const textOf = (selector: string): string => {
    const element = select(selector, tree);
    return element === undefined ? '' : toString(element).replace(/\s+/gu, ' ').trim();
  };
  const scripts = selectAll('script', tree)
    .map((script) => toString(script))
    .join('\n');
  const title = textOf('#activity-name') || meta(tree, 'og:title') || scriptValue(scripts, 'msg_title');
  const account = textOf('#js_name') || scriptValue(scripts, 'nickname') || meta(tree, 'og:article:author');
  const url = meta(tree, 'og:url') || scriptValue(scripts, 'msg_link');
  const date =
    readDay(textOf('#publish_time')) || readDay(scriptValue(scripts, 'createTime')) || stampDay(scripts);
  return {
    title,
    ...(account ? { account } : {}),
    ...(/^https?:\/\//iu.test(url) ? { url: url.replace(/^http:/iu, 'https:') } : {}),
    ...(date ? { date } : {}),
  };
}

function meta(tree: Root, property: string): string {
  const element = select(`meta[property="${property}"]`, tree);
  return String(element?.properties['content'] ?? '').trim();
}

/** `var name = "…"`, `var name = htmlDecode("…")`, with the escapes that WeChat writes. */
function scriptValue(scripts: string, name: string): string {
  const pattern = new RegExp(`\\b${name}\\s*=\\s*(?:htmlDecode\\()?(["'])(.*?)\\1`, 'u');
  return (pattern.exec(scripts)?.[2] ?? '')
    .replace(/\\x([0-9a-f]{2})/giu, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)))
    .replace(/&amp;/gu, '&')
    .trim();
}

function readDay(text: string): string {
  const match = /(\d{4})\s*[年/-]\s*(\d{1,2})\s*[月/-]\s*(\d{1,2})/u.exec(text);
  return match
    ? `${match[1] ?? ''}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}`
    : '';
}

/** `var ct = "1733904000"`: seconds since 1970. */
function stampDay(scripts: string): string {
  const seconds = Number(scriptValue(scripts, 'ct'));
  if (!Number.isInteger(seconds) || seconds <= 0) return '';
  return new Date((seconds + CHINA_OFFSET_SECONDS) * 1000).toISOString().slice(0, 10);
}
