import type { SearchAids } from '../../src/lib/search/lexicon.ts';
import type { AliasGroups } from '../../src/lib/search/aliases.ts';
import type { PinyinTable } from '../../src/lib/search/pinyin.ts';
import type { RegionalNames } from '../../src/lib/search/regional.ts';
import type { SectionRecord } from '../../src/lib/search/model.ts';

interface Aids {
  readonly aliases?: AliasGroups;
  readonly terms?: readonly (readonly [text: string, passages: number])[];
  readonly headings?: readonly string[];
  readonly pinyin?: PinyinTable;
  readonly regional?: RegionalNames;
}

/** Aids with what a test names, the rest empty. */
export function searchAids({
  aliases = [],
  terms = [],
  headings = [],
  pinyin = {},
  regional = [],
}: Aids): SearchAids {
  return {
    aliases: async () => Promise.resolve(aliases),
    lexicon: async () => Promise.resolve({ terms, headings }),
    pinyin: async () => Promise.resolve(pinyin),
    regional: async () => Promise.resolve(regional),
  };
}

/** A section for each list of paragraphs, all of one chapter. */
export function textSections(...sections: readonly (readonly string[])[]): readonly SectionRecord[] {
  return sections.map((texts, section) => ({
    url: 'r/c/',
    report: 'r',
    reportTitle: 'R',
    chapter: 'c',
    chapterTitle: 'C',
    heading: `H${section}`,
    passages: texts.map((text, at) => ({ id: `p${section}-${at}`, kind: 'text' as const, text })),
  }));
}
