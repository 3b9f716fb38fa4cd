/** Every page that has a lasting address. Absolute where SITE is set, as the protocol asks; else below the base. */
import type { APIRoute } from 'astro';
import { at, chapterAddress, reportAddress, viewpointAddress, viewpointsAddress } from '../lib/address.ts';
import { loadReports } from '../queries/reports.ts';

export const GET: APIRoute = async ({ site }) => {
  const addresses = (await loadReports()).flatMap(({ id, chapters, viewpoints }) => {
    const exhibits = chapters.flatMap((chapter) => chapter.data.exhibits);
    return [
      reportAddress(id),
      ...chapters.map((chapter) => chapterAddress(id, chapter.data.slug)),
      ...(viewpoints.length > 0 ? [viewpointsAddress(id)] : []),
      ...viewpoints.map((viewpoint) => viewpointAddress(id, viewpoint.data.number)),
      ...(['figure', 'table'] as const)
        .filter((kind) => exhibits.some((exhibit) => exhibit.kind === kind))
        .map((kind) => at(`${id}/${kind}s/`)),
      at(`${id}/source/`),
    ];
  });
  const entries = addresses.map(
    (address) => `<url><loc>${site ? new URL(address, site).href : address}</loc></url>`,
  );
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</urlset>\n`;
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
