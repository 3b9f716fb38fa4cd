import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { newCommand } from './steps/new-command.ts';
import { runNode } from './steps/run-node.ts';
import { SAMPLE_CONTENT, SAMPLE_ID } from './steps/sample-shelf.ts';

/** The report itself, and the article and names that make it a sample. */
const PDF = 'tests/fixtures/pdf/chromium-notes-and-boxes/input.pdf';
const FOLDER = 'tests/fixtures/sample';

const options = newCommand('npm run sample --')
  .description(
    'Puts an invented report beside your own that shows what a full one looks like: figures, tables, notes, boxes,\n' +
      'viewpoints with their evidence. Only `npm start` shows it; `npm run build` never does.',
  )
  .option('--remove', 'take it away again')
  .parse()
  .opts<{ remove?: true }>();

rmSync(SAMPLE_CONTENT, { recursive: true, force: true });
if (options.remove) process.stdout.write('The sample is gone.\n');
else process.exitCode = await makeSample();

async function makeSample(): Promise<number> {
  const folder = join(SAMPLE_CONTENT, 'reports', SAMPLE_ID);
  mkdirSync(folder, { recursive: true });
  cpSync(join(FOLDER, 'report.yaml'), join(folder, 'report.yaml'));
  const args = [SAMPLE_ID, '--pdf', PDF, '--article', join(FOLDER, 'article.md'), '--quiet'];
  const code = await runNode('scripts/ingest.ts', args, { CONTENT_DIR: SAMPLE_CONTENT }).done;
  if (code !== 0) rmSync(SAMPLE_CONTENT, { recursive: true, force: true });
  else
    process.stdout.write(
      'The sample is there: `npm start` shows it beside your reports, marked 示例. `npm run build` leaves it out;\n' +
        '`npm run sample -- --remove` takes it away.\n',
    );
  return code ?? 1;
}
