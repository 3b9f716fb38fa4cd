import { Listr } from 'listr2';
import { existsSync } from 'node:fs';
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
import { recoverFolders } from './ingest/writers/swap-folder.ts';
import { lockContent, lockReport } from './steps/content-lock.ts';
import { newCommand } from './steps/new-command.ts';
import { listReportFolders } from './steps/report-folders.ts';
import { onStopSignal } from './steps/stop-signals.ts';
import { watchReports } from './steps/watch-reports.ts';

const CONTENT_FOLDER = process.env['CONTENT_DIR'] ?? 'content';
const REPORTS_FOLDER = join(CONTENT_FOLDER, 'reports');

interface Options {
  readonly article?: string;
  readonly pdf?: string;
  readonly download?: boolean;
  readonly ocr?: boolean;
  readonly out?: string;
  readonly force?: boolean;
  readonly trace?: string;
  readonly watch?: boolean;
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
  npm run ingest -- --watch                            read a report again whenever its files change

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
  .option(
    '--ocr',
    'recognise the text of pages that are pictures, on this machine; ten seconds a page and more',
  )
  .option('--out <folder>', 'write everything there, document.json too, and leave the content folder alone')
  .option('--force', 'write generated files anew, even those that were changed by hand')
  .option('--trace <folder>', 'write what each step made as JSON, to find out why a result is as it is')
  .option('--watch', 'go on: read again when a source, report.yaml or overrides.yaml changes; Ctrl-C ends it')
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
if (options.watch) requireWatchable();

const isSilent = options.quiet === true || options.json === true;
const isTerminal = process.stdout.isTTY && !isSilent;

await recover();
if (options.watch) await watch();
const ids = id === undefined ? listReportFolders(CONTENT_FOLDER).map((report) => report.id) : [id];
if (ids.length === 0)
  console.error(`There is no report under ${REPORTS_FOLDER}; --help says how to make one.`);
const outcome = await ingestReports(ids);
process.exitCode = outcome.errors.size > 0 || hasErrorMessage(outcome) ? 1 : 0;

/** What became of the reports of a run, by id. */
interface Outcome {
  readonly results: ReadonlyMap<string, IngestResult>;
  readonly errors: ReadonlyMap<string, unknown>;
}

/** Ingests reports one after the other and says what became of them; an error of one does not keep the others. */
async function ingestReports(reports: readonly string[]): Promise<Outcome> {
  const results = new Map<string, IngestResult>();
  const errors = new Map<string, unknown>();
  const tasks = new Listr(
    reports.map((each) => ({
      title: each,
      task: async (_context: unknown, task: { output: string }) => {
        try {
          const onTerminal: OnProgress = (progress) => (task.output = describeProgress(progress));
          results.set(each, await ingestOne(each, onTerminal));
        } catch (error) {
          errors.set(each, error);
          throw error;
        }
      },
    })),
    {
      renderer: isTerminal ? 'default' : 'silent',
      exitOnError: false,
      // While watching, Ctrl-C has a handler of its own.
      registerSignalListeners: !options.watch,
      rendererOptions: { showErrorMessage: false, collapseErrors: false },
    },
  );
  await tasks.run();
  tellResults(reports, { results, errors });
  return { results, errors };
}

async function ingestOne(each: string, onTerminal: OnProgress): Promise<IngestResult> {
  let stage = '';
  const onProgress: OnProgress = (progress) => {
    if (isTerminal) onTerminal(progress);
    if (!isTerminal && !isSilent && progress.stage !== stage) {
      console.log(`${each}: ${describeProgress({ stage: progress.stage })}`);
    }
    stage = progress.stage;
  };
  const { article, pdf, download, ocr, out, force, trace } = options;
  const folder = join(REPORTS_FOLDER, each);
  const say = (words: string): void => {
    if (!isSilent) console.log(`${each}: ${words}`);
  };
  const release = await lockReport(out ?? folder, say);
  try {
    return await ingestReport({
      id: each,
      folder,
      outFolder: out,
      articlePath: article,
      pdfPath: pdf,
      download,
      recognise: ocr,
      force,
      traceFolder: trace,
      onProgress,
      lockContent: () => (out === undefined ? lockContent(CONTENT_FOLDER, say) : Promise.resolve(() => {})),
    });
  } finally {
    release();
  }
}

/** Puts right what killed runs left, and says so. */
async function recover(): Promise<void> {
  const release = await lockContent(CONTENT_FOLDER, (words) => !isSilent && console.log(words));
  for (const [name, recovery] of recoverFolders(REPORTS_FOLDER)) {
    const words = {
      restored: 'a run that was stopped had half replaced it; it is as it was before.',
      cleaned: 'what a run that was stopped had left beside it is removed.',
    };
    if (recovery !== null && !isSilent) console.log(`${name}: ${words[recovery]}`);
  }
  release();
}

/** Goes on for ever. What a run itself writes into report.yaml is no reason for the next one. */
async function watch(): Promise<never> {
  // The process that reads a PDF is killed when this one ends.
  onStopSignal(() => Promise.resolve());
  if (!isSilent) console.log(`Watching ${join(REPORTS_FOLDER, id ?? '')}. Ctrl-C ends it.`);
  return await watchReports({
    reportsFolder: REPORTS_FOLDER,
    id,
    onChange: async (each, changed) => {
      if (!isSilent && changed.length > 0) console.log(`\n${each}: ${changed.join(', ')} changed.`);
      const written = (await ingestReports([each])).results.get(each)?.output.files.get('report.yaml');
      return new Map(typeof written === 'string' ? [['report.yaml', written]] : []);
    },
  });
}

/** A watch reads what lies in the reports' folders. */
function requireWatchable(): void {
  const other = (['article', 'pdf', 'download', 'out', 'json'] as const).find(
    (name) => options[name] !== undefined,
  );
  if (other) command.error(`error: --watch reads what lies in the report's folder: leave out --${other}`);
  if (id !== undefined && !existsSync(join(REPORTS_FOLDER, id)))
    command.error(`error: there is no report ${join(REPORTS_FOLDER, id)} to watch`);
}

function tellResults(reports: readonly string[], { results, errors }: Outcome): void {
  if (options.json) {
    const told = reports.map((each) => {
      const result = results.get(each);
      return result ? resultJson(each, result) : errorJson(each, errors.get(each));
    });
    console.log(JSON.stringify({ reports: told }, null, 2));
    return;
  }
  for (const [each, result] of results) {
    if (!options.quiet) for (const line of describeResult(each, result)) console.log(line);
  }
  for (const [each, error] of errors) for (const line of describeError(each, error)) console.error(line);
}

function hasErrorMessage({ results }: Outcome): boolean {
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
