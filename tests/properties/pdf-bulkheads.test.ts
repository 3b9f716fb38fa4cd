import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SourceDescription } from '../../scripts/ingest/model/document.ts';
import { buildDocument } from '../../scripts/ingest/readers/pdf/build-document.ts';
import type { Reading } from '../../scripts/ingest/readers/pdf/build-document.ts';
import type { ExtractedFile } from '../../scripts/ingest/readers/pdf/find-places.ts';
import type { FileFacts } from '../../scripts/ingest/readers/pdf/glyphs/file-facts.ts';
import type { PageContent } from '../../scripts/ingest/readers/pdf/glyphs/page-content.ts';
import { Bulkheads } from '../../scripts/ingest/readers/pdf/process/bulkheads.ts';
import type { OnEnter } from '../../scripts/ingest/readers/pdf/process/bulkheads.ts';
import { tracePdf } from '../../scripts/ingest/readers/pdf/read-pdf.ts';
import { ROOT } from '../support/source-files.ts';

/** Tables, figures, notes, boxes, lists and quotations stand in these. */
const CASES = ['chromium-notes-and-boxes', 'cairo-ruled-tables', 'writer-decimal'];
const RUNS = 25;

const bytesOf = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(ROOT, 'tests/fixtures/pdf', name, 'input.pdf')));

/** A part of a stage as a fault is put into it. */
const placeOf = (stage: string, page: number | null): string =>
  `${stage} ${page === null ? 'all' : String(page)}`;

describe.each(CASES)('faults in the stages that read %s', (name) => {
  let file: ExtractedFile;
  let source: SourceDescription;
  const places = new Set<string>();
  const read = (onEnter: OnEnter): Reading =>
    buildDocument(file, source, { bulkheads: new Bulkheads(onEnter) });

  beforeAll(async () => {
    const { document, stages } = await tracePdf(bytesOf(name));
    file = { facts: stages['1-file'] as FileFacts, pages: stages['2-glyphs'] as readonly PageContent[] };
    source = document.source;
    read((stage, page) => places.add(placeOf(stage, page)));
  });

  it('can be put into every stage', () => {
    const stages = new Set([...places].map((place) => place.split(' ')[0]));
    const wanted = [
      'glyphs',
      'lines',
      'furniture',
      'slides',
      'tables',
      'boxes',
      'listings',
      'figures',
      'notes',
      'outline',
      'flow',
      'confidence',
    ];
    expect([...stages].sort()).toEqual(wanted.sort());
  });

  it('lose no character and invent none, and each is told with its stage and page', () => {
    fc.assert(
      fc.property(fc.subarray([...places], { minLength: 1, maxLength: 6 }), (failing) => {
        const failed = new Set<string>();
        const { document, audit } = read((stage, page) => {
          const place = placeOf(stage, page);
          if (!failing.includes(place)) return;
          failed.add(place);
          throw new TypeError('A fault for the test.');
        });
        expect(audit).toMatchObject({ lost: 0, invented: 0 });
        const told = document.messages.filter(({ ruleId }) => ruleId === 'pdf/read-in-full');
        for (const place of failed) {
          const [stage, page] = place.split(' ');
          const where = page === 'all' ? 'the whole file' : `page ${page ?? ''} `;
          expect(
            told.some(({ reason }) => reason.includes(`“${stage ?? ''}”`) && reason.includes(where)),
          ).toBe(true);
        }
        for (const block of document.body) expect(block.origins.length).toBeGreaterThan(0);
      }),
      { numRuns: RUNS },
    );
  });

  it('leave a book even where every part fails', () => {
    const { document, audit } = read(() => {
      throw new RangeError('Everything fails.');
    });
    expect(audit).toMatchObject({ lost: 0, invented: 0 });
    expect(document.body.length).toBeGreaterThan(20);
  });

  it('change nothing where nothing fails', () => {
    const { document } = read(() => undefined);
    expect(document.messages.filter(({ ruleId }) => ruleId === 'pdf/read-in-full')).toEqual([]);
  });
});

describe('a page that cannot be drawn out', () => {
  it('is empty, the others are read, and a message names it', async () => {
    const [name] = CASES;
    const { document } = await tracePdf(bytesOf(name ?? ''), {
      onEnter: (stage, page) => {
        if (stage === 'glyphs' && page === 3) throw new Error('Broken.');
      },
    });
    const pages = new Set(
      document.body.flatMap(({ origins }) => origins.map((each) => (each.kind === 'pdf' ? each.page : 0))),
    );
    expect([pages.has(2), pages.has(3), pages.has(4)]).toEqual([true, false, true]);
    expect(document.messages.find(({ ruleId }) => ruleId === 'pdf/read-in-full')?.reason).toBe(
      'The stage “glyphs” failed on page 3 (Broken.), so its text is missing.',
    );
  });
});
