import type { AliasGroups } from './aliases.ts';
import type { PinyinTable } from './pinyin.ts';
import type { RegionalNames } from './regional.ts';
import type { SearchIndex } from './search-index.ts';

/** `lexicon.json`: what can be suggested. */
export interface Lexicon {
  /** Terms and the number of passages that hold each, the most useful first. */
  readonly terms: readonly (readonly [text: string, passages: number])[];
  /** Headings in reading order. */
  readonly headings: readonly string[];
}

/** Files beside the index that make search helpful; search is exact without them, so a missing one counts as empty. */
export interface SearchAids {
  aliases(): Promise<AliasGroups>;
  lexicon(): Promise<Lexicon>;
  pinyin(): Promise<PinyinTable>;
  regional(): Promise<RegionalNames>;
}

/** Aids in the index folder. */
export function indexAids(index: SearchIndex): SearchAids {
  const optional = async <Value>(name: string, empty: Value): Promise<Value> => {
    try {
      // The build wrote the file, in the form that the caller names.
      return (await index.json(name)) as Value;
    } catch {
      return empty;
    }
  };
  return {
    aliases: async () => optional<AliasGroups>('aliases.json', []),
    lexicon: async () => optional<Lexicon>('lexicon.json', { terms: [], headings: [] }),
    pinyin: async () => optional<PinyinTable>('pinyin.json', {}),
    regional: async () => optional<RegionalNames>('regional.json', []),
  };
}
