import { Command } from 'commander';
import { join } from 'node:path';
import { ingestReport } from './ingest/ingest-report.ts';
import { IngestError } from './ingest/model/errors.ts';
import { listReportFolders } from './steps/report-folders.ts';

const CONTENT_FOLDER = process.env['CONTENT_DIR'] ?? 'content';

interface Options {
  readonly article?: string;
  readonly pdf?: string;
  readonly out?: string;
  readonly trace?: string;
  readonly download?: boolean;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

const command = new Command('npm run ingest --')
  .description(
    'Reads the sources of a report (article, PDF) and writes its chapters, viewpoints and addresses.',
  )
  .argument('[id]', 'the report, a folder of content/reports; without it every report there is renewed')
  .option('--article <file>', 'the press article: a Markdown export or a saved WeChat page (.html)')
  .option('--out <folder>', 'write everything there, and leave content/ alone')
  .option('--quiet', 'say nothing but errors')
  .option('--json', 'print one JSON object on standard output');

command.parse();
const options = command.opts<Options>();
const [id] = command.args;
const ids = id === undefined ? listReportFolders(CONTENT_FOLDER).map((report) => report.id) : [id];
try {
  for (const each of ids) {
    const folder = join(CONTENT_FOLDER, 'reports', each);
    const { output, changed } = ingestReport({
      id: each,
      folder,
      outFolder: options.out,
      articlePath: options.article,
    });
    if (!options.quiet) {
      for (const account of output.accounts) {
        console.log(`${each}: ${account.kind}, ${account.characters} characters, ${account.lost} lost`);
      }
      console.log(`${each}: ${changed.length === 0 ? 'nothing changed' : `${changed.length} files written`}`);
    }
  }
} catch (error) {
  if (!(error instanceof IngestError)) throw error;
  console.error(`${error.code}: ${error.message}\n${error.hint}`);
  process.exitCode = 1;
}
