/** Every passage of a report, one a line. */
import type { APIRoute } from 'astro';
import { corpusLines } from '../../lib/data/report-file.ts';
import { loadBook } from '../../queries/book.ts';
import { reportPaths, type LoadedReport } from '../../queries/reports.ts';

export const getStaticPaths = reportPaths;

export const GET: APIRoute<{ report: LoadedReport }> = async ({ props, site }) => {
  const lines = corpusLines(await loadBook(props.report), site);
  return new Response(lines.map((line) => `${JSON.stringify(line)}\n`).join(''), {
    headers: { 'content-type': 'application/jsonl; charset=utf-8' },
  });
};
