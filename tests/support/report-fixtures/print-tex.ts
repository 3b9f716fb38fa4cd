import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { drawFigure, isBitmap } from './draw-figures.ts';
import { paintBitmaps, type Printed } from './print-html.ts';
import { readPlaces } from './read-places.ts';
import type { Fixture } from './report-model.ts';
import { reportToTex } from './tex-document.ts';

const run = promisify(execFile);

/** Prints a fixture through XeLaTeX. @throws Error with the end of TeX's log. */
export async function printTex(browser: Browser, fixture: Fixture): Promise<Printed> {
  const folder = await mkdtemp(join(tmpdir(), 'report-fixture-'));
  try {
    await writePictures(browser, fixture, folder);
    await writeFile(join(folder, 'report.tex'), reportToTex(fixture));
    // Page references settle in the second run.
    for (let pass = 0; pass < 2; pass += 1) {
      await run('xelatex', ['-interaction=nonstopmode', '-halt-on-error', 'report.tex'], {
        cwd: folder,
      }).catch((error: unknown) => {
        const { stdout } = error as { stdout: string };
        throw new Error(`${fixture.name}: xelatex failed.\n${stdout.slice(-1500)}`, { cause: error });
      });
    }
    const layout = await readPlaces(join(folder, 'report.pdf'), fixture);
    return { pdf: await readFile(join(folder, 'report.pdf')), layout };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writePictures(browser: Browser, fixture: Fixture, folder: string): Promise<void> {
  const page = await browser.newPage();
  for (const [index, pixels] of await paintBitmaps(page, fixture)) {
    await writeFile(join(folder, `picture${index}.jpg`), Buffer.from(pixels.split(',')[1]!, 'base64'));
  }
  for (const [index, block] of fixture.report.blocks.entries()) {
    if (block.type !== 'figure' || isBitmap(block)) continue;
    const { width, height } = block;
    await page.setContent(
      `<style>@page { size: ${width}pt ${height}pt; margin: 0 } body { margin: 0 } svg { width: ${width}pt; height: ${height}pt; display: block }</style>${drawFigure(block, fixture.look.headingFont)}`,
    );
    await page.pdf({
      path: join(folder, `picture${index}.pdf`),
      preferCSSPageSize: true,
      printBackground: true,
      tagged: false,
      pageRanges: '1',
    });
  }
  await page.close();
}
