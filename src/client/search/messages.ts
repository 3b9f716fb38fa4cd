import type { SearchAnswer, SearchFacets, SearchRequest, Suggestion } from '../../lib/search/model.ts';

/** What can be asked; the same in a worker and in the page. */
export interface SearchService {
  search(request: SearchRequest): Promise<SearchAnswer>;
  facets(request: FacetRequest): Promise<SearchFacets>;
  suggest(typed: string, limit: number): Promise<readonly Suggestion[]>;
}

export type FacetRequest = Omit<SearchRequest, 'offset' | 'limit'>;

/** A question to the worker; `folder` is the absolute address of the index, ending in a slash. */
export type WorkerQuestion = { readonly id: number; readonly folder: string } & (
  | { readonly ask: 'search'; readonly request: SearchRequest }
  | { readonly ask: 'facets'; readonly request: FacetRequest }
  | { readonly ask: 'suggest'; readonly typed: string; readonly limit: number }
);

/** Its answer. `failure` is the name of the error: see `search-failure.ts`. */
export type WorkerAnswer =
  { readonly id: number; readonly value: unknown } | { readonly id: number; readonly failure: string };
