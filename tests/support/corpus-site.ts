import { inject } from 'vitest';
import type { TestSite } from './built-site-setup.ts';

/** Whether real reports lie beside the project on this machine. */
export const hasCorpus = inject('corpusSite') !== null;

/**
 * The site of the real reports.
 * @throws Error where they are here but could not be ingested or built.
 */
export function corpusSite(): TestSite {
  const site = inject('corpusSite');
  if (site === null) throw new Error('There are no real reports on this machine.');
  if ('failure' in site) throw new Error(site.failure);
  return site;
}
