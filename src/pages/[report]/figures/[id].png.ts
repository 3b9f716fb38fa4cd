/** The picture of a figure to be taken along: what it shows and where it comes from is in the file. PNG opens everywhere. */
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import sharp from 'sharp';
import { formatNumeric } from '../../../lib/citation/gbt7714.ts';
import { figureXmp } from '../../../lib/figure-metadata.ts';
import { citableGroups } from '../../../queries/citations.ts';
import { figureFiles } from '../../../queries/exhibit-files.ts';

interface Props {
  readonly path: string;
  readonly xmp: string;
}

const root = `${process.env['CONTENT_DIR'] ?? 'content'}/reports`;
const site = import.meta.env.SITE ? new URL(import.meta.env.SITE) : undefined;

export async function getStaticPaths() {
  return (await figureFiles()).map(({ report, exhibit: { id, source, picture, number } }) => {
    const citables = citableGroups(report, site).flatMap((group) => group.citables);
    const item = citables.find((citable) => citable.id === id)?.item;
    const xmp = figureXmp({
      title: item?.title ?? number,
      source,
      notice: report.data.notice,
      reference: item ? formatNumeric(item) : '',
      creators: item?.author.map(({ literal }) => literal) ?? [report.data.publisher],
      address: item?.URL,
    });
    return { params: { report: report.id, id }, props: { path: join(root, report.id, picture.path), xmp } };
  });
}

export const GET: APIRoute<Props> = async ({ props: { path, xmp } }) => {
  const picture = await sharp(path).withXmp(xmp).png({ compressionLevel: 9 }).toBuffer();
  return new Response(new Uint8Array(picture), { headers: { 'content-type': 'image/png' } });
};
