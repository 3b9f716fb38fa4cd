import sharp from 'sharp';
import { makeEpub, type EpubPicture } from '../lib/epub/make-epub.ts';
import styles from '../styles/epub.css?raw';
import { loadBook } from './book.ts';
import { listPictures, readPicture } from './pictures.ts';
import type { LoadedReport } from './reports.ts';

/** Of photographs: above what the eye tells from the original. */
const JPEG_QUALITY = 88;

/** Made once a build: the home page names its size. Under `npm run dev` the text may have changed since. */
const made = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** The report as an EPUB. */
export function loadEpub(report: LoadedReport, site: URL | undefined): Promise<Uint8Array<ArrayBuffer>> {
  const known = import.meta.env.PROD ? made.get(report.id) : undefined;
  const epub = known ?? make(report, site);
  made.set(report.id, epub);
  return epub;
}

async function make(report: LoadedReport, site: URL | undefined): Promise<Uint8Array<ArrayBuffer>> {
  const names = await listPictures(report.id);
  const pictures = await Promise.all(
    names.map(async (name): Promise<[string, EpubPicture]> => [
      `figures/${name}`,
      await convert(await readPicture(report.id, name)),
    ]),
  );
  const book = await loadBook(report);
  return new Uint8Array(makeEpub(book, { site, pictures: new Map(pictures), styles }));
}

/** Many reading programs show no WebP: a drawing becomes PNG, without loss, and what is smaller as JPEG is a photograph. */
async function convert(webp: Uint8Array): Promise<EpubPicture> {
  const [png, jpeg] = await Promise.all([
    sharp(webp).png({ compressionLevel: 9 }).toBuffer(),
    sharp(webp).flatten({ background: '#fff' }).jpeg({ quality: JPEG_QUALITY }).toBuffer(),
  ]);
  return png.length <= jpeg.length
    ? { type: 'image/png', bytes: new Uint8Array(png) }
    : { type: 'image/jpeg', bytes: new Uint8Array(jpeg) };
}
