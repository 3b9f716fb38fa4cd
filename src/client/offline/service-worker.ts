/**
 * Keeps the reports that its own address names (`sw.js?reports=a,b`), with the search and what all pages share. It is
 * registered only when a reader asks for it. A new edition is fetched whole before it takes the place of the old one, and
 * only when the reader says so. `scripts/offline/` bundles it and writes the lists of files that it loads.
 */
import { clientsClaim } from 'workbox-core';
import { addPlugins, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { reportsOfWorker, TAKE_OVER, type OfflineFailure, type OfflineMessage } from '../../lib/offline.ts';

/** What is used of the scope of a service worker, whose types exclude those of pages. */
interface Scope {
  importScripts(...addresses: readonly string[]): void;
  skipWaiting(): Promise<void>;
  readonly clients: {
    matchAll(options: {
      readonly includeUncontrolled: boolean;
    }): Promise<readonly { postMessage(message: OfflineMessage): void }[]>;
  };
  /** Filled by the scripts that list files. */
  offlineFiles?: { readonly url: string; readonly revision: string }[];
}
const scope = self as unknown as Scope;

scope.importScripts(
  'offline-files.js',
  ...reportsOfWorker(location.href).map((id) => `${id}/offline-files.js`),
);
const files = scope.offlineFiles ?? [];

async function tell(message: OfflineMessage): Promise<void> {
  for (const client of await scope.clients.matchAll({ includeUncontrolled: true }))
    client.postMessage(message);
}

function failureOf(error: Error): OfflineFailure {
  if (error.name === 'QuotaExceededError') return 'storage';
  return error.name === 'bad-precaching-response' ? 'missing' : 'network';
}

let done = 0;
addPlugins([
  {
    handlerDidComplete: async ({ event, error }) => {
      if (event?.type !== 'install' || error) return;
      done += 1;
      await tell({ kind: 'progress', done, total: files.length });
    },
    handlerDidError: async ({ event, error }) => {
      if (event?.type === 'install') await tell({ kind: 'failure', failure: failureOf(error) });
      return undefined;
    },
  },
]);
// The same page whatever stands behind `?`: the search page reads its question there.
precacheAndRoute(files, { ignoreURLParametersMatching: [/./u], cleanURLs: false });
registerRoute(
  new NavigationRoute(async ({ request }) => {
    try {
      return await fetch(request);
    } catch {
      return (await matchPrecache('offline/')) ?? Response.error();
    }
  }),
);
clientsClaim();
addEventListener('message', (event) => {
  if (event.data === TAKE_OVER) void scope.skipWaiting();
});
