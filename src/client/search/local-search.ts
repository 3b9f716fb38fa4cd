import { createSearchEngine, type SearchEngine } from '../../lib/search/engine.ts';
import { indexAids, type SearchAids } from '../../lib/search/lexicon.ts';
import { openSearchIndex, type ReadIndexFile } from '../../lib/search/search-index.ts';
import { suggest } from '../../lib/search/suggest.ts';
import type { SearchService } from './messages.ts';
import { SearchFailure } from './search-failure.ts';

const GZIP = [0x1f, 0x8b] as const;

/** Index files are compressed whatever the host does; one that a host has already unpacked is taken as it is. */
async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (bytes[0] !== GZIP[0] || bytes[1] !== GZIP[1]) return bytes;
  if (typeof DecompressionStream === 'undefined') throw new SearchFailure('unsupported');
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function reader(folder: string): ReadIndexFile {
  return async (name) => {
    let response: Response;
    try {
      response = await fetch(new URL(name, folder));
    } catch (error) {
      throw new SearchFailure('network', error);
    }
    if (!response.ok) throw new SearchFailure('missing');
    return unpack(new Uint8Array(await response.arrayBuffer()));
  };
}

interface Opened {
  readonly engine: SearchEngine;
  readonly aids: SearchAids;
}

/** Searches the index in a folder from where it runs: a worker, or the page where workers are refused. */
export function openLocalSearch(folder: string): SearchService {
  let opened: Promise<Opened> | undefined;
  const open = async (): Promise<Opened> => {
    opened ??= openSearchIndex(reader(folder)).then((index) => {
      const aids = indexAids(index);
      return { engine: createSearchEngine(index, aids), aids };
    });
    try {
      return await opened;
    } catch (error) {
      opened = undefined;
      throw error;
    }
  };
  return {
    search: async (request) => (await open()).engine.search(request),
    facets: async (request) => (await open()).engine.facets(request),
    suggest: async (typed, limit) => suggest((await open()).aids, typed, limit),
  };
}
