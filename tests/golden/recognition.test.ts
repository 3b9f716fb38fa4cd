import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportDocument } from '../../scripts/ingest/model/document.ts';
import { ALL_PRINTED, textOf } from '../../scripts/ingest/model/text-of.ts';
import { readPdf } from '../../scripts/ingest/readers/pdf/read-pdf.ts';
import { INSTALL_RECOGNITION, recognitionData } from '../../scripts/ingest/writers/recognition-packages.ts';
import { picturesOf } from '../support/picture-pdf.ts';
import { ROOT } from '../support/source-files.ts';

const data = recognitionData();
if (data === null) console.log(`Recognition is not tried: it is not installed (${INSTALL_RECOGNITION}).`);

/** Recognition takes its time on a busy machine. */
const PATIENCE_MS = 400_000;
const PAGE = 4;
const original = new Uint8Array(readFileSync(join(ROOT, 'tests/fixtures/pdf/writer-decimal/input.pdf')));
const bare = (text: string): string => text.replaceAll(/[\s\p{P}\p{S}]/gu, '');

describe('a PDF of pictures', () => {
  it('is refused without --ocr, with the words to run', async () => {
    await expect(readPdf(await picturesOf(original, [PAGE]))).rejects.toMatchObject({
      code: 'pdf/has-text-layer',
      hint: expect.stringContaining('--ocr') as string,
    });
  });
});

describe.skipIf(data === null)('a PDF of pictures, recognised', () => {
  let document: ReportDocument;
  beforeAll(async () => {
    document = await readPdf(await picturesOf(original, [PAGE]), { recognition: data ?? '' });
  }, PATIENCE_MS);

  it('has headings and whole paragraphs where the original has them', () => {
    const headings = document.body.flatMap((block) => (block.type === 'heading' ? [block.number] : []));
    expect(headings).toEqual(expect.arrayContaining(['1.1']));
    const long = document.body.filter(
      (block) => block.type === 'paragraph' && bare(textOf([block])).length > 60,
    );
    expect(long.length).toBeGreaterThan(1);
  });

  it('has nearly all characters of the page', async () => {
    const wanted = await readPdf(original.slice());
    const onPage = wanted.body.filter(
      ({ origins: [origin] }) => origin?.kind === 'pdf' && origin.page === PAGE,
    );
    const text = bare(textOf(document.body, { counted: ALL_PRINTED }));
    const pairs = [...bare(textOf(onPage, { counted: ALL_PRINTED }))];
    const found = pairs.filter(
      (character, at) => at === 0 || text.includes(`${pairs[at - 1] ?? ''}${character}`),
    );
    expect(found.length / pairs.length).toBeGreaterThan(0.9);
  });

  it('is sure of nothing, and shows the page’s picture with how sure it is', () => {
    expect(document.body.filter(({ confidence }) => confidence === 'sure')).toEqual([]);
    const picture = document.body.find(({ type }) => type === 'figure');
    expect(textOf(picture ? [picture] : [])).toMatch(/识别文字，可能有误（把握 \d+ %）/u);
    expect(document.messages.map(({ reason }) => reason).join('\n')).toContain('their text was recognised');
  });
});
