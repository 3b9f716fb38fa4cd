import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportDocument } from '../../scripts/ingest/model/document.ts';
import { readPdf } from '../../scripts/ingest/readers/pdf/read-pdf.ts';
import { pagesFile, stream } from '../support/tiny-pdf.ts';

/** A font that is not embedded, with a map to characters that pdf.js has. */
const FONT =
  '/F1 << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts ' +
  '[<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo ' +
  '<< /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>] >>';
/** More pixels than are decoded while text is read. */
const SIDE = 10;
const PIXELS = '~'.repeat(SIDE * SIDE * 3);
const SIZE = `/Width ${String(SIDE)} /Height ${String(SIDE)} /BitsPerComponent 8`;

const hex = (text: string): string =>
  [...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');
const words = (text: string, x: number, y: number, size: number): string =>
  `BT /F1 ${String(size)} Tf ${String(x)} ${String(y)} Td <${hex(text)}> Tj ET`;
const PICTURE = 'q 595 0 0 842 0 0 cm /Im1 Do Q';

const bodyPage = (number: number): string =>
  Array.from({ length: 20 }, (_, index) =>
    words(
      `${'数据要素市场稳步发展，第'.repeat(3)}${String(number)}页第${String(index)}行。`.slice(0, 36),
      80,
      740 - 24 * index,
      12,
    ),
  ).join('\n');

const pictureHead = (entries: string): string =>
  `/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB ${SIZE} ${entries}`;
const plainPicture = (mask: string): string => stream(PIXELS, pictureHead(mask));

/** The same as a photograph is stored. */
const photograph = async (mask = ''): Promise<Uint8Array> => {
  const create = { width: SIDE, height: SIDE, channels: 3, background: '#7e7e7e' } as const;
  const data = await sharp({ create }).jpeg().toBuffer();
  const head = `<< ${pictureHead(`${mask} /Filter /DCTDecode /Length ${String(data.length)}`)} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), data, Buffer.from('\nendstream')]);
};

/** A report whose cover has the series and slogan of an older one below its picture. */
const report = (mask = '', picture: string | Uint8Array = plainPicture(mask)): Uint8Array => {
  const cover = [
    words('工业算力蓝皮书', 120, 620, 30),
    words('算通四海', 200, 560, 24),
    PICTURE,
    words('工业算力应用研究报告', 120, 600, 30),
    words('甲乙研究院', 240, 160, 18),
    words('2031年5月', 250, 130, 18),
  ].join('\n');
  const softMask = stream(
    '~'.repeat(SIDE * SIDE),
    `/Type /XObject /Subtype /Image ${SIZE} /ColorSpace /DeviceGray`,
  );
  return pagesFile(
    [cover, ...[1, 2, 3, 4].map(bodyPage)].map((content) => ({ content })),
    FONT,
    new Map([
      [3, picture],
      [4, softMask],
    ]),
    '/XObject << /Im1 3 0 R >>',
  );
};
const reasons = ({ furniture }: ReportDocument): readonly string[] =>
  furniture.filter(({ reason }) => reason?.startsWith('Covered')).map(({ text }) => text);

describe('text below the picture of a cover', () => {
  let document: ReportDocument;
  beforeAll(async () => {
    document = await readPdf(report());
  });

  it('is accounted for as covered', () => {
    expect(reasons(document)).toEqual(['工业算力蓝皮书', '算通四海']);
    expect(document.messages.find(({ ruleId }) => ruleId === 'pdf/accounted')).toMatchObject({
      severity: 'info',
    });
  });

  it('is no part of the title', () => {
    expect(document.metadata).toMatchObject({ title: '工业算力应用研究报告', date: '2031-05' });
  });

  it('stays on the page where the picture has a mask', async () => {
    expect(reasons(await readPdf(report('/SMask 4 0 R')))).toEqual([]);
  });

  it('is told the same way of a photograph, with and without a mask', async () => {
    const covered = await readPdf(report('', await photograph()));
    expect(reasons(covered)).toEqual(['工业算力蓝皮书', '算通四海']);
    expect(reasons(await readPdf(report('', await photograph('/SMask 4 0 R'))))).toEqual([]);
  });
});
