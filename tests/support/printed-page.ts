import type { Page } from 'playwright-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { squeeze } from '../../scripts/ingest/genre/fold-text.ts';
import { repairCharacters } from '../../scripts/ingest/readers/pdf/glyphs/repair-characters.ts';

/** A stretch of text on paper, in PDF points from the top left corner of its page. */
export interface PrintedText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
}

/** One sheet. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** In the order in which it was drawn, what stands in the margins left out. */
  readonly texts: readonly PrintedText[];
  /** Running head and page number. */
  readonly margins: readonly PrintedText[];
}

const POINTS_PER_MM = 72 / 25.4;
/** The margins that print.css sets. */
export const MARGIN = { top: 24 * POINTS_PER_MM, side: 22 * POINTS_PER_MM, bottom: 22 * POINTS_PER_MM };

const OPENING = /^[（〔“‘《「【]/u;

/** Prints a page as its reader would, and reads the paper. */
export async function printPage(page: Page): Promise<readonly Sheet[]> {
  const bytes = await page.pdf({ preferCSSPageSize: true });
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  const sheets = await Promise.all(numbers.map(async (number) => readSheet(await pdf.getPage(number))));
  await pdf.loadingTask.destroy();
  return sheets;
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

async function readSheet(page: PdfPage): Promise<Sheet> {
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const texts = items.flatMap((item): readonly PrintedText[] => {
    if (!('transform' in item) || item.str.trim() === '') return [];
    const [size = 0, , , , x = 0, up = 0] = item.transform as readonly number[];
    // The ink of an opening bracket is in its right half; at the head of a line the left half hangs out.
    const left = OPENING.test(item.str) ? x + size / 2 : x;
    return [{ text: repairCharacters(item.str), left, right: x + item.width, baseline: height - up }];
  });
  const isInMargin = ({ baseline }: PrintedText): boolean =>
    baseline < MARGIN.top || baseline > height - MARGIN.bottom;
  return {
    width,
    height,
    texts: texts.filter((text) => !isInMargin(text)),
    margins: texts.filter(isInMargin),
  };
}

/** What stands on the sheets, without white space. */
export function printedText(sheets: readonly Sheet[]): string {
  return sheets.flatMap(({ texts }) => texts.map(({ text }) => squeeze(text))).join('');
}

/** Whether a browser can draw Chinese: without a font for it, all characters look alike and paper cannot be read. */
export function hasChineseFont(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const [first, second] = ['一', '龘'].map((character) => {
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d')!;
      context.font = '40px sans-serif';
      context.fillText(character, 10, 60);
      return canvas.toDataURL();
    });
    return first !== second;
  });
}
