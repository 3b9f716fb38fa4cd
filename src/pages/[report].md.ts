/** The whole report as one Markdown file. */
import type { APIRoute } from 'astro';
import { reportMarkdown } from '../lib/markdown/write-markdown.ts';
import { loadBook } from '../queries/book.ts';
import { reportPaths, type LoadedReport } from '../queries/reports.ts';

export const getStaticPaths = reportPaths;

export const GET: APIRoute<{ report: LoadedReport }> = async ({ props, site }) =>
  new Response(reportMarkdown(await loadBook(props.report), site), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
