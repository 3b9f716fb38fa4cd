import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { measureText } from '../../src/cards/card-font.ts';
import { paintDrawing } from '../../src/cards/paint-drawing.ts';
import { tallCards, wideCards } from '../../src/lib/card/report-cards.ts';
import { readBook } from '../support/content-book.ts';
import { drawnLines } from '../support/drawn-lines.ts';
import { expectGolden } from '../support/golden.ts';
import { ROOT } from '../support/source-files.ts';

const FOLDER = join(ROOT, 'tests/golden/cards');
const ADDRESSES = {
  report: 'https://reader.example/caict-ai-2024/',
  viewpoint: (number: number) => `https://reader.example/caict-ai-2024/v/${number}/`,
};
const book = readBook();
const cards = [...wideCards(book), ...tallCards(book, ADDRESSES)];

it('breaks the lines of every card of the committed report as they were looked at', () => {
  const texts = cards.map(({ name, draw }) => `# ${name}\n${drawnLines(draw(measureText)).join('\n')}\n`);
  expectGolden(join(FOLDER, 'lines.txt'), texts.join('\n'));
});

/** Of a shade from 0 to 255, on the average of all points: another canvas draws the edges of characters a little differently. */
const TOLERANCE = 4;
const THUMBNAIL_WIDTH = 360;

it.each(['viewpoint-5-tall', 'report-tall', 'viewpoint-6', 'chapter-technology'])(
  'draws %s as it was looked at',
  async (name) => {
    const drawing = cards.find((card) => card.name === name)!.draw(measureText);
    const thumbnail = sharp(await paintDrawing(drawing)).resize(THUMBNAIL_WIDTH);
    const path = join(FOLDER, `${name}.png`);
    if (process.env['UPDATE_GOLDEN'] === '1')
      writeFileSync(path, await thumbnail.clone().png({ palette: true, colours: 16, dither: 0 }).toBuffer());
    expect(existsSync(path), `There is no ${path}: look at the card, then run "npm run test:update".`).toBe(
      true,
    );
    const [drawn, golden] = await Promise.all(
      [thumbnail, sharp(readFileSync(path))].map((image) =>
        image.removeAlpha().greyscale().raw().toBuffer({ resolveWithObject: true }),
      ),
    );
    expect(drawn!.info).toMatchObject({ width: golden!.info.width, height: golden!.info.height });
    const sum = drawn!.data.reduce((total, shade, at) => total + Math.abs(shade - golden!.data[at]!), 0);
    expect(sum / drawn!.data.length).toBeLessThan(TOLERANCE);
  },
);
