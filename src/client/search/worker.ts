import { openLocalSearch } from './local-search.ts';
import type { SearchService, WorkerAnswer, WorkerQuestion } from './messages.ts';
import { failureKind } from './search-failure.ts';

const services = new Map<string, SearchService>();

function serviceFor(folder: string): SearchService {
  const known = services.get(folder) ?? openLocalSearch(folder);
  services.set(folder, known);
  return known;
}

async function answer(question: WorkerQuestion): Promise<unknown> {
  const service = serviceFor(question.folder);
  switch (question.ask) {
    case 'search':
      return service.search(question.request);
    case 'facets':
      return service.facets(question.request);
    case 'suggest':
      return service.suggest(question.typed, question.limit);
  }
}

addEventListener('message', (event: MessageEvent<WorkerQuestion>) => {
  const { id } = event.data;
  answer(event.data).then(
    (value) => postMessage({ id, value } satisfies WorkerAnswer),
    (error: unknown) => postMessage({ id, failure: failureKind(error) } satisfies WorkerAnswer),
  );
});
