/** The text of all reports in one file. */
import type { APIRoute } from 'astro';
import { llmsFullText } from '../lib/markdown/llms-text.ts';
import { loadBooks } from '../queries/book.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(llmsFullText(await loadBooks(), site), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
