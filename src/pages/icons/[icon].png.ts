/** The icons of the site as an app, drawn from the one of its tabs. */
import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import sharp from 'sharp';
import { APP_ICONS, SAFE_SHARE, type AppIcon } from '../../lib/app-icons.ts';

/** The ground of the drawing, which runs on to the edges of an icon that may be cut. */
const GROUND = '#0a5c69';
/** Side of the drawing in its own units, and the resolution at which one unit is one pixel. */
const UNITS = 32;
const DOTS_PER_INCH = 72;

export const getStaticPaths = () => APP_ICONS.map((icon) => ({ params: { icon: icon.file }, props: icon }));

export const GET: APIRoute<AppIcon> = async ({ props: { size, purpose } }) => {
  const drawing = await readFile('public/favicon.svg');
  const inner = purpose === 'maskable' ? Math.round(size * SAFE_SHARE) : size;
  const icon = sharp(drawing, { density: (DOTS_PER_INCH * inner) / UNITS }).resize(inner, inner);
  const before = Math.floor((size - inner) / 2);
  const after = size - inner - before;
  const edges = { top: before, left: before, bottom: after, right: after, background: GROUND };
  const png = purpose === 'maskable' ? icon.flatten({ background: GROUND }).extend(edges) : icon;
  return new Response(new Uint8Array(await png.png().toBuffer()), {
    headers: { 'content-type': 'image/png' },
  });
};
