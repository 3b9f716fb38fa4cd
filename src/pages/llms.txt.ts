/** What the site has, for language models and those who feed them. */
import type { APIRoute } from 'astro';
import { llmsText } from '../lib/markdown/llms-text.ts';
import { loadBooks } from '../queries/book.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(llmsText(await loadBooks(), site), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
