/** Longest quotation of a value in a sentence, in characters. */
const LONGEST_QUOTE = 60;
/** Keys that are named where a map stands in place of something else. */
const MOST_KEYS = 4;

/** How people write a place in a YAML file: `chapters[2].slug`; of the file as a whole, “The file”. */
export function namePath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'The file';
  return path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${String(part)}`))
    .join('');
}

/** The value at a path; undefined where there is none. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let inner = value;
  for (const part of path) {
    if (typeof inner !== 'object' || inner === null) return undefined;
    inner = (inner as Record<PropertyKey, unknown>)[part];
  }
  return inner;
}

/** What stands in a file, in words: text is quoted, and cut where it is long; of lists and maps only the kind is said. */
export function describeValue(value: unknown): string {
  if (value === undefined || value === null) return 'empty';
  if (typeof value === 'string') return `“${shorten(value)}”`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value !== 'object') return `the ${typeof value} ${String(value)}`;
  const keys = Object.keys(value);
  const more = keys.length > MOST_KEYS ? ', …' : '';
  return keys.length === 0
    ? 'a map without keys'
    : `a map with ${keys.slice(0, MOST_KEYS).join(', ')}${more}`;
}

function shorten(text: string): string {
  const characters = [...text.replaceAll(/\s+/gu, ' ')];
  return characters.length > LONGEST_QUOTE
    ? `${characters.slice(0, LONGEST_QUOTE).join('')}…`
    : characters.join('');
}
