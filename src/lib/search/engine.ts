import { makeExcerpt, type Span } from './excerpt.ts';
import type { SearchAids } from './lexicon.ts';
import type {
  FacetCount,
  Passage,
  SearchAnswer,
  SearchFacets,
  SearchFilters,
  SearchRequest,
  SearchResult,
} from './model.ts';
import { PASSAGE_KINDS } from './model.ts';
import { normaliseText } from './normalise.ts';
import { parseQuery } from './query.ts';
import { rankMatches, type RankedMatch } from './rank.ts';
import { resolveQuery, resolveTools, type Resolution } from './resolve.ts';
import type { SearchIndex } from './search-index.ts';
import { rangesOf, recordsOf } from './record-ranges.ts';

/** Thrown where index and text of a passage are not of one build: the site was published anew while the page was open. */
export class IndexMismatchError extends Error {
  override readonly name = 'IndexMismatchError';
}

type Ranked = Omit<Resolution, 'matches'> & {
  readonly ranked: readonly RankedMatch[];
  readonly isEmpty: boolean;
};

/** Answers searches over one index. The same request gives the same answer, whatever was asked before. */
export interface SearchEngine {
  search(request: SearchRequest): Promise<SearchAnswer>;
  facets(request: Omit<SearchRequest, 'offset' | 'limit'>): Promise<SearchFacets>;
}

/** True for matches that pass the filters; `skip` names one filter that is not applied. */
async function filterMatches(
  index: SearchIndex,
  matches: readonly RankedMatch[],
  filters: SearchFilters,
  skip?: keyof SearchFilters,
): Promise<readonly RankedMatch[]> {
  let kept = matches;
  for (const name of ['report', 'chapter'] as const) {
    const value = filters[name];
    if (value === undefined || name === skip) continue;
    const isOfIt = await recordsOf(index, name, value);
    kept = kept.filter(({ record }) => isOfIt(record));
  }
  return filters.kind === undefined || skip === 'kind'
    ? kept
    : kept.filter(({ kind }) => kind === filters.kind);
}

/** Places of the matched phrases in the displayed text; verified character by character. */
async function locate(
  index: SearchIndex,
  match: RankedMatch,
  passage: Passage,
): Promise<readonly (readonly Span[])[]> {
  let text = normaliseText(passage.text);
  const agrees = (): boolean =>
    match.found.every(({ term, hit }) =>
      hit.offsets.every((offset) =>
        term.characters.every((character, at) => text.characters[offset + at] === character),
      ),
    );
  if (!agrees()) text = normaliseText(passage.text, await index.fold());
  if (!agrees()) throw new IndexMismatchError(`Passage ${passage.id} is not the one that was indexed.`);
  return match.found.map(({ term, hit }) =>
    hit.offsets.map((offset) => ({
      start: text.starts[offset] ?? 0,
      end: text.ends[offset + term.characters.length - 1] ?? 0,
    })),
  );
}

/** One occurrence of each word, close to the others: that nearest to the first word's first. */
function mustShow(places: readonly (readonly Span[])[]): readonly Span[] {
  const anchor = places[0]?.[0];
  if (anchor === undefined) return [];
  const away = (span: Span): number => Math.abs(span.start - anchor.start);
  return places.map((spans) => spans.reduce((best, span) => (away(span) < away(best) ? span : best)));
}

async function present(
  index: SearchIndex,
  match: RankedMatch,
  answerPhrases: readonly string[],
): Promise<SearchResult> {
  const table = await index.passages();
  const record = await index.record(match.record);
  const passage = record.passages[match.passage - (table.firstOf[match.record] ?? 0)];
  if (passage === undefined) throw new IndexMismatchError('A passage is missing from its section.');
  const places = await locate(index, match, passage);
  return {
    url: record.url,
    id: passage.id,
    kind: passage.kind,
    match: match.match,
    report: record.report,
    reportTitle: record.reportTitle,
    chapterTitle: record.chapterTitle,
    heading: record.heading,
    ...(passage.label === undefined ? {} : { label: passage.label }),
    excerpt: makeExcerpt(passage.text, places.flat(), mustShow(places)),
    phrases: answerPhrases,
  };
}

/** All phrases that led to results, so that the page marks what its other passages hold, too. */
function phrasesOf(matches: readonly RankedMatch[]): readonly string[] {
  return [...new Set(matches.flatMap(({ found }) => found.map(({ term }) => term.written)))].sort();
}

function count<Value>(values: Iterable<Value>): ReadonlyMap<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Counts of a record filter, in the order of the site, with the names that readers know. */
async function countRecords(
  index: SearchIndex,
  name: 'report' | 'chapter',
  matches: readonly RankedMatch[],
): Promise<readonly FacetCount[]> {
  const ranges = await rangesOf(index, name);
  const counts = ranges.map(({ id, title, from, to }) => ({
    value: id,
    label: title,
    count: matches.filter(({ record }) => from <= record && record < to).length,
  }));
  return counts.filter(({ count: total }) => total > 0);
}

/** Makes an engine over an opened index. */
export function createSearchEngine(index: SearchIndex, aids: SearchAids): SearchEngine {
  const tools = resolveTools(index, aids);

  async function rank({ text, firstReport }: Pick<SearchRequest, 'text' | 'firstReport'>): Promise<Ranked> {
    const query = parseQuery(text);
    const isEmpty = query.wanted.length === 0;
    if (isEmpty) return { mode: 'none', ranked: [], replacements: [], dropped: [], isEmpty };
    const { matches, ...rest } = await resolveQuery(tools, query);
    const isFirst = firstReport === undefined ? () => true : await recordsOf(index, 'report', firstReport);
    const ranked = rankMatches(matches, await index.passages(), isFirst);
    return { ...rest, ranked, isEmpty };
  }

  return {
    search: async (request) => {
      const { ranked, isEmpty, mode, replacements, dropped } = await rank(request);
      const kept = await filterMatches(index, ranked, request.filters);
      const shown = kept.slice(request.offset, request.offset + request.limit);
      const phrases = phrasesOf(kept);
      return {
        mode: isEmpty ? 'empty' : mode,
        total: kept.length,
        exactTotal: kept.filter(({ match }) => match === 'exact').length,
        results: await Promise.all(shown.map(async (match) => present(index, match, phrases))),
        replacements,
        dropped,
      };
    },
    facets: async (request) => {
      const { ranked } = await rank(request);
      const { filters } = request;
      const kinds = count((await filterMatches(index, ranked, filters, 'kind')).map(({ kind }) => kind));
      // A chapter belongs to one report: choosing another report gives it up.
      const ofAnyReport = filters.kind === undefined ? {} : { kind: filters.kind };
      const forReports = await filterMatches(index, ranked, ofAnyReport);
      return {
        reports: await countRecords(index, 'report', forReports),
        chapters: await countRecords(
          index,
          'chapter',
          await filterMatches(index, ranked, filters, 'chapter'),
        ),
        kinds: PASSAGE_KINDS.flatMap((kind) => {
          const total = kinds.get(kind) ?? 0;
          return total === 0 ? [] : [{ value: kind, label: kind, count: total }];
        }),
      };
    },
  };
}
