/** What a phone needs to keep the site among its apps. */
import type { APIRoute } from 'astro';
import { at } from '../lib/address.ts';
import { APP_ICONS } from '../lib/app-icons.ts';
import { SITE_NAME } from '../lib/site.ts';
import { loadReports } from '../queries/reports.ts';

export const GET: APIRoute = async () => {
  const reports = await loadReports();
  const [only] = reports;
  const manifest = {
    name: only && reports.length === 1 ? only.data.title : SITE_NAME,
    short_name: SITE_NAME,
    lang: 'zh-CN',
    start_url: at(''),
    scope: at(''),
    display: 'minimal-ui',
    background_color: '#fbfaf7',
    theme_color: '#fbfaf7',
    icons: APP_ICONS.map(({ file, size, purpose }) => ({
      src: at(`icons/${file}.png`),
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose,
    })),
  };
  return new Response(JSON.stringify(manifest), { headers: { 'content-type': 'application/manifest+json' } });
};
