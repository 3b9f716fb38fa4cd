import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calibrationRows } from '../../scripts/calibrate/calibration-table.ts';
import { checkReading, type CheckedBlock } from '../../scripts/calibrate/check-reading.ts';
import { findLabelled } from '../../scripts/calibrate/labelled-documents.ts';
import { sourceAccount } from '../../scripts/ingest/model/account.ts';
import type { ReportDocument } from '../../scripts/ingest/model/document.ts';
import { runPipeline } from '../../scripts/ingest/pipeline.ts';
import { tracePdf } from '../../scripts/ingest/readers/pdf/read-pdf.ts';
import { documentFile } from '../../scripts/ingest/writers/document-file.ts';
import { ROOT } from '../support/source-files.ts';

/** Real reports of other templates, not ours to commit; the ruler's witnesses are independent of the reader. */
const CORPUS = join(ROOT, '../shared/corpus/wild');
const SHARED = join(ROOT, '../shared');
const RULER = join(SHARED, 'pdf-lab/wild.ts');
const names =
  existsSync(CORPUS) && existsSync(RULER)
    ? readdirSync(CORPUS).flatMap((file) => (file.endsWith('.pdf') ? [file.slice(0, -'.pdf'.length)] : []))
    : [];
if (names.length === 0)
  console.log('No reports in ../shared/corpus/wild: the tests over other templates are skipped.');

/** All labelled documents together reach .99 (`npm run calibrate`); here two entries that the contents print otherwise than the body weigh more. */
const SURE_IS_RIGHT = 0.98;
/** A book that people can leaf through has so many chapters. */
const FEWEST_CHAPTERS = 3;
const MOST_CHAPTERS = 20;
/** What each report must reach; a report without labels for a figure is not asked for it. */
const AT_LEAST = { read: 1, title: 1, publ: 1, date: 1, tocLv: 1 };
const AT_MOST = { 'lost%': 0.05, odd: 0 };
/** What all reports together must reach: a step back of one figure of one report shows. */
const MEAN_AT_LEAST = { 'chap R': 0.96, 'chap P': 0.92, toc: 0.98, tocPg: 0.98 };
const MEAN_AT_MOST = { extra: 0.06, 'brkn%': 8.2, leaks: 0.16 };

type Row = Readonly<Record<string, number | string | null>>;

describe.skipIf(names.length === 0)('the reading of reports of other templates', () => {
  let folder = '';
  let rows: ReadonlyMap<string, Row> = new Map();
  const checked: CheckedBlock[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wild-reports-'));
    const answers = findLabelled(join(ROOT, 'tests/fixtures/pdf'), SHARED);
    for (const name of names) {
      const document = await ingestInto(join(folder, name), name);
      const answer = answers.find((each) => each.name === name);
      if (answer) checked.push(...checkReading(document, answer));
    }
    const { stdout } = await promisify(execFile)(process.execPath, [RULER, folder, '--json']);
    rows = new Map((JSON.parse(stdout) as (Row & { name: string })[]).map((row) => [row.name, row]));
  }, 240_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(names)('%s: reads the cover, loses nothing and makes a book of chapters', (name) => {
    const row = rows.get(name) ?? {};
    expect(fallsShort(row, AT_LEAST, AT_MOST)).toEqual([]);
    expect(row['chapters']).toBeGreaterThanOrEqual(FEWEST_CHAPTERS);
    expect(row['chapters']).toBeLessThanOrEqual(MOST_CHAPTERS);
  });

  it('finds chapters, contents, paragraphs and running heads as well as it did', () => {
    const keys = Object.keys({ ...MEAN_AT_LEAST, ...MEAN_AT_MOST });
    const means = Object.fromEntries(
      keys.map((key) => [key, mean([...rows.values()].map((row) => row[key]))]),
    );
    expect(fallsShort(means, MEAN_AT_LEAST, MEAN_AT_MOST)).toEqual([]);
  });

  it('have headings that are right where the reading calls them sure', () => {
    const found = calibrationRows(checked);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ sure, sureRight }) => sureRight < SURE_IS_RIGHT * sure)).toEqual([]);
  });
});

/** Reads a report and writes what the ruler asks for: the document and the description of the report. */
async function ingestInto(folder: string, name: string): Promise<ReportDocument> {
  const { document, audit, stages } = await tracePdf(
    new Uint8Array(readFileSync(join(CORPUS, `${name}.pdf`))),
  );
  // The ruler does not read the account; its two counts are made in the child process of an ingest.
  const account = sourceAccount(audit, { contentsMatched: 0, badCharacters: 0 });
  const { files } = runPipeline({
    id: name.replaceAll('_', '-'),
    article: null,
    pdf: { document, account, stages, assets: [] },
    reportYaml: '',
    overridesYaml: '',
    permalinksYaml: '',
  });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'report.yaml'), files.get('report.yaml') ?? '');
  await writeFile(join(folder, 'document.json'), documentFile(document));
  return document;
}

const fallsShort = (
  row: Row,
  atLeast: Readonly<Record<string, number>>,
  atMost: Readonly<Record<string, number>>,
): readonly string[] =>
  Object.entries(row).flatMap(([key, score]) =>
    typeof score === 'number' && (score < (atLeast[key] ?? -Infinity) || score > (atMost[key] ?? Infinity))
      ? [`${key}: ${String(score)}`]
      : [],
  );

function mean(scores: readonly (number | string | null | undefined)[]): number {
  const numbers = scores.filter((score) => typeof score === 'number');
  return numbers.reduce((sum, score) => sum + score, 0) / numbers.length;
}
