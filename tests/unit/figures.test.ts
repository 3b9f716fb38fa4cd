import { fromHtml } from 'hast-util-from-html';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { listExhibits } from '../../src/lib/book/list-exhibits.ts';
import { parseBody } from '../../src/lib/book/parse-body.ts';
import { escapeXml, figureXmp } from '../../src/lib/figure-metadata.ts';
import { fileName } from '../../src/lib/file-name.ts';
import { fitSize, keepOnStage, WHOLE, zoomAt } from '../../src/lib/zoom-view.ts';

const STAGE = { width: 400, height: 300 };

describe('a picture on its stage', () => {
  it('fits whole, and is not made larger than it is', () => {
    expect(fitSize({ width: 800, height: 300 }, STAGE)).toEqual({ width: 400, height: 150 });
    expect(fitSize({ width: 300, height: 900 }, STAGE)).toEqual({ width: 100, height: 300 });
    expect(fitSize({ width: 40, height: 30 }, STAGE)).toEqual({ width: 40, height: 30 });
  });

  it('keeps what lies under the pointer under it', () => {
    const point = { x: 100, y: -50 };
    const { scale, x, y } = zoomAt({ scale: 2, x: 10, y: 20 }, 1.5, point);
    expect(scale).toBe(3);
    expect([(point.x - x) / scale, (point.y - y) / scale]).toEqual([(100 - 10) / 2, (-50 - 20) / 2]);
  });

  it('is never smaller than whole, nor larger than eight times', () => {
    expect(zoomAt(WHOLE, 0.1, { x: 9, y: 9 })).toEqual(WHOLE);
    expect(zoomAt(WHOLE, 8, { x: 0, y: 0 }).scale).toBe(8);
    expect(zoomAt(WHOLE, 8.1, { x: 0, y: 0 }).scale).toBe(8);
  });

  it('is not moved away from the edges of the stage', () => {
    const fit = { width: 400, height: 150 };
    expect(keepOnStage({ scale: 1, x: 50, y: 50 }, fit, STAGE)).toEqual(WHOLE);
    expect(keepOnStage({ scale: 2, x: 999, y: -999 }, fit, STAGE)).toEqual({ scale: 2, x: 200, y: -0 });
  });
});

describe('a picture that is taken along', () => {
  const xmp = figureXmp({
    title: '图 1 “A & B” <c>',
    source: '来源：灯火研究所',
    notice: '来源：灯火研究所',
    reference: '灯火研究所. 图 1[R/OL].',
    creators: ['灯火研究所', '乙院'],
    address: 'https://example.org/?a=1&b=2#f1',
  });

  it('has caption, source, reference and address in its file', async () => {
    const picture = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#fff' } })
      .withXmp(xmp)
      .png()
      .toBuffer();
    const read = (await sharp(picture).metadata()).xmp?.toString('utf8') ?? '';
    for (const text of ['图 1 “A &amp; B” &lt;c&gt;', '灯火研究所. 图 1[R/OL].', '乙院', 'a=1&amp;b=2#f1'])
      expect(read).toContain(text);
  });

  it('says nothing of a source or an address that it has not', () => {
    const bare = figureXmp({
      title: '图',
      source: '',
      notice: '来源：甲',
      reference: '',
      creators: [],
      address: undefined,
    });
    expect(bare).not.toMatch(/photoshop:Source|dc:source/u);
  });

  it('escapes what XML would read as its own, and leaves out what it cannot hold', () => {
    expect(escapeXml(`<a href="x">&'\u0000\uFFFF😀`)).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&apos;  😀');
    expect(JSON.stringify(fromHtml(escapeXml('<b>甲</b>'), { fragment: true }).children)).toContain(
      '<b>甲</b>',
    );
  });
});

describe('the name of a file', () => {
  it.each([
    ['表 1 各区路灯能耗', '表 1 各区路灯能耗.csv'],
    ['a/b\\c:d*e?"f<g>h|i', 'a b c d e f g h i.csv'],
    ['..', '未命名.csv'],
    ['', '未命名.csv'],
    ['灯'.repeat(60), `${'灯'.repeat(60)}.csv`],
    ['灯'.repeat(61), `${'灯'.repeat(60)}.csv`],
  ])('can be kept anywhere: %s', (title, name) => {
    expect(fileName(title, 'csv')).toBe(name);
  });
});

it('exhibits are found inside boxes, lists and quotations too', () => {
  const figure = (id: string): string => `<Figure id="${id}" number="" alt="">甲</Figure>`;
  const { blocks } = parseBody(
    `${figure('f1')}\n\n<Box id="c1">\n<BoxTitle>乙</BoxTitle>\n\n${figure('f2')}\n\n</Box>\n\n<Quotation>\n\n${figure('f3')}\n\n</Quotation>\n\n<ItemList>\n<Item>\n\n${figure('f4')}\n\n</Item>\n</ItemList>`,
  );
  expect(listExhibits(blocks).map(({ id }) => id)).toEqual(['f1', 'f2', 'f3', 'f4']);
});
