/**
 * One measured reading in a process of its own: `measured-run.ts ours|plain FILE` prints JSON with milliseconds and the
 * peak of resident memory. Loading the modules is not counted: a reading is, from bytes to the last page.
 */
import { readFileSync } from 'node:fs';
import { openPdf } from '../../ingest/readers/pdf/gate/open.ts';
import { readPdf } from '../../ingest/readers/pdf/read-pdf.ts';

/** Plain pdf.js: the text of every page as the library gives it, with the same data folders. */
async function readPlainly(bytes: Uint8Array): Promise<number> {
  const { pdf, close } = await openPdf(bytes);
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    for (const item of items) characters += 'str' in item ? item.str.length : 0;
    page.cleanup();
  }
  const pages = pdf.numPages;
  await close();
  if (characters === 0) throw new Error('The file has no text to compare with.');
  return pages;
}

const [what, file] = process.argv.slice(2);
if ((what !== 'ours' && what !== 'plain') || file === undefined)
  throw new Error('Usage: measured-run.ts ours|plain FILE');
const bytes = new Uint8Array(readFileSync(file));
const began = performance.now();
const pages = what === 'plain' ? await readPlainly(bytes) : (await readPdf(bytes)).source.pageCount;
const milliseconds = performance.now() - began;
// Kilobytes on every platform (libuv).
const peakBytes = process.resourceUsage().maxRSS * 1024;
process.stdout.write(JSON.stringify({ pages, milliseconds, peakBytes }));
