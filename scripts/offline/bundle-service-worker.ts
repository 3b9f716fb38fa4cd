import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const SOURCE = fileURLToPath(new URL('../../src/client/offline/service-worker.ts', import.meta.url));

/** Writes the service worker with what it uses of Workbox as one script: it must stand at the top of the site, under one name. */
export async function bundleServiceWorker(target: string): Promise<void> {
  const bundle = await rolldown({
    input: SOURCE,
    platform: 'browser',
    // Workbox talks to developers in any other case.
    transform: { define: { 'process.env.NODE_ENV': "'production'" } },
  });
  await bundle.write({ file: target, format: 'iife', minify: true });
  await bundle.close();
}
