import { globSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

export interface DevSearchFolders {
  /** The site that `npm run build` made last; its `pagefind/` need not be there yet. */
  readonly siteFolder: string;
  readonly contentFolder: string;
}

/** The state of the index beside the content: not there, made before the content changed, or made after. */
export type IndexAge = 'missing' | 'older' | 'current';

/** What of Astro's development server is used. */
export interface DevServer {
  readonly config: { readonly base: string };
  readonly middlewares: { use(path: string, handle: Handle): unknown };
}
type Handle = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

interface Logger {
  info(message: string): void;
  warn(message: string): void;
}

/** What a search loads first, and what a build writes anew each time. */
const FIRST_FILE = 'pagefind-entry.json';

/** What is said in the terminal; each says what to do, too. */
const SENTENCES: Readonly<Record<IndexAge, string>> = {
  missing:
    'Search has no index yet. "npm run build" makes one, in another terminal too; then load the page again.',
  older:
    'Search finds the content as it was when the site was built last; it has changed since. "npm run build" renews the index.',
  current: 'Search uses the index of the last build.',
};

/**
 * Makes search work under `astro dev`, which builds no index of its own: the files of the last build are served at the address at
 * which a built site has them. The terminal says at the start, and at the first search after a change, how old they are.
 */
export function devSearch(folders: DevSearchFolders) {
  return {
    name: 'dev-search',
    hooks: {
      'astro:server:setup': ({ server, logger }: { server: DevServer; logger: Logger }): void => {
        let said: IndexAge | undefined;
        const tell = (): void => {
          const age = indexAge(folders);
          if (age === said) return;
          said = age;
          if (age === 'current') logger.info(SENTENCES[age]);
          else logger.warn(SENTENCES[age]);
        };
        tell();
        const path = `${server.config.base.replace(/\/+$/u, '')}/pagefind`;
        server.middlewares.use(path, serveIndex(join(folders.siteFolder, 'pagefind'), tell));
      },
    },
  };
}

/** Answers 404 for what is not there: Astro would render its page for that, and the search take it for a file. */
function serveIndex(folder: string, onSearch: () => void): Handle {
  const files = sirv(folder, { dev: true, etag: true });
  return (request, response) => {
    if (request.url?.startsWith(`/${FIRST_FILE}`)) onSearch();
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain;charset=utf-8' });
      response.end(SENTENCES.missing);
    });
  };
}

/** Compares when the index was made with when content last changed. Sources do not count, only what was made of them. */
export function indexAge({ siteFolder, contentFolder }: DevSearchFolders): IndexAge {
  const index = statSync(join(siteFolder, 'pagefind', FIRST_FILE), { throwIfNoEntry: false });
  if (index === undefined) return 'missing';
  // Folders too: a chapter that was taken away changes its folder only.
  const exclude = (name: string): boolean => /(?:^|[\\/])(?:sources|\.[^\\/]*)$/u.test(name);
  const changed = globSync('**', { cwd: contentFolder, exclude }).map(
    (path) => statSync(join(contentFolder, path), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  return changed.some((time) => time > index.mtimeMs) ? 'older' : 'current';
}
