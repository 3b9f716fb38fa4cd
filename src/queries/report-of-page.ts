import type { APIContext } from 'astro';

/**
 * The id of the report that the page is about: as its address names it, or as the page says itself (the home page of a
 * shelf with one report). '' on pages about none.
 */
export function reportOfPage({ locals, params }: Pick<APIContext, 'locals' | 'params'>): string {
  return locals.report ?? params['report'] ?? '';
}
