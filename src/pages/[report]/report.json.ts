/** A report as a document for machines. */
import type { APIRoute } from 'astro';
import { reportFileText } from '../../lib/data/report-file.ts';
import { loadBook } from '../../queries/book.ts';
import { reportPaths, type LoadedReport } from '../../queries/reports.ts';

export const getStaticPaths = reportPaths;

export const GET: APIRoute<{ report: LoadedReport }> = async ({ props, site }) =>
  new Response(reportFileText(await loadBook(props.report), site), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
