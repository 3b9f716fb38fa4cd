import { Listr } from 'listr2';
import { join } from 'node:path';
import { slugSchema } from '../src/schema/report.ts';
import { ingestReport, type IngestResult } from './ingest/ingest-report.ts';
import type { OnProgress } from './ingest/pdf-source.ts';
import {
  describeError,
  describeProgress,
  describeResult,
  errorJson,
  resultJson,
} from './ingest/report-results.ts';
import { recoverFolders } from './ingest/writers/report-folder.ts';
import { newCommand } from './steps/new-command.ts';
import { listReportFolders } from './steps/report-folders.ts';

const CONTENT_FOLDER = process.env['CONTENT_DIR'] ?? 'content';

interface Options {
  readonly article?: string;
  readonly pdf?: string;
  readonly download?: boolean;
  readonly out?: string;
  readonly trace?: string;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

const HELP = `
Without an id every report under ${CONTENT_FOLDER}/reports is read again. Sources are looked for in
${CONTENT_FOLDER}/reports/<id>/sources/: one article (.md, .html) and one PDF; files given on the command line are
kept there (git ignores the PDF). What people write in report.yaml and overrides.yaml stays.

Examples:
  npm run ingest                                       read all reports again
  npm run ingest -- water-2031 --pdf ~/water.pdf       make a new report of a PDF; nothing else is needed
  npm run ingest -- water-2031 --article page.html     add or renew the article about it
  npm run ingest -- caict-ai-2024 --download           fetch the official PDF that report.yaml names, and read it
  npm run ingest -- try --pdf a.pdf --out /tmp/try     look at the result without touching ${CONTENT_FOLDER}/

Exit code: 0 all is well, 1 a source or a file in the report's folder cannot be used (nothing was changed),
2 the command was not understood.`;

const command = newCommand('npm run ingest --')
  .description(
    'Reads the sources of a report, a PDF and the article about it, and writes its chapters as MDX.',
  )
  .argument('[id]', 'the report: the name of its folder and its address on the site')
  .option('--article <file>', 'the article: a Markdown export, or a page saved from WeChat (.html)')
  .option('--pdf <file>', 'the report itself')
  .option('--download', 'fetch the PDF from the https address in report.yaml; its SHA-256 is checked')
  .option('--out <folder>', 'write everything there, document.json too, and leave the content folder alone')
  .option('--trace <folder>', 'write what each step made as JSON, to find out why a result is as it is')
  .option('--quiet', 'say nothing but errors')
  .option('--json', 'print one JSON object instead of lines')
  .addHelpText('after', HELP)
  .parse();

const options = command.opts<Options>();
const [id] = command.processedArgs as [string | undefined];
if (id !== undefined) requireAddress(id);
if (id === undefined) {
  const needing = (['article', 'pdf', 'download', 'out'] as const).find(
    (name) => options[name] !== undefined,
  );
  if (needing) command.error(`error: --${needing} is for one report: name its id`);
}
if (options.pdf !== undefined && options.download) command.error('error: give either --pdf or --download');

recoverFolders(join(CONTENT_FOLDER, 'reports'));
const ids = id === undefined ? listReportFolders(CONTENT_FOLDER).map((report) => report.id) : [id];
if (ids.length === 0)
  console.error(`There is no report under ${CONTENT_FOLDER}/reports; --help says how to make one.`);
const results = new Map<string, IngestResult>();
const errors = new Map<string, unknown>();
const isSilent = options.quiet === true || options.json === true;
const isTerminal = process.stdout.isTTY && !isSilent;

const tasks = new Listr(
  ids.map((each) => ({
    title: each,
    task: async (_context: unknown, task: { output: string }) => {
      await run(each, (progress) => {
        if (isTerminal) task.output = describeProgress(progress);
      });
    },
  })),
  {
    renderer: isTerminal ? 'default' : 'silent',
    exitOnError: false,
    rendererOptions: { showErrorMessage: false, collapseErrors: false },
  },
);
await tasks.run();
tellResults();
process.exitCode = errors.size > 0 || hasErrorMessage() ? 1 : 0;

async function run(each: string, onTerminal: OnProgress): Promise<void> {
  let stage = '';
  const onProgress: OnProgress = (progress) => {
    onTerminal(progress);
    if (!isTerminal && !isSilent && progress.stage !== stage) {
      console.log(`${each}: ${describeProgress({ stage: progress.stage })}`);
    }
    stage = progress.stage;
  };
  const { article, pdf, download, out, trace } = options;
  const folder = join(CONTENT_FOLDER, 'reports', each);
  const request = {
    id: each,
    folder,
    outFolder: out,
    articlePath: article,
    pdfPath: pdf,
    download,
    traceFolder: trace,
  };
  try {
    results.set(each, await ingestReport({ ...request, onProgress }));
  } catch (error) {
    errors.set(each, error);
    throw error;
  }
}

function tellResults(): void {
  if (options.json) {
    const reports = ids.map((each) => {
      const result = results.get(each);
      return result ? resultJson(each, result) : errorJson(each, errors.get(each));
    });
    console.log(JSON.stringify({ reports }, null, 2));
    return;
  }
  for (const [each, result] of results) {
    if (!options.quiet) for (const line of describeResult(each, result)) console.log(line);
  }
  for (const [each, error] of errors) for (const line of describeError(each, error)) console.error(line);
}

function hasErrorMessage(): boolean {
  return [...results.values()].some(({ output }) =>
    output.messages.some(({ severity }) => severity === 'error'),
  );
}

/** Outside of the content folder an id is only a name. */
function requireAddress(name: string): void {
  if (options.out !== undefined ? /^[\w.-]+$/u.test(name) : slugSchema.safeParse(name).success) return;
  command.error(
    `error: “${name}” cannot be an address: write lower-case letters and digits, words joined by hyphens`,
  );
}
