import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calibrationRows, calibrationTable } from './calibrate/calibration-table.ts';
import { checkReading, type CheckedBlock } from './calibrate/check-reading.ts';
import { findLabelled } from './calibrate/labelled-documents.ts';
import { readPdf } from './ingest/readers/pdf/read-pdf.ts';
import { newCommand } from './steps/new-command.ts';

interface Options {
  readonly labels: string;
  readonly write?: boolean;
  readonly verbose?: boolean;
}

const DOCUMENT = 'docs/confidence.md';
/** The table stands between these lines of the document. */
const TABLE = /(?<=<!-- calibration -->\n).*?(?=<!-- end of calibration -->)/su;

const command = newCommand('npm run calibrate --')
  .description(
    'Reads the documents whose right answer is known, and says how much of what is called sure is right.',
  )
  .argument('[names...]', 'which documents (default: all)')
  .option('--labels <folder>', 'where labelled documents lie that are not ours to commit', '../shared')
  .option('--verbose', 'list what is wrong though it was called sure')
  .option('--write', `renew the table in ${DOCUMENT}`)
  .parse();
const { labels, write, verbose } = command.opts<Options>();

const checked: CheckedBlock[] = [];
const known = findLabelled(join('tests', 'fixtures', 'pdf'), labels);
for (const answer of known.filter(({ name }) => command.args.length === 0 || command.args.includes(name))) {
  const document = await readPdf(new Uint8Array(readFileSync(answer.pdf)));
  const own = checkReading(document, answer);
  checked.push(...own);
  const wrong = own.filter(({ sure, right }) => sure && !right);
  console.log(
    `${answer.name}: ${String(own.length)} checked, ${String(wrong.length)} wrong though called sure`,
  );
  if (verbose) for (const { kind, text } of wrong) console.log(`  ${kind}: ${text}`);
}
const table = calibrationTable(calibrationRows(checked));
console.log(`\n${table}`);
if (write) writeFileSync(DOCUMENT, readFileSync(DOCUMENT, 'utf8').replace(TABLE, `${table}\n`));
