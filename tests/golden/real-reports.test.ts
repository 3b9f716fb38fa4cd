import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../scripts/ingest/readers/pdf/read-pdf.ts';
import { documentFile } from '../../scripts/ingest/writers/document-file.ts';
import { ROOT } from '../support/source-files.ts';

/** Real reports are not ours to commit: they lie beside the project on the machines of those who work on the reader. */
const CORPUS = join(ROOT, '../shared/corpus');
const LAB = join(ROOT, '../shared/pdf-lab');
const RULER = join(LAB, 'score.ts');
const names =
  existsSync(CORPUS) && existsSync(RULER)
    ? readdirSync(CORPUS)
        .map((file) => file.replace(/\.pdf$/u, ''))
        .filter((name) => existsSync(join(LAB, 'truth', `${name}.json`)))
    : [];
if (names.length === 0) console.log('No real reports in ../shared/corpus: the tests over them are skipped.');

/** What the ruler measured when this was written (all of it 1); less is a step back. */
const AT_LEAST = {
  headingF1: 0.99,
  headingLevelF1: 0.99,
  headingPage: 0.99,
  headingPrintedPage: 0.99,
  captionF1: 0.99,
  contents: 1,
  contentsPage: 1,
};
/** Percent of characters or paragraphs, or counts. A few paragraphs do end in a colon or before a formula. */
const AT_MOST = {
  lostPercent: 0.05,
  inventedPercent: 0.05,
  badPer10k: 0,
  blocksWithoutOrigin: 0,
  brokenPercent: 4,
};

describe.skipIf(names.length === 0)('the reading of real reports', () => {
  it.each(names)('%s: finds its headings, captions and contents, and loses nothing', async (name) => {
    const scores = await scoresOf(name);
    const measured = Object.entries(scores).filter(([, score]) => score !== null);
    expect(measured.length).toBeGreaterThan(10);
    const worse = measured.filter(
      ([key, score]) =>
        score! < (AT_LEAST[key as keyof typeof AT_LEAST] ?? -Infinity) ||
        score! > (AT_MOST[key as keyof typeof AT_MOST] ?? Infinity),
    );
    expect(worse).toEqual([]);
  });
});

async function scoresOf(name: string): Promise<Readonly<Record<string, number | null>>> {
  const folder = await mkdtemp(join(tmpdir(), 'real-report-'));
  try {
    const document = await readPdf(new Uint8Array(readFileSync(join(CORPUS, `${name}.pdf`))));
    const file = join(folder, 'document.json');
    await writeFile(file, documentFile(document));
    const ruler = [RULER, '--json', join(LAB, 'truth', `${name}.json`), file];
    const { stdout } = await promisify(execFile)(process.execPath, ruler);
    const [result] = JSON.parse(stdout) as { scores: Record<string, number | null>; error?: string }[];
    expect(result?.error).toBeUndefined();
    return result!.scores;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
