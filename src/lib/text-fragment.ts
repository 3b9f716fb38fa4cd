/**
 * Words that a browser looks for when it opens an address, `#p14:~:text=…`, and marks.
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export interface TextDirective {
  /** Words before the marked ones, where these occur more than once. */
  readonly prefix?: string;
  /** The marked words, or their beginning where `end` is given. */
  readonly start: string;
  readonly end?: string;
  /** Words behind the marked ones. */
  readonly suffix?: string;
}

export const DIRECTIVE = ':~:text=';

/** A hyphen at an edge marks a prefix or suffix; half a character of two code units has no encoding. */
const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replaceAll('-', '%2D');

/** To stand behind the fragment of an address. */
export function encodeTextDirective({ prefix, start, end, suffix }: TextDirective): string {
  return (
    DIRECTIVE +
    [
      ...(prefix ? [`${encode(prefix)}-`] : []),
      encode(start),
      ...(end ? [encode(end)] : []),
      ...(suffix ? [`-${encode(suffix)}`] : []),
    ].join(',')
  );
}

/** The first directive of a fragment; undefined where it has none that can be read. */
export function decodeTextDirective(fragment: string): TextDirective | undefined {
  const at = fragment.indexOf(DIRECTIVE);
  if (at < 0) return undefined;
  const parts = (fragment.slice(at + DIRECTIVE.length).split('&')[0] ?? '').split(',');
  const prefix = parts[0]?.endsWith('-') ? parts.shift()?.slice(0, -1) : undefined;
  const suffix = parts.at(-1)?.startsWith('-') ? parts.pop()?.slice(1) : undefined;
  const [start, end, ...others] = parts;
  if (!start || others.length > 0) return undefined;
  try {
    return {
      ...(prefix && { prefix: decodeURIComponent(prefix) }),
      start: decodeURIComponent(start),
      ...(end && { end: decodeURIComponent(end) }),
      ...(suffix && { suffix: decodeURIComponent(suffix) }),
    };
  } catch {
    return undefined;
  }
}
