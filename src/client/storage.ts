import type { KeptKey } from '../lib/kept.ts';

/**
 * Keeps `value` on this device under a key that `src/lib/kept.ts` lists; null forgets it. Storage may be closed (private mode,
 * embedded browsers) or full.
 * @returns whether it is kept now. Where the reader is not waiting for it, the page works on without memory.
 */
export function remember(key: KeptKey, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/** What is kept under `key`; null where there is nothing, or storage is closed. */
export function recall(key: KeptKey): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
