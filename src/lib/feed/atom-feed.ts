import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';

/** Something that a feed tells of. Addresses are absolute. */
export interface FeedEntry {
  readonly title: string;
  /** Its lasting address, which is its id, too. */
  readonly address: string;
  /** As `dateTimeOf` gives it. */
  readonly updated: string;
  readonly author: string;
  /** Plain text. */
  readonly summary: string;
  /** All of its plain text; absent where the summary is all that is told. */
  readonly content?: string;
}

export interface Feed {
  readonly title: string;
  /** Of the page that it tells of, and its id. */
  readonly address: string;
  /** Of the feed itself. */
  readonly self: string;
  /** At least one. */
  readonly entries: readonly FeedEntry[];
}

/** An Atom document (RFC 4287). Text stays text: the serialiser escapes it. */
export function atomFeed({ title, address, self, entries }: Feed): string {
  const updated = entries
    .map((entry) => entry.updated)
    .toSorted(byTime)
    .at(-1);
  const tree = x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-CN' }, [
    x('id', address),
    x('title', title),
    x('updated', updated),
    x('link', { rel: 'alternate', type: 'text/html', href: address }),
    x('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    ...entries.map(entryElement),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(tree, { closeEmptyElements: true })}\n`;
}

function entryElement({ title, address, updated, author, summary, content }: FeedEntry) {
  return x('entry', [
    x('id', address),
    x('title', title),
    x('updated', updated),
    x('author', [x('name', author)]),
    x('link', { rel: 'alternate', type: 'text/html', href: address }),
    x('summary', summary),
    ...(content === undefined ? [] : [x('content', { type: 'text' }, content)]),
  ]);
}

const byTime = (a: string, b: string): number => Date.parse(a) - Date.parse(b);

/**
 * A date of a report, which may be only a year or a month, as a moment of RFC 3339: the first that it can mean, in Beijing.
 * `2024-11` → `2024-11-01T00:00:00+08:00`
 */
export function dateTimeOf(date: string): string {
  const [year = '', month = '01', day = '01'] = date.split('-');
  return `${year}-${month}-${day}T00:00:00+08:00`;
}
