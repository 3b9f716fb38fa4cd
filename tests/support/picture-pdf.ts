/** A PDF whose pages are pictures of another's: what a scanner makes. */
import sharp from 'sharp';
import { drawPageHere } from '../../scripts/ingest/readers/pdf/pictures/page-picture.ts';
import { pdfFile } from './tiny-pdf.ts';

/** The wanted pages (physical, from 1) of a file as pictures, without a character of text. */
export async function picturesOf(bytes: Uint8Array, pages: readonly number[]): Promise<Uint8Array> {
  const objects = new Map<number, string | Uint8Array>();
  const kids = pages.map((_, index) => `${String(10 + 3 * index)} 0 R`);
  objects.set(1, '<< /Type /Catalog /Pages 2 0 R >>');
  objects.set(2, `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${String(pages.length)} >>`);
  for (const [index, page] of pages.entries()) {
    const { bytes: picture, width, height } = await drawPageHere({ bytes: bytes.slice(), page });
    const { data, info } = await sharp(picture).jpeg({ quality: 90 }).toBuffer({ resolveWithObject: true });
    const at = 10 + 3 * index;
    const box = `${String(width)} ${String(height)}`;
    const content = `${String(width)} 0 0 ${String(height)} 0 0 cm /P Do`;
    objects.set(
      at,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${box}] /Contents ${String(at + 1)} 0 R /Resources << /XObject << /P ${String(at + 2)} 0 R >> >> >>`,
    );
    objects.set(at + 1, `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`);
    const head = `<< /Type /XObject /Subtype /Image /Width ${String(info.width)} /Height ${String(info.height)} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${String(data.length)} >>\nstream\n`;
    objects.set(at + 2, Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream')]));
  }
  return pdfFile(objects);
}
