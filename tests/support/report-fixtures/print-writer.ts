import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { reportToFodt } from './fodt-document.ts';
import { paintBitmaps, type Printed } from './print-html.ts';
import { readPlaces } from './read-places.ts';
import type { Fixture, Layout } from './report-model.ts';
import { printedLabelOf } from './write-truth.ts';

const run = promisify(execFile);

/** Prints a fixture through LibreOffice Writer: twice, the second time with the page numbers of the contents. */
export async function printWriter(browser: Browser, fixture: Fixture): Promise<Printed> {
  const folder = await mkdtemp(join(tmpdir(), 'report-fixture-'));
  try {
    const page = await browser.newPage();
    const pictures = await paintBitmaps(page, fixture);
    await page.close();
    const convert = async (labels: ReadonlyMap<number, string>): Promise<Layout> => {
      await writeFile(join(folder, 'report.fodt'), reportToFodt(fixture, pictures, labels));
      await toPdf(folder, fixture.look.tagged);
      return readPlaces(join(folder, 'report.pdf'), fixture);
    };
    const first = await convert(new Map());
    const labels = new Map(
      [...first.places].map(([index, { page: at }]) => [index, printedLabelOf(first, at)]),
    );
    const layout = await convert(labels);
    return { pdf: await readFile(join(folder, 'report.pdf')), layout };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function toPdf(folder: string, tagged: boolean): Promise<void> {
  const bool = (value: boolean): unknown => ({ type: 'boolean', value: String(value) });
  const options = { UseTaggedPDF: bool(tagged), ExportBookmarks: bool(tagged) };
  const filter = `pdf:writer_pdf_Export:${JSON.stringify(options)}`;
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const file = join(folder, 'report.fodt');
  await run('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, file]);
}
