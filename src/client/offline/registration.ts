import { at } from '../../lib/address.ts';
import {
  offlineCacheName,
  reportsOfWorker,
  TAKE_OVER,
  workerAddress,
  type OfflineFailure,
  type OfflineMessage,
} from '../../lib/offline.ts';

/** A copy could not be made. */
export class OfflineError extends Error {
  readonly failure: OfflineFailure;
  constructor(failure: OfflineFailure) {
    super(failure);
    this.failure = failure;
  }
}

/** A worker's end and its last message, which says why, come by two ways; the message is given this long to arrive. */
const REASON_MILLISECONDS = 500;

/** How many of the files are here. */
export type OnProgress = (done: number, total: number) => void;

const isSupported = (): boolean => 'serviceWorker' in navigator && 'caches' in globalThis;

/** The registration of this site's service worker, if the reader ever asked for a copy. */
export async function offlineRegistration(): Promise<ServiceWorkerRegistration | undefined> {
  if (!isSupported()) return undefined;
  const scope = new URL(at(''), location.href).href;
  const registration = await navigator.serviceWorker.getRegistration(scope).catch(() => undefined);
  return registration?.scope === scope ? registration : undefined;
}

/** The reports that can be read without a network, by id. */
export async function savedReports(): Promise<readonly string[]> {
  const active = (await offlineRegistration())?.active;
  return active ? reportsOfWorker(active.scriptURL) : [];
}

/** Resolves when `worker` is in charge. @throws OfflineError where it could not fetch everything */
async function takeOver(worker: ServiceWorker, onProgress: OnProgress): Promise<void> {
  let failure: OfflineFailure = 'network';
  const receive = ({ data }: MessageEvent<OfflineMessage>): void => {
    if (data.kind === 'progress') onProgress(data.done, data.total);
    else failure = data.failure;
  };
  navigator.serviceWorker.addEventListener('message', receive);
  try {
    await new Promise<void>((resolve, reject) => {
      const look = (): void => {
        if (worker.state === 'installed') worker.postMessage(TAKE_OVER);
        if (worker.state === 'activated') resolve();
        if (worker.state === 'redundant')
          setTimeout(() => reject(new OfflineError(failure)), REASON_MILLISECONDS);
      };
      worker.addEventListener('statechange', look);
      look();
    });
  } finally {
    navigator.serviceWorker.removeEventListener('message', receive);
  }
}

/** Where the browser knows how much room there is. */
async function hasRoomFor(bytes: number): Promise<boolean> {
  const room = await navigator.storage?.estimate?.().catch(() => undefined);
  return room?.quota === undefined || room.quota - (room.usage ?? 0) >= bytes;
}

async function keepExactly(reports: readonly string[], onProgress: OnProgress): Promise<void> {
  const address = workerAddress(at(''), reports);
  const registration = await navigator.serviceWorker
    .register(address, { scope: at(''), updateViaCache: 'none' })
    .catch(() => {
      throw new OfflineError(navigator.onLine ? 'missing' : 'network');
    });
  const worker = registration.installing ?? registration.waiting;
  if (!worker) return;
  try {
    await takeOver(worker, onProgress);
  } catch (error) {
    // Half a copy is none: nothing stays that the reader does not know of.
    if (!registration.active) await caches.delete(offlineCacheName(registration.scope));
    throw error;
  }
}

/**
 * Keeps a report on this device, beside those that are kept already.
 * @param bytes what it will take
 * @throws OfflineError
 */
export async function saveReport(report: string, bytes: number, onProgress: OnProgress): Promise<void> {
  if (!isSupported()) throw new OfflineError('unsupported');
  if (!(await hasRoomFor(bytes))) throw new OfflineError('storage');
  // Asks that the browser does not throw the copy away by itself; it is kept either way.
  void navigator.storage?.persist?.().catch(() => false);
  await keepExactly([...(await savedReports()), report], onProgress);
}

/** Takes a report from this device; with the last one goes everything that was kept for reading offline. */
export async function removeReport(report: string): Promise<void> {
  const others = (await savedReports()).filter((id) => id !== report);
  if (others.length > 0) return keepExactly(others, () => {});
  const registration = await offlineRegistration();
  if (!registration) return;
  await registration.unregister();
  await caches.delete(offlineCacheName(registration.scope));
}
