import { readFold, type Fold, type FoldFile } from './fold.ts';
import { PASSAGE_KINDS, type PassageKind, type SectionRecord } from './model.ts';
import {
  chunkFor,
  readChunk,
  readEntry,
  readMeta,
  withoutMagic,
  type IndexMeta,
  type Postings,
} from './pagefind-files.ts';
import { kindWord, wordsForCharacter } from './tokens.ts';

/**
 * Reads one file of the index folder, unpacked where its name begins with no dot-json. @throws where it cannot be had.
 */
export type ReadIndexFile = (name: string) => Promise<Uint8Array>;

const NOTHING: Postings = { records: [], positions: [] };

/** Passages of the whole index: passage `n` of a record is `firstOf[record] + n`. */
export interface PassageTable {
  /** Number of the first passage of each record, and, at the end, how many there are. */
  readonly firstOf: Int32Array;
  readonly kinds: Uint8Array;
  /** Position of the word that begins the passage, in its record. */
  readonly starts: Int32Array;
  /** Normalised characters in the passage. */
  readonly lengths: Int32Array;
}

/** A loaded index; everything is fetched when first needed and kept. A failed fetch is tried again next time. */
export interface SearchIndex {
  readonly meta: IndexMeta;
  /** Postings of a normalised character; `initialOnly` where it begins a Latin word or a number. */
  postings(character: string, initialOnly?: boolean): Promise<Postings>;
  passages(): Promise<PassageTable>;
  record(number: number): Promise<SectionRecord>;
  /** A JSON file of the folder. */
  json(name: string): Promise<unknown>;
  fold(): Promise<Fold>;
}

/** Joins postings of different words; positions stay ascending. */
export function joinPostings(lists: readonly Postings[]): Postings {
  const filled = lists.filter((list) => list.records.length > 0);
  if (filled.length <= 1) return filled[0] ?? NOTHING;
  const byRecord = new Map<number, number[]>();
  for (const list of filled) {
    list.records.forEach((record, at) => {
      byRecord.set(record, [...(byRecord.get(record) ?? []), ...(list.positions[at] ?? [])]);
    });
  }
  const sorted = [...byRecord].sort(([left], [right]) => left - right);
  return {
    records: sorted.map(([record]) => record),
    positions: sorted.map(([, positions]) => positions.sort((left, right) => left - right)),
  };
}

/** Makes the table from the postings of the words that begin passages, in the order of `PASSAGE_KINDS`. */
export function buildPassageTable(meta: IndexMeta, markers: readonly Postings[]): PassageTable {
  const perRecord: { start: number; kind: number }[][] = meta.records.map(() => []);
  markers.forEach((postings, kind) => {
    postings.records.forEach((record, at) => {
      for (const start of postings.positions[at] ?? []) perRecord[record]?.push({ start, kind });
    });
  });
  const total = perRecord.reduce((sum, passages) => sum + passages.length, 0);
  const table = {
    firstOf: new Int32Array(meta.records.length + 1),
    kinds: new Uint8Array(total),
    starts: new Int32Array(total),
    lengths: new Int32Array(total),
  };
  let passage = 0;
  perRecord.forEach((passages, record) => {
    table.firstOf[record] = passage;
    passages.sort((left, right) => left.start - right.start);
    passages.forEach(({ start, kind }, at) => {
      table.kinds[passage] = kind;
      table.starts[passage] = start;
      table.lengths[passage] = (passages[at + 1]?.start ?? meta.records[record]?.words ?? 0) - start - 1;
      passage += 1;
    });
  });
  table.firstOf[meta.records.length] = passage;
  return table;
}

/** Keeps what was once made; forgets a failure. */
function keep<Key, Value>(make: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const kept = new Map<Key, Promise<Value>>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    return made;
  };
}

/**
 * Opens the index in a folder. All records are in one language's index: the build forces it.
 * @throws whatever `read` throws, and SyntaxError where a file is not what it should be.
 */
export async function openSearchIndex(read: ReadIndexFile): Promise<SearchIndex> {
  const text = async (name: string): Promise<string> => new TextDecoder().decode(await read(name));
  const entry = readEntry(await text('pagefind-entry.json'));
  const [language] = Object.values(entry.languages);
  const meta: IndexMeta =
    language === undefined
      ? { records: [], chunks: [] }
      : readMeta(withoutMagic(await read(`pagefind.${language.hash}.pf_meta`)));

  const chunk = keep(async (file: string) => readChunk(withoutMagic(await read(`index/${file}.pf_index`))));
  const word = async (sought: string): Promise<Postings> => {
    const file = chunkFor(meta, sought);
    return file === undefined ? NOTHING : ((await chunk(file)).get(sought) ?? NOTHING);
  };
  const character = keep(async (key: string): Promise<Postings> => {
    const initialOnly = key.startsWith('^');
    const words = wordsForCharacter(initialOnly ? key.slice(1) : key);
    return joinPostings(await Promise.all((initialOnly ? words.slice(1) : words).map(word)));
  });
  const table = keep(async (_only: 'passages') =>
    buildPassageTable(
      meta,
      await Promise.all(PASSAGE_KINDS.map((kind: PassageKind) => word(kindWord(kind)))),
    ),
  );
  const json = keep(async (name: string): Promise<unknown> => JSON.parse(await text(name)));

  return {
    meta,
    postings: (sought, initialOnly = false) => character(initialOnly ? `^${sought}` : sought),
    passages: () => table('passages'),
    record: keep(async (number: number) => {
      const known = meta.records[number];
      if (known === undefined) throw new RangeError(`The index has no section ${number}.`);
      const bytes = withoutMagic(await read(`fragment/${known.fragment}.pf_fragment`));
      // The build wrote it, and read the index back.
      return JSON.parse(new TextDecoder().decode(bytes)) as SectionRecord;
    }),
    json,
    // Written by `writeFold` in the same build.
    fold: async () => readFold((await json('fold.json')) as FoldFile),
  };
}
