import { describe, expect, it } from 'vitest';
import { readPdf } from '../../scripts/ingest/readers/pdf/read-pdf.ts';
import { openPdf } from '../../scripts/ingest/readers/pdf/gate/open.ts';
import { destinationReader } from '../../scripts/ingest/readers/pdf/glyphs/destinations.ts';
import { readLinks } from '../../scripts/ingest/readers/pdf/glyphs/link-areas.ts';
import { pdfFile, stream } from '../support/tiny-pdf.ts';

const link = (target: string, flags = ''): string =>
  `<< /Type /Annot /Subtype /Link /Rect [70 700 200 720] ${flags} ${target} >>`;
const WEB = '/A << /S /URI /URI (https://example.org/a) >>';
const PAGE_TWO = '/Dest [5 0 R /Fit]';

/** Two pages; the annotations stand on the first. */
const file = (annotations: readonly string[]): Uint8Array => {
  const page = (content: number, annots: string): string =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${String(content)} 0 R ${annots} ` +
    '/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>';
  const text = stream('BT /F1 12 Tf 72 705 Td (See the other page for more of the report) Tj ET');
  return pdfFile(
    new Map([
      [1, '<< /Type /Catalog /Pages 2 0 R >>'],
      [2, '<< /Type /Pages /Count 2 /Kids [3 0 R 5 0 R] >>'],
      [3, page(4, `/Annots [${annotations.join(' ')}]`)],
      [4, text],
      [5, page(6, '')],
      [6, text],
    ]),
  );
};
const linksOf = async (annotations: readonly string[]) => {
  const { pdf, close } = await openPdf(file(annotations), { draws: false });
  const links = await readLinks(pdf, destinationReader(pdf));
  await close();
  return [...links];
};

describe('the links of a file', () => {
  it('are read page by page, with the address or the page that they lead to', async () => {
    expect(await linksOf([link(WEB), link(PAGE_TWO)])).toEqual([
      [
        1,
        [
          { url: 'https://example.org/a', target: null, rect: [70, 700, 200, 720] },
          { url: '', target: 2, rect: [70, 700, 200, 720] },
        ],
      ],
    ]);
  });

  it('leave out one that is flagged not to be viewed', async () => {
    expect(await linksOf([link(WEB, '/F 32')])).toEqual([]);
  });

  it.each(['/F 1', '/F 4'])('take one that is flagged %s: for other kinds, for printing', async (flags) => {
    expect(await linksOf([link(WEB, flags)])).toHaveLength(1);
  });

  it('leave out what leads nowhere, and what is no link', async () => {
    expect(await linksOf([link('/Dest [9 0 R /Fit]'), link(WEB).replace('/Link', '/Square')])).toEqual([]);
  });

  it('become links of the text that they lie over', async () => {
    const { body } = await readPdf(file([link(WEB)]));
    expect(JSON.stringify(body)).toContain('https://example.org/a');
  });
});
