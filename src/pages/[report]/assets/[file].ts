/** The pictures of a report, byte for byte from its content folder. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { loadReports } from '../../../queries/reports.ts';

const root = `${process.env['CONTENT_DIR'] ?? 'content'}/reports`;

export async function getStaticPaths() {
  const paths = [];
  for (const { id } of await loadReports()) {
    const folder = join(root, id, 'figures');
    const files = await readdir(folder).catch(() => []);
    paths.push(
      ...files.map((file) => ({ params: { report: id, file }, props: { path: join(folder, file) } })),
    );
  }
  return paths;
}

export const GET: APIRoute<{ path: string }> = async ({ props }) =>
  new Response(await readFile(props.path), { headers: { 'content-type': 'image/webp' } });
