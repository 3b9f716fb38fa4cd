/** The whole report as a book for reading programs. */
import type { APIRoute } from 'astro';
import { loadEpub } from '../queries/epub.ts';
import { reportPaths, type LoadedReport } from '../queries/reports.ts';

export const getStaticPaths = reportPaths;

export const GET: APIRoute<{ report: LoadedReport }> = async ({ props, site }) =>
  new Response(await loadEpub(props.report, site), { headers: { 'content-type': 'application/epub+zip' } });
