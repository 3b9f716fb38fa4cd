import { decodeCbor, type CborValue } from './cbor.ts';

/**
 * Pagefind's files, as version 1.5 writes them (its format is internal, so the build reads every index back with these
 * functions and fails where it is not what they expect). All are gzip-compressed and begin with a magic word.
 */
const MAGIC = 'pagefind_dcd';

/** `pagefind-entry.json`: where to begin. */
export interface IndexEntry {
  readonly version: string;
  readonly languages: Readonly<Record<string, { readonly hash: string }>>;
}

/** `pagefind.<hash>.pf_meta`. */
export interface IndexMeta {
  /** Records in the order they were added: name of the fragment and number of words (positions). */
  readonly records: readonly { readonly fragment: string; readonly words: number }[];
  /** Chunks of the vocabulary, in order. `from` is the first word, cut to what tells it from the word before. */
  readonly chunks: readonly { readonly from: string; readonly file: string }[];
}

/** Where a word stands: record numbers ascending, and the positions in each, ascending. */
export interface Postings {
  readonly records: readonly number[];
  readonly positions: readonly (readonly number[])[];
}

/** Takes off the magic word. @throws SyntaxError where it is missing: not an index file, or an error page. */
export function withoutMagic(bytes: Uint8Array): Uint8Array {
  const magic = new TextDecoder().decode(bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC) throw new SyntaxError('This is not a file of a Pagefind index.');
  return bytes.subarray(MAGIC.length);
}

/** Puts it on. */
export function withMagic(text: string): Uint8Array {
  return new TextEncoder().encode(MAGIC + text);
}

function asList(value: CborValue | undefined): readonly CborValue[] {
  // `Array.isArray` does not narrow to readonly lists.
  if (Array.isArray(value)) return value as readonly CborValue[];
  throw new SyntaxError('The index holds something else where a list was expected.');
}
function asText(value: CborValue | undefined): string {
  if (typeof value === 'string') return value;
  throw new SyntaxError('The index holds something else where a text was expected.');
}
function asNumber(value: CborValue | undefined): number {
  if (typeof value === 'number') return value;
  throw new SyntaxError('The index holds something else where a number was expected.');
}

/** Reads `pagefind-entry.json`. @throws SyntaxError where it is none. */
export function readEntry(json: string): IndexEntry {
  const entry: unknown = JSON.parse(json);
  // Pagefind wrote the rest of it; the build fails where its files are not what they should be.
  if (typeof entry === 'object' && entry !== null && 'languages' in entry) return entry as IndexEntry;
  throw new SyntaxError('pagefind-entry.json names no languages.');
}

/** Reads a meta file without its magic word. */
export function readMeta(bytes: Uint8Array): IndexMeta {
  const [, records, chunks] = asList(decodeCbor(bytes));
  return {
    records: asList(records).map((item) => {
      const [fragment, words] = asList(item);
      return { fragment: asText(fragment), words: asNumber(words) };
    }),
    chunks: asList(chunks).map((item) => {
      // The second item is the last word, cut likewise: it says nothing that the next chunk does not.
      const [from, , file] = asList(item);
      return { from: asText(from), file: asText(file) };
    }),
  };
}

/** The chunk that holds a word, if any does: words and chunks are in the order of their characters. */
export function chunkFor({ chunks }: IndexMeta, word: string): string | undefined {
  return chunks.findLast(({ from }) => from <= word)?.file;
}

/** Positions are differences; a negative first number is the weight of those that follow and the same for all here. */
function readPositions(stored: readonly CborValue[]): readonly number[] {
  const positions: number[] = [];
  let position = 0;
  for (const item of stored) {
    const step = asNumber(item);
    if (step < 0) continue;
    position += step;
    positions.push(position);
  }
  return positions;
}

/** Reads a chunk of the vocabulary without its magic word. */
export function readChunk(bytes: Uint8Array): ReadonlyMap<string, Postings> {
  const [words] = asList(decodeCbor(bytes));
  return new Map(
    asList(words).map((entry) => {
      const [word, pages] = asList(entry);
      const records: number[] = [];
      const positions: (readonly number[])[] = [];
      let record = 0;
      for (const page of asList(pages)) {
        const [step, body] = asList(page);
        record += asNumber(step);
        records.push(record);
        positions.push(readPositions(asList(body)));
      }
      return [asText(word), { records, positions }];
    }),
  );
}
