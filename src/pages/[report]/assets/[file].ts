/** The pictures of a report, byte for byte from its content folder. */
import type { APIRoute } from 'astro';
import { listPictures, readPicture } from '../../../queries/pictures.ts';
import { loadReports } from '../../../queries/reports.ts';

export async function getStaticPaths() {
  const paths = [];
  for (const { id } of await loadReports()) {
    paths.push(...(await listPictures(id)).map((file) => ({ params: { report: id, file } })));
  }
  return paths;
}

export const GET: APIRoute = async ({ params: { report = '', file = '' } }) =>
  new Response(await readPicture(report, file), { headers: { 'content-type': 'image/webp' } });
