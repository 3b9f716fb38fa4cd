import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { drawFigure, isBitmap } from './draw-figures.ts';
import { reportToHtml } from './html-document.ts';
import type { FigureSpec, Fixture, Layout, Placement } from './report-model.ts';

/** A finished PDF and where its blocks stand. */
export interface Printed {
  readonly pdf: Uint8Array;
  readonly layout: Layout;
}

/** Prints a fixture from HTML through Chromium. */
export async function printHtml(browser: Browser, fixture: Fixture): Promise<Printed> {
  const page = await browser.newPage();
  try {
    const pictures = await paintBitmaps(page, fixture);
    await page.setContent(reportToHtml(fixture, pictures));
    await page.evaluate(await browserScript());
    const raw = await page.evaluate('window.layout');
    const { pageCount, bodyFrom, places } = raw as {
      pageCount: number;
      bodyFrom: number;
      places: [number, Placement][];
    };
    const { tagged } = fixture.look;
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged, outline: tagged });
    const labelsFromFirstPage = fixture.look.frontLabels === 'continued';
    return { pdf, layout: { pageCount, bodyFrom, labelsFromFirstPage, places: new Map(places) } };
  } finally {
    await page.close();
  }
}

/** The pixels of photographs, as data addresses by block index. */
export async function paintBitmaps(page: Page, fixture: Fixture): Promise<ReadonlyMap<number, string>> {
  const pictures = new Map<number, string>();
  for (const [index, block] of fixture.report.blocks.entries()) {
    if (block.type !== 'figure' || !isBitmap(block)) continue;
    pictures.set(index, `data:image/jpeg;base64,${(await paint(page, block, fixture)).toString('base64')}`);
  }
  return pictures;
}

async function paint(page: Page, figure: FigureSpec, fixture: Fixture): Promise<Buffer> {
  await page.setContent(`<body style="margin:0">${drawFigure(figure, fixture.look.headingFont)}</body>`);
  const clip = { x: 0, y: 0, width: figure.width, height: figure.height };
  return page.screenshot({ type: 'jpeg', quality: 60, clip });
}

/** The scripts of the sheets as one function call: their imports and exports only serve the type checker. */
async function browserScript(): Promise<string> {
  const names = ['cut-in-browser.ts', 'paginate-in-browser.ts', 'finish-in-browser.ts'];
  const sources = names.map((name) => readFile(new URL(name, import.meta.url), 'utf8'));
  const plain = (source: string): string =>
    stripTypeScriptTypes(source)
      .replaceAll(/^import .*$/gmu, '')
      .replaceAll(/^export /gmu, '');
  return `(() => {${(await Promise.all(sources)).map(plain).join('\n')}})()`;
}
