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
    for (const script of ['paginate-in-browser.ts', 'finish-in-browser.ts']) {
      const source = await readFile(new URL(script, import.meta.url), 'utf8');
      await page.evaluate(`(() => {${stripTypeScriptTypes(source).replace('export {};', '')}})()`);
    }
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
