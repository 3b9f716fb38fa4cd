import { at } from '../../lib/address.ts';
import type { SearchService, WorkerAnswer, WorkerQuestion } from './messages.ts';
import { failureFrom, failureKind, SearchFailure } from './search-failure.ts';

type Question = WorkerQuestion extends infer Each
  ? Each extends WorkerQuestion
    ? Omit<Each, 'id' | 'folder'>
    : never
  : never;

interface Waiting {
  readonly question: Question;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: SearchFailure) => void;
}

const folder = (): string => new URL(at('pagefind/'), location.href).href;

/** The same search in the page itself, for browsers that refuse workers: typing may stutter, but it finds. */
async function askHere(question: Question): Promise<unknown> {
  const { openLocalSearch } = await import('./local-search.ts');
  local ??= openLocalSearch(folder());
  switch (question.ask) {
    case 'search':
      return local.search(question.request);
    case 'facets':
      return local.facets(question.request);
    case 'suggest':
      return local.suggest(question.typed, question.limit);
  }
}

let local: SearchService | undefined;
let worker: Worker | undefined;
let isRefused = false;
let lastId = 0;
const waiting = new Map<number, Waiting>();

function answerHere({ question, resolve, reject }: Waiting): void {
  askHere(question).then(resolve, (error: unknown) => reject(new SearchFailure(failureKind(error), error)));
}

/** A worker that could not start: everything asked so far is answered in the page. */
function refuse(): void {
  isRefused = true;
  worker?.terminate();
  worker = undefined;
  for (const [id, question] of waiting) {
    waiting.delete(id);
    answerHere(question);
  }
}

function receive(event: MessageEvent<WorkerAnswer>): void {
  const asked = waiting.get(event.data.id);
  if (asked === undefined) return;
  waiting.delete(event.data.id);
  if ('failure' in event.data) asked.reject(failureFrom(event.data.failure));
  else asked.resolve(event.data.value);
}

function start(): Worker | undefined {
  if (worker !== undefined || isRefused) return worker;
  try {
    worker = new Worker(new URL('worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', receive);
    worker.addEventListener('error', refuse);
  } catch {
    refuse();
  }
  return worker;
}

async function ask(question: Question): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const entry: Waiting = { question, resolve, reject };
    const running = start();
    if (running === undefined) {
      answerHere(entry);
      return;
    }
    lastId += 1;
    waiting.set(lastId, entry);
    running.postMessage({ ...question, id: lastId, folder: folder() });
  });
}

/** Searches of this page, in a worker. Rejects with `SearchFailure`; never answers with an empty list instead. */
export const searchClient: SearchService = {
  // What comes back from the worker has lost its type; the service answers each question with its own.
  search: async (request) =>
    (await ask({ ask: 'search', request })) as Awaited<ReturnType<SearchService['search']>>,
  facets: async (request) =>
    (await ask({ ask: 'facets', request })) as Awaited<ReturnType<SearchService['facets']>>,
  suggest: async (typed, limit) =>
    (await ask({ ask: 'suggest', typed, limit })) as Awaited<ReturnType<SearchService['suggest']>>,
};
