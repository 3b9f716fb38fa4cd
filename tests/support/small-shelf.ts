import { createSearchEngine, type SearchEngine } from '../../src/lib/search/engine.ts';
import type { PassageKind, SearchAnswer, SearchFilters, SectionRecord } from '../../src/lib/search/model.ts';
import type { SearchIndex } from '../../src/lib/search/search-index.ts';
import { memoryIndex } from './memory-index.ts';
import { searchAids } from './search-aids.ts';

type Aids = Parameters<typeof searchAids>[0];

/** A section of a chapter `report/chapter` with passages `kind:text`. */
export function section(chapter: string, ...passages: readonly string[]): SectionRecord {
  const [report = ''] = chapter.split('/');
  return {
    url: `${chapter}/`,
    report,
    reportTitle: `Report ${report}`,
    chapter,
    chapterTitle: `Chapter ${chapter}`,
    heading: `Heading ${chapter}`,
    passages: passages.map((written, at) => {
      const [kind, text] = written.split(':') as [PassageKind, string];
      return { id: `${chapter}-${at}`, kind, text, label: String(at + 10) };
    }),
  };
}

/** Two reports with three chapters. */
export const SECTIONS = [
  section('a/one', 'heading:水印的标准', 'text:模型的水印', 'figure:图 1 水印'),
  section('a/two', 'text:模型', 'text:治理'),
  section('b/one', 'text:水印与治理', 'viewpoint:水印'),
];
const RANGES: Readonly<Record<string, unknown>> = {
  'reports.json': [
    { id: 'a', title: 'Report a', from: 0, to: 2 },
    { id: 'b', title: 'Report b', from: 2, to: 3 },
  ],
  'chapters.json': [
    { id: 'a/one', title: 'Chapter a/one', from: 0, to: 1 },
    { id: 'a/two', title: 'Chapter a/two', from: 1, to: 2 },
    { id: 'b/one', title: 'Chapter b/one', from: 2, to: 3 },
  ],
};

/** An index in memory that knows the reports and chapters of SECTIONS. */
export function indexOf(sections: readonly SectionRecord[]): SearchIndex {
  return { ...memoryIndex(sections), json: async (name) => Promise.resolve(RANGES[name]) };
}
/** The search over these sections. */
export function engineOf(aids: Aids = {}, sections: readonly SectionRecord[] = SECTIONS): SearchEngine {
  return createSearchEngine(indexOf(sections), searchAids(aids));
}
/** The answer over SECTIONS. */
export async function search(
  text: string,
  filters: SearchFilters = {},
  aids: Aids = {},
): Promise<SearchAnswer> {
  return engineOf(aids).search({ text, filters, offset: 0, limit: 100 });
}
/** Ids of the results, best first. */
export const ids = ({ results }: SearchAnswer): readonly string[] => results.map(({ id }) => id);
