/** Pages that are pictures of text → the same pages with recognised runs. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import type { PageContent } from '../glyphs/page-content.ts';
import { renderBox } from '../pictures/crops.ts';
import { startRecogniser } from './recogniser.ts';
import { type RecognisedPage, runsOfPages } from './runs-of-lines.ts';

/** Pixels in a point: 300 to the inch, what recognition is trained on. */
const SCALE = 300 / 72;

export interface RecognitionOptions {
  /** Where the data of the languages lies. */
  readonly dataFolder: string;
  /** Called as it goes on, several times a page: with the pages done, of how many. */
  readonly onProgress: (done: number, total: number) => void;
}

/** Recognises the wanted pages of an open file. Their pictures are no figures then, and are left out. */
export async function recognisePages(
  pdf: PDFDocumentProxy,
  pages: readonly PageContent[],
  wanted: ReadonlySet<number>,
  { dataFolder, onProgress }: RecognitionOptions,
): Promise<readonly PageContent[]> {
  let done = 0;
  const recogniser = await startRecogniser(dataFolder, () => {
    onProgress(done, wanted.size);
  });
  try {
    const found: RecognisedPage[] = [];
    for (const { page: number } of pages.filter(({ page }) => wanted.has(page))) {
      onProgress(done, wanted.size);
      const page = await pdf.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const pixels = await renderBox(page, { x: 0, y: 0, width, height }, new Set(), SCALE);
      page.cleanup();
      const raw = { width: pixels.width, height: pixels.height, channels: 4 } as const;
      const picture = await sharp(Buffer.from(pixels.rgba), { raw }).removeAlpha().png().toBuffer();
      const lines = await recogniser.linesOf(picture);
      found.push({ page: number, lines, scale: pixels.width / width });
      done += 1;
    }
    const runs = runsOfPages(found);
    return pages.map((page) => {
      const own = runs.get(page.page);
      return own === undefined || own.length === 0
        ? page
        : { ...page, turn: 0, runs: own, images: [], unreadableGlyphs: 0 };
    });
  } finally {
    await recogniser.close();
  }
}
