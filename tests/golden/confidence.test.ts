import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { calibrationRows, type CalibrationRow } from '../../scripts/calibrate/calibration-table.ts';
import { checkReading, type CheckedBlock } from '../../scripts/calibrate/check-reading.ts';
import { findLabelled } from '../../scripts/calibrate/labelled-documents.ts';
import { readPdf } from '../../scripts/ingest/readers/pdf/read-pdf.ts';
import { ROOT } from '../support/source-files.ts';

/** What `docs/confidence.md` promises. */
const SURE_IS_RIGHT = 0.99;
/** A reader that is never sure is of no use; measured .88 for pages and .93 or more for all else. */
const MOSTLY_SURE = 0.8;
const PATIENCE_MS = 300_000;

describe('what is called sure', () => {
  let rows: readonly CalibrationRow[] = [];
  beforeAll(async () => {
    const checked: CheckedBlock[] = [];
    // Reports of other templates, known by their contents only, are read and judged in wild-reports.test.ts.
    const answers = findLabelled(join(ROOT, 'tests/fixtures/pdf'), join(ROOT, '../shared'));
    for (const answer of answers.filter(({ fromContents }) => !fromContents))
      checked.push(...checkReading(await readPdf(new Uint8Array(readFileSync(answer.pdf))), answer));
    rows = calibrationRows(checked);
  }, PATIENCE_MS);

  it('is right in 99 of 100 cases, for every kind of block', () => {
    expect(rows.length).toBe(5);
    expect(rows.filter(({ sure, sureRight }) => sureRight < SURE_IS_RIGHT * sure)).toEqual([]);
  });

  it('is most of what is read', () => {
    expect(rows.filter(({ sure, blocks }) => sure < MOSTLY_SURE * blocks)).toEqual([]);
  });
});
